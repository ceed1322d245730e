package graphtest

import (
	"maps"
	"slices"
)

// solve sweeps the formulas of a reading from 1 downwards. With up, a sum serves as long as any of its parts does.
func (l *Losses) solve(reading string, up bool, lost []Loss) []float64 {
	cells := l.cells[reading]
	if l.border != nil {
		lost = append(slices.Clone(lost), theLaw)
	}
	values := make([]float64, len(cells))
	for i := range values {
		values[i] = 1
	}
	for again, sweeps := true, 0; again && sweeps < 20_000; sweeps++ {
		again = false
		for i, c := range cells {
			if v := c.value(values, up, lost); v < values[i]-1e-15 {
				again = again || v < values[i]-1e-13
				values[i] = v
			}
		}
	}
	return values
}

func (a *amount) value(cells []float64, up bool, lost []Loss) float64 {
	switch a.rule {
	case "loss":
		if slices.Contains(lost, a.loss) {
			return 0
		}
		return 1
	case "cell":
		return cells[a.cell]
	case "least":
		v := 1.0
		for _, b := range a.of {
			v = min(v, b.value(cells, up, lost))
		}
		return v
	}
	v, left := 0.0, 1.0
	for i, b := range a.of {
		part := b.value(cells, up, lost)
		if a.rule == "most" || up && a.weights[i] > 0 {
			v = max(v, part)
		} else if !up {
			left -= a.weights[i] * (1 - part)
		}
	}
	if a.rule == "most" || up {
		return v
	}
	return max(left, 0)
}

// asked gives the cells that stand for an item, or for the outputs of a firm.
func (l *Losses) asked(of string) []int {
	if at := slices.Index(l.items, of); at >= 0 {
		return []int{len(l.nodes) + at}
	}
	var all []int
	for i, n := range l.nodes {
		if n.kind == "output" && n.firm == of {
			all = append(all, i)
		}
	}
	return all
}

// Asks tells whether there is anything to ask about: an item of a chain, or a firm that makes something.
func (l *Losses) Asks(of string) bool { return len(l.asked(of)) > 0 }

func (l *Losses) left(of, reading string, up bool, lost []Loss) float64 {
	values, v := l.solve(reading, up, lost), 1.0
	for _, at := range l.asked(of) {
		v = min(v, values[at])
	}
	return v
}

// Leaves is what losses leave of an item, or of a firm's outputs.
func (l *Losses) Leaves(of string, lost []Loss) (low, high float64) {
	return l.left(of, readLost, false, lost), l.left(of, readKept, false, lost)
}

// ByLaw tells what the law alone does to an item or to a firm's outputs: it leaves at most so much, and it leaves nobody on record.
func (l *Losses) ByLaw(of string, below float64) (stopped, nobody bool) {
	stopped = l.left(of, readKept, false, nil) <= below+1e-9
	if below == 0 {
		stopped = l.left(of, readKept, true, nil) == 0
	}
	return stopped, l.left(of, readOnRecord, true, nil) == 0
}

// Minimal lists the minimal sets, up to a size, of losses of some kinds (all where none is named): those that leave at most so much of an
// item or of a firm's outputs, and those that leave nobody on record and hold none of the first.
func (l *Losses) Minimal(of string, size int, below float64, among []string) (proven, named [][]Loss) {
	stops := func(set []Loss) bool { return l.left(of, readKept, false, set) <= below+1e-9 }
	if below == 0 {
		stops = func(set []Loss) bool { return l.left(of, readKept, true, set) == 0 }
	}
	if stops(nil) { // by law: there is nothing left to lose
		return nil, nil
	}
	proven = l.minimal(of, size, among, stops)
	named = l.minimal(of, size, among, func(set []Loss) bool { return l.left(of, readOnRecord, true, set) == 0 })
	named = slices.DeleteFunc(named, func(set []Loss) bool {
		return slices.ContainsFunc(proven, func(p []Loss) bool { return contains(set, p) })
	})
	return proven, named
}

