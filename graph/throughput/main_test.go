package throughput_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws forty releases, unless told otherwise: -rapid.checks=10000.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", "40"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
