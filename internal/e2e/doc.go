// Package e2e holds no code: its tests run the whole program, as its users do, over HTTP, on a real Neo4j and in a real browser.
package e2e