func (l *Losses) minimal(of string, size int, among []string, stops func([]Loss) bool) [][]Loss {
	if stops(nil) {
		return nil
	}
	var all []Loss
	for _, found := range l.named() {
		if (len(among) == 0 && found.Kind != "CONTROL" || slices.Contains(among, found.Kind)) && found != (Loss{"FIRM", of, ""}) {
			all = append(all, found)
		}
	}
	var sets [][]Loss
	var try func(k, from int, set []Loss)
	try = func(k, from int, set []Loss) {
		if slices.ContainsFunc(sets, func(s []Loss) bool { return contains(set, s) }) {
			return
		}
		if k == 0 {
			if stops(set) {
				sets = append(sets, slices.Clone(set))
			}
			return
		}
		for i := from; i < len(all); i++ {
			try(k-1, i+1, append(set, all[i]))
		}
	}
	for k := 1; k <= size; k++ {
		try(k, 0, nil)
	}
	return sets
}

func contains(set, part []Loss) bool {
	return !slices.ContainsFunc(part, func(p Loss) bool { return !slices.Contains(set, p) })
}

// named lists the losses that any formula names.
func (l *Losses) named() []Loss {
	var all []Loss
	var look func(a *amount)
	look = func(a *amount) {
		if a.rule == "loss" && a.loss != theLaw && !slices.Contains(all, a.loss) {
			all = append(all, a.loss)
		}
		for _, b := range a.of {
			look(b)
		}
	}
	for _, c := range slices.Concat(l.cells[readKept], l.cells[readOnRecord]) {
		look(c)
	}
	return all
}

// Unsupplied lists the items on the way to what is asked about that have neither a maker nor a share of the market on record.
func (l *Losses) Unsupplied(of string) []string {
	w := &lossWriter{l, readKept}
	seen := map[int]bool{}
	var look func(a *amount)
	look = func(a *amount) {
		if a.rule == "cell" && !seen[a.cell] {
			seen[a.cell] = true
			look(l.cells[readKept][a.cell])
		}
		for i, b := range a.of {
			if a.rule != "sum" || a.weights[i] > 0 {
				look(b)
			}
		}
	}
	for _, at := range l.asked(of) {
		look(&amount{rule: "cell", cell: at})
	}
	met := map[string]bool{}
	for at, item := range l.metItem[readKept] {
		met[item] = met[item] || seen[at]
	}
	var all []string
	for i, item := range l.items {
		if (met[item] || seen[len(l.nodes)+i]) && len(w.partiesOf(item))+len(w.worldShares(item)) == 0 {
			all = append(all, item)
		}
	}
	return all
}

// Stops lists the items whose stop has a part in stopping what is asked about: those on the way whose supply in the world, or whose need or
// making in-house by a firm, is stopped.
func (l *Losses) Stops(of string, set []Loss, below float64, onRecord bool) []string {
	reading, up := readKept, onRecord || below == 0
	if onRecord {
		reading = readOnRecord
	}
	if up {
		below = 0
	}
	values := l.solve(reading, up, set)
	if l.border != nil {
		set = append(slices.Clone(set), theLaw)
	}
	seen, stopped := map[int]bool{}, map[string]bool{}
	var look func(a *amount)
	look = func(a *amount) {
		if a.value(values, up, set) > below+1e-9 {
			return
		}
		if a.rule == "cell" && !seen[a.cell] {
			seen[a.cell] = true
			if at := a.cell - len(l.nodes); at >= len(l.items) {
				stopped[l.metItem[reading][a.cell]] = true
			} else if at >= 0 {
				stopped[l.items[at]] = true
			} else if n := l.nodes[a.cell]; n.kind == "line" || n.kind == "step" {
				stopped[n.item] = true
			}
			look(l.cells[reading][a.cell])
		}
		for i, b := range a.of {
			if a.rule != "sum" || a.weights[i] > 0 {
				look(b)
			}
		}
	}
	for _, at := range l.asked(of) {
		look(&amount{rule: "cell", cell: at})
	}
	delete(stopped, of)
	return slices.Sorted(maps.Keys(stopped))
}
