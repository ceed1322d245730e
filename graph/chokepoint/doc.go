// Package chokepoint answers: what single loss, or which two or three together, stop a product?
package chokepoint
