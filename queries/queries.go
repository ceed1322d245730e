// Package queries holds the worked questions that the playground opens as tabs and that the command line can run. The files
// are ordered by their names; the first comment line of each is its title.
package queries

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.graphql
var files embed.FS

// Query is one worked question.
type Query struct {
	Name  string `json:"name"`  // name of the file without its extension
	Title string `json:"title"` // the question in words
	Text  string `json:"text"`  // the document, runnable as it stands
}

// All gives the worked questions in order.
func All() ([]Query, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	all := make([]Query, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		first, _, _ := strings.Cut(string(text), "\n")
		all[i] = Query{Name: strings.TrimSuffix(name, ".graphql"), Title: strings.TrimSpace(strings.TrimLeft(first, "# ")), Text: string(text)}
	}
	return all, nil
}
