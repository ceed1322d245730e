package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Write writes every table of the facts into a folder, one CSV file each, rows in their order: UTF-8, LF, quoted only where
// RFC 4180 asks for it. What Read has read from files of that form it writes back byte for byte. The folder is made when it
// is not there.
//
// Write refuses a folder that holds anything that is not a table of a release, so that it does not replace files of another
// kind that happen to have a table's name. All files are written aside and then renamed, so a failure leaves the old ones.
func Write(folder string, facts *graph.Facts) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := onlyTables(folder); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	var written []string
	defer func() {
		for _, name := range written {
			_ = os.Remove(name) // gone already when all went well
		}
	}()
	for _, t := range graph.Tables() {
		name, err := writeAside(folder, t, facts)
		if name != "" {
			written = append(written, name)
		}
		if err != nil {
			return fmt.Errorf("export %s.csv: %w", t.Name, err)
		}
	}
	for i, t := range graph.Tables() {
		if err := os.Rename(written[i], filepath.Join(folder, t.Name+".csv")); err != nil {
			return fmt.Errorf("export %s.csv: %w", t.Name, err)
		}
	}
	return nil
}

// companions may stand beside the tables of a release.
var companions = map[string]bool{"dictionary.md": true, "licence_rules.md": true, "README.md": true}

func onlyTables(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		base, isCSV := strings.CutSuffix(name, ".csv")
		switch table := graph.TableOf(base); {
		case strings.HasPrefix(name, ".") || companions[name]:
		case !isCSV || table == nil || e.IsDir():
			return fmt.Errorf("the folder %s holds %s, which is no table of a release; choose an empty folder or one with an earlier export", folder, name)
		default:
			if err := ours(filepath.Join(folder, name), table); err != nil {
				return err
			}
		}
	}
	return nil
}

// ours tells by its header whether a file is a table of a release.
func ours(path string, t *graph.Table) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	header := headerLine(t)
	head, err := io.ReadAll(io.LimitReader(f, int64(len(header)+5)))
	if err != nil {
		return err
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if len(head) > 0 && strings.TrimRight(string(line), "\r") != header {
		return fmt.Errorf("%s does not start with the header of the table %s; it was not written by an export, so it is not replaced", path, t.Name)
	}
	return nil
}

// writeAside writes a table to a hidden file of its own and returns its name, also when it fails half-way.
func writeAside(folder string, t *graph.Table, facts *graph.Facts) (name string, err error) {
	f, err := os.CreateTemp(folder, "."+t.Name+"-*.csv")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Chmod(0o644); err != nil {
		return f.Name(), err
	}
	out := bufio.NewWriterSize(f, 1<<16)
	writeTable(out, t, facts)
	return f.Name(), out.Flush()
}

// writeTable writes header and rows; errors stay in out until it is flushed.
func writeTable(out *bufio.Writer, t *graph.Table, facts *graph.Facts) {
	out.WriteString(headerLine(t))
	out.WriteByte('\n')
	var cells []string
	for row := range t.Len(facts) {
		cells = t.AppendCells(cells[:0], facts, row)
		for i, cell := range cells {
			if i > 0 {
				out.WriteByte(',')
			}
			if strings.ContainsAny(cell, ",\"\r\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			out.WriteString(cell)
		}
		out.WriteByte('\n')
	}
}
