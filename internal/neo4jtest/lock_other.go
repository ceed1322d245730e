//go:build !unix

package neo4jtest

// lock does nothing here: with NEO4J_TEST_URI, run `go test -p 1 ./...`, so that packages take turns on the server.
func lock(string) (release func(), err error) { return func() {}, nil }
