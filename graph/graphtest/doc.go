// Package graphtest makes worlds to test the questions on: random releases that a loader would accept, views of them, and slow
// twins of the rooms, written from the definitions alone over rows and readable ids. Only tests import it.
package graphtest
