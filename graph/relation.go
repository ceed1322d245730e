package graph

// Relation holds one kind of link in both directions. Row i of its table joins From[i] to To[i]; the columns stand beside
// it. A row whose end is empty has NoNode there and appears only at its other end.
type Relation struct {
	Table    int // index of the table in Tables()
	From, To []Node
	Source   []Node // NoNode where the table has no source column
	out, in  adjacency
}

// Len is the number of rows.
func (r *Relation) Len() int { return len(r.From) }

// Out lists the rows that leave n, in row order. The slice is shared: do not change it.
func (r *Relation) Out(n Node) []int32 { return r.out.of(n) }

// In lists the rows that enter n, in row order. The slice is shared: do not change it.
func (r *Relation) In(n Node) []int32 { return r.in.of(n) }

// Row points to row i.
func (r *Relation) Row(i int32) RowRef { return RowRef{Table: r.Table, Index: i} }

// adjacency lists row numbers by node in compressed form.
type adjacency struct {
	offsets []uint32
	rows    []int32
}

func (a *adjacency) of(n Node) []int32 { return a.rows[a.offsets[n]:a.offsets[n+1]] }

// newAdjacency sorts row numbers by their end, in O(nodes + rows).
func newAdjacency(nodes int, ends []Node) adjacency {
	a := adjacency{offsets: make([]uint32, nodes+1)}
	for _, n := range ends {
		if n != NoNode {
			a.offsets[n+1]++
		}
	}
	for i := range nodes {
		a.offsets[i+1] += a.offsets[i]
	}
	a.rows = make([]int32, a.offsets[nodes])
	next := make([]uint32, nodes)
	copy(next, a.offsets)
	for row, n := range ends {
		if n != NoNode {
			a.rows[next[n]] = int32(row)
			next[n]++
		}
	}
	return a
}

// RowRef points to one row of a release.
type RowRef struct {
	Table int // index in Tables()
	Index int32
}

var tableIndex = func() map[string]int {
	index := map[string]int{}
	for i, t := range Tables() {
		index[t.Name] = i
	}
	return index
}()

// Receipt is a row opened for a reader: where it stands, what it says and on whose word.
type Receipt struct {
	File       string // supplies.csv
	Line       int32
	Columns    []string
	Cells      []string
	Source     Node       // NoNode where the table has no source column
	Confidence Confidence // empty where the table has no confidence column
}

// Receipt opens a row. A row of a scenario names the edit by its number.
func (s *Snapshot) Receipt(ref RowRef) Receipt {
	if ref.Table == ScenarioTable {
		return Receipt{File: "scenario", Line: ref.Index, Source: NoNode}
	}
	t := Tables()[ref.Table]
	r := Receipt{File: t.Name + ".csv", Line: t.Line(s.facts, int(ref.Index)), Cells: t.Cells(s.facts, int(ref.Index)), Source: NoNode}
	for i, c := range t.Columns {
		r.Columns = append(r.Columns, c.Name)
		switch c.Name {
		case "source":
			if n, ok := s.bySource.find(r.Cells[i]); ok {
				r.Source = n
			}
		case "confidence":
			r.Confidence = Confidence(r.Cells[i])
		}
	}
	return r
}
