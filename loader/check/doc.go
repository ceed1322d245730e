// Package check says what is wrong with the facts of a release.
//
// Facts runs every rule that can be told from parsed rows, whatever they were read from: the shapes, bounds and references
// that graph.Column declares, natural keys, and the rules of the field that need more than one cell. Explain says why a cell
// of text does not parse and what its writer probably meant. A Report collects problems with their place and prints them as a
// compiler does.
package check
