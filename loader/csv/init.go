package csv

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/seed"
)

//go:embed template.md
var howToProceed []byte

// Init makes a folder for data of one's own: an empty file with its header for every table, the data dictionary beside them
// as dictionary.md, and README.md, which says how to proceed. The folder reads without a problem as it is.
//
// Nothing is overwritten: when any of these files is there already, Init writes none and names it.
func Init(folder string) error {
	dictionary, err := fs.ReadFile(seed.Files, "dictionary.md")
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	type template struct {
		name    string
		content []byte
	}
	templates := []template{{"README.md", howToProceed}, {"dictionary.md", dictionary}}
	for _, t := range graph.Tables() {
		templates = append(templates, template{t.Name + ".csv", []byte(headerLine(t) + "\n")})
	}
	var there []string
	for _, t := range templates {
		if _, err := os.Lstat(filepath.Join(folder, t.name)); err == nil {
			there = append(there, t.name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("init: %w", err)
		}
	}
	if len(there) > 0 {
		return fmt.Errorf("init: %s holds %s already; nothing was written", folder, strings.Join(there, ", "))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	for _, t := range templates {
		if err := writeNew(filepath.Join(folder, t.name), t.content); err != nil {
			return fmt.Errorf("init: %w", err)
		}
	}
	return nil
}

// writeNew writes a file that must not exist, also when another program makes it at the same time.
func writeNew(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
