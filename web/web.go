// Package web holds the explorer: its source, and in dist what the source builds, which the binary embeds so that running it
// needs no Node. The tests of the module build dist anew and compare.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Dist gives the built files: index.html, assets named by their content, and licences.txt.
func Dist() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name is a constant
	}
	return files
}
