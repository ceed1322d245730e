package api

import (
	"github.com/lodestone-graph/lodestone/graph"
)

// Row is a row of the data as it stands in its file.
type Row struct {
	File       string
	Line       int
	Columns    []*Cell
	Source     *Source
	Confidence *graph.Confidence
}

// Cell is one cell of a row.
type Cell struct {
	Name  string
	Value string
}

func (w *World) row(ref graph.RowRef) *Row {
	receipt := w.View.Receipt(ref)
	r := &Row{File: receipt.File, Line: int(receipt.Line), Confidence: word(receipt.Confidence)}
	for i, name := range receipt.Columns {
		r.Columns = append(r.Columns, &Cell{name, receipt.Cells[i]})
	}
	if receipt.Source != graph.NoNode {
		r.Source = w.source(receipt.Source)
	}
	return r
}

func (w *World) rows(refs []graph.RowRef, first int) []*Row {
	shown := head(refs, first)
	rows := make([]*Row, len(shown))
	for i, ref := range shown {
		rows[i] = w.row(ref)
	}
	return rows
}

// Receipt is what stands behind an answer.
type Receipt struct {
	Formula  string
	RowCount int

	world *World
	rows  []graph.RowRef
	flags graph.Flags
}

// Rows opens the rows behind the answer.
func (r *Receipt) Rows(first int) []*Row { return r.world.rows(r.rows, first) }

// Assumption is an assumption or limit of an answer.
type Assumption struct {
	Flag    graph.Flag
	Meaning string
}

// Assumptions explains the flags of the answer.
func (r *Receipt) Assumptions() []*Assumption {
	list := make([]*Assumption, len(r.flags))
	for i, flag := range r.flags {
		list[i] = &Assumption{flag, r.world.meanings[flag]}
	}
	return list
}

// receipt gathers what stands behind an answer, each row once, in the order given.
func (w *World) receipt(formula string, rows []graph.RowRef, flags graph.Flags) *Receipt {
	seen := make(map[graph.RowRef]bool, len(rows))
	r := &Receipt{Formula: formula, world: w, flags: flags}
	for _, row := range rows {
		if !seen[row] {
			seen[row] = true
			r.rows = append(r.rows, row)
		}
	}
	r.RowCount = len(r.rows)
	return r
}
