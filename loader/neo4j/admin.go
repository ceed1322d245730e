package neo4j

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
)

// AdminArguments is the file of WriteAdminImport that holds the arguments of neo4j-admin.
const AdminArguments = "arguments.txt"

// WriteAdminImport writes facts as CSV files for `neo4j-admin database import full`, which fills an empty, stopped database several times
// faster than Load can, with the same graph, READY. Run it in that folder with @arguments.txt. The next Load of the same facts finds
// them there; it adds the constraints and indexes, and keeps the release. The folder is made; the error is ErrFacts for facts that Load would
// refuse, and another when the folder is not empty. at is the time that the release node gives as that of the load.
func WriteAdminImport(folder string, facts *graph.Facts, at time.Time) error {
	w, err := newWanted(facts)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if there, err := os.ReadDir(folder); err != nil || len(there) > 0 {
		return errors.Join(err, fmt.Errorf("the folder %s is not empty", folder))
	}
	a := &adminImport{folder: folder, wanted: w, arguments: []string{"--multiline-fields=true"}}
	if err := a.release(facts.Release(), at); err != nil {
		return err
	}
	seq := map[string]int64{}
	for _, n := range w.model.nodes {
		if err := a.nodes(n, seq); err != nil {
			return err
		}
	}
	for _, r := range w.model.verbs {
		if err := a.relations(r); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(folder, AdminArguments), []byte(strings.Join(a.arguments, "\n")+"\n"), 0o600)
}

type adminImport struct {
	folder    string
	wanted    *wanted
	arguments []string
}

// file writes one CSV file and notes the argument that names it: --nodes=Item:Element=elements.csv.
func (a *adminImport) file(option, labels, name string, header []string, rows func(write func([]string) error) error) (err error) {
	a.arguments = append(a.arguments, fmt.Sprintf("--%s=%s=%s", option, labels, name))
	file, err := os.Create(filepath.Join(a.folder, name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	buffer := bufio.NewWriterSize(file, 1<<16)
	out := csv.NewWriter(buffer)
	if err := out.Write(header); err != nil {
		return err
	}
	if err := rows(out.Write); err != nil {
		return err
	}
	out.Flush()
	return errors.Join(out.Error(), buffer.Flush())
}

// release writes the node that says which release this is, as finish sets it.
func (a *adminImport) release(id string, at time.Time) error {
	nodes, relations, rows := a.wanted.counts()
	header := []string{"name:ID(Release)", "id:string", "state:string", "load:long", "loaded_at:datetime", "model:long", "rows:long",
		"nodes:long", "relationships:long"}
	return a.file("nodes", "Release", "release.csv", header, func(write func([]string) error) error {
		return write([]string{"current", id, stateReady, "1", at.UTC().Format("2006-01-02T15:04:05Z"), strconv.Itoa(modelVersion),
			strconv.Itoa(rows), strconv.Itoa(nodes), strconv.Itoa(relations)})
	})
}

func (a *adminImport) nodes(n *nodeTable, seq map[string]int64) error {
	facts := a.wanted.facts
	if n.table.Len(facts) == 0 {
		return nil
	}
	properties := slices.DeleteFunc(slices.Clone(n.properties), func(p property) bool { return p.name == "id" })
	header := append([]string{"id:ID(" + n.base + ")", "line:long", "seq:long"}, adminColumns(properties)...)
	return a.file("nodes", n.labels[1:], n.table.Name+".csv", header, func(write func([]string) error) error {
		for i := range n.table.Len(facts) {
			cells := n.table.Cells(facts, i)
			seq[n.base]++
			row, err := adminCells([]string{idOf(n.table, cells), strconv.Itoa(int(n.table.Line(facts, i))),
				strconv.FormatInt(seq[n.base], 10)}, properties, cells)
			if err := cmp.Or(err, write(row)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *adminImport) relations(r *relationType) error {
	groups := map[relationEnds][]string{}
	for id, want := range a.wanted.relations[r.name] {
		group := relationEnds{r, want.from.label, want.to.label}
		groups[group] = append(groups[group], id)
	}
	ends := slices.SortedFunc(maps.Keys(groups), func(x, y relationEnds) int { return cmp.Compare(x.from+" "+x.to, y.from+" "+y.to) })
	for _, group := range ends {
		slices.Sort(groups[group])
		header := []string{":START_ID(" + group.from + ")", ":END_ID(" + group.to + ")", "id:string"}
		if r.table != nil {
			header = append(append(header, "line:long"), adminColumns(r.properties)...)
		}
		name := fmt.Sprintf("%s-%s-%s.csv", r.name, group.from, group.to)
		err := a.file("relationships", r.name, name, header, func(write func([]string) error) error {
			for _, id := range groups[group] {
				row, err := a.relationCells(r, id)
				if err := cmp.Or(err, write(row)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *adminImport) relationCells(r *relationType, id string) ([]string, error) {
	want := a.wanted.relations[r.name][id]
	row := []string{want.from.id, want.to.id, id}
	if r.table == nil {
		return row, nil
	}
	row = append(row, strconv.Itoa(int(r.table.Line(a.wanted.facts, want.row))))
	return adminCells(row, r.properties, r.table.Cells(a.wanted.facts, want.row))
}

// adminColumns names the columns of properties with their types, as neo4j-admin wants them.
func adminColumns(properties []property) []string {
	types := map[graph.ColumnType]string{graph.Decimal: "double", graph.Whole: "long", graph.Boolean: "boolean",
		graph.EnumerationList: "string[]", graph.CodeList: "string[]"}
	var columns []string
	for _, p := range properties {
		columns = append(columns, p.name+":"+cmp.Or(types[p.column.Type], "string"))
		if p.hasText() {
			columns = append(columns, p.name+textSuffix+":string")
		}
	}
	return columns
}

// adminCells appends the cells of adminColumns. They are the cells of the table, since neo4j-admin parts lists as those do; an empty one is
// no property.
func adminCells(row []string, properties []property, cells []string) ([]string, error) {
	for _, p := range properties {
		_, text, err := propertyOf(p.column, cells[p.index])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		row = append(row, cells[p.index])
		if p.hasText() {
			row = append(row, text)
		}
	}
	return row, nil
}
