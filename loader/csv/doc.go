// Package csv reads a release from a folder of CSV files and writes it back, byte for byte.
//
// Read talks like a compiler: every problem of every file in one pass, each with its file, line and column, what is wrong and
// what to do about it. Nothing is skipped. Write is its inverse, and Init makes an empty folder to fill in.
package csv
