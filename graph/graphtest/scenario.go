package graphtest

import (
	"fmt"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// ScenarioEdit is an edit of a scenario by readable ids.
type ScenarioEdit struct {
	Kind   string           // remove, limit, sale, plant or delay
	Target ExposureQuestion // of remove, limit and delay: its conditions alone count

	Factor                          float64
	Supplier, Buyer, Firm, Item, In string
	Share, Tonnes                   float64 // NaN: not stated
	Start                           graph.Day
	Years                           int
}

// EditedFacts are facts with the edits of a scenario written into their rows: additions become rows, what is removed is taken out of
// makes, produces and supplies, shares of the world market are scaled. ok is false where rows cannot say what the edits mean, as when
// one of two operators of a plant loses what both of them make there.
//
// A firm whose last seller of an item is gone still needs it. Rows say so by a sale of nothing at all from nobody: Kept lists these
// needs for the firms that lose their own making instead.
type EditedFacts struct {
	Facts *graph.Facts
	Kept  map[[2]string]bool
}

// Names of what the edited rows need and the record does not have.
const (
	editSource = "zz-scenario"
	nobody     = "zz-nobody"
)

type rowEditor struct {
	*Exposure
	edits []ScenarioEdit
	tests []*Exposure       // by edit: knows who is in its target
	since map[[2]string]int // by output: the edit whose sale is the first evidence of it
	gone  map[[2]string]bool
	out   *EditedFacts
	ok    bool
}

// EditFacts writes edits into rows as they stand on a day.
func EditFacts(f *graph.Facts, day graph.Day, filter graph.Filter, edits []ScenarioEdit) (*EditedFacts, bool) {
	facts := *f
	e := &rowEditor{edits: edits, since: map[[2]string]int{}, gone: map[[2]string]bool{}, ok: true,
		out: &EditedFacts{Facts: &facts, Kept: map[[2]string]bool{}}}
	facts.Sources = append(slices.Clone(facts.Sources), graph.Source{ID: editSource})
	facts.Firms = append(slices.Clone(facts.Firms), graph.Firm{ID: nobody, Country: "US", Source: editSource})
	e.add(day)
	e.delay(day, filter)
	e.read(day, filter)
	e.remove()
	e.sell()
	e.keepNeeds()
	e.plants()
	e.scaleMarket()
	return e.out, e.ok && e.sameOutputs(day, filter)
}

// sameOutputs tells whether the edited rows have just the outputs that the edits leave: a sale without a maker on record could make
// its seller one.
func (e *rowEditor) sameOutputs(day graph.Day, filter graph.Filter) bool {
	x := &Exposure{records: newRecords(e.out.Facts, day, filter), outputs: map[[2]string]*madeItem{}}
	x.findOutputs()
	x.inferOutputs()
	for k := range x.outputs {
		if e.outputs[k] == nil && k[0] != nobody {
			return false
		}
	}
	return true
}

func (e *rowEditor) add(day graph.Day) {
	f := e.out.Facts
	f.Supplies, f.Facilities = slices.Clone(f.Supplies), slices.Clone(f.Facilities)
	f.Operates, f.Produces = slices.Clone(f.Operates), slices.Clone(f.Produces)
	for i, edit := range e.edits {
		id := addedID(i + 1)
		switch {
		case edit.Start > day:
		case edit.Kind == "sale":
			f.Supplies = append(f.Supplies, graph.Supply{Supplier: edit.Supplier, Buyer: edit.Buyer, Item: edit.Item, Status: graph.SupplyStatusActive,
				SharePercent: known(edit.Share * 100), Source: editSource, Confidence: graph.ConfidenceHigh, Note: id})
		case edit.Kind == "plant":
			f.Facilities = append(f.Facilities, graph.Facility{ID: id, Country: edit.In, Status: graph.FacilityStatusOperating, Source: editSource})
			f.Operates = append(f.Operates, graph.Operation{Firm: edit.Firm, Facility: id, Source: editSource, Confidence: graph.ConfidenceHigh})
			f.Produces = append(f.Produces, graph.Production{Facility: id, Item: edit.Item, CapacityTonnesPerYear: known(edit.Tonnes),
				Source: editSource, Confidence: graph.ConfidenceHigh})
		}
	}
}

func addedID(edit int) string { return fmt.Sprintf("edit-%d", edit) }

func addedBy(id string) int {
	edit := 0
	if _, err := fmt.Sscanf(id, "edit-%d", &edit); err != nil {
		return 0
	}
	return edit
}

// known is a stated number; NaN is none.
func known(x float64) graph.Number {
	if math.IsNaN(x) {
		return graph.Number{}
	}
	return graph.Number{Value: x, Known: true}
}

// delay writes later start years.
func (e *rowEditor) delay(day graph.Day, filter graph.Filter) {
	f := e.out.Facts
	for _, edit := range e.edits {
		t := &Exposure{records: newRecords(f, day, filter), q: edit.Target, control: map[string]map[string]bool{}}
		for i := range f.Facilities {
			p := &f.Facilities[i]
			late := edit.Kind == "delay" && (p.Status == graph.FacilityStatusPlanned || p.Status == graph.FacilityStatusConstruction)
			if late && p.StartYear.Known && t.plantAsked(p) {
				p.StartYear.Value += int32(edit.Years)
			}
		}
	}
}

// plantAsked tells whether a plant lies in a target.
func (x *Exposure) plantAsked(p *graph.Facility) bool {
	q := x.q
	if len(q.Facilities) > 0 && !slices.Contains(q.Facilities, p.ID) {
		return false
	}
	items := []string{}
	for _, row := range x.Produces {
		if row.Facility == p.ID && x.keeps(row.Source, row.Confidence) {
			items = append(items, row.Item)
		}
	}
	if len(q.Items) > 0 && !slices.ContainsFunc(items, x.itemAsked) {
		return false
	}
	if len(q.Stages) > 0 && !slices.ContainsFunc(q.Stages, func(s string) bool {
		return string(p.Stage) == s || slices.ContainsFunc(items, func(i string) bool { return x.answers(i, s) })
	}) {
		return false
	}
	here := len(q.Countries) == 0 || q.By != "OWNERSHIP" && x.countryAsked(p.Country)
	if here && len(q.Firms)+len(q.Owners) == 0 {
		return true
	}
	return slices.ContainsFunc(x.Operates, func(o graph.Operation) bool {
		return o.Facility == p.ID && x.keeps(o.Source, o.Confidence) && (here || q.By != "LOCATION" && q.By != "" && x.controlled("countries")[o.Firm]) &&
			(len(q.Firms) == 0 || x.firmAsked(o.Firm).high > 0) && (len(q.Owners) == 0 || x.controlled("owners")[o.Firm])
	})
}

// read finds the outputs of the record with its additions.
func (e *rowEditor) read(day graph.Day, filter graph.Filter) {
	r := newRecords(e.out.Facts, day, filter)
	e.Exposure = &Exposure{records: r, outputs: map[[2]string]*madeItem{}}
	e.findOutputs()
	onRecord := map[[2]string]bool{}
	for k := range e.outputs {
		onRecord[k] = true
	}
	e.inferOutputs()
	for k := range e.outputs {
		if !onRecord[k] {
			e.since[k] = len(e.edits)
			for _, s := range e.sales {
				if s.Supplier == k[0] && s.Item == k[1] {
					e.since[k] = min(e.since[k], addedBy(s.Note))
				}
			}
		}
	}
	for _, edit := range e.edits {
		e.tests = append(e.tests, &Exposure{records: r, q: edit.Target, control: map[string]map[string]bool{}})
	}
}

// left is what the edits after the one that adds a place leave of making an item there.
func (e *rowEditor) left(firm, item, facility string, since int) float64 {
	left := 1.0
	for i := max(since, addedBy(facility)); i < len(e.edits); i++ {
		edit := e.edits[i]
		if edit.Kind != "remove" && edit.Kind != "limit" {
			continue
		}
		if e.tests[i].inTarget(firm, item, []plant{{facility, math.NaN()}}).high > 0 {
			if edit.Kind == "remove" {
				left = 0
			} else {
				left *= edit.Factor
			}
		}
	}
	return left
}

func (e *rowEditor) removed(k [2]string, made *madeItem) bool {
	if len(made.plants) == 0 {
		return e.left(k[0], k[1], "", e.since[k]) == 0
	}
	none := 0
	for _, p := range made.plants {
		if e.left(k[0], k[1], p.facility, e.since[k]) == 0 {
			none++
		}
	}
	if made.byStage && none > 0 && none < len(made.plants) {
		e.ok = false // no row says in which of the plants of a stage an item is made
	}
	return none == len(made.plants)
}

// remove takes away the outputs of which nothing is left.
func (e *rowEditor) remove() {
	for k, made := range e.outputs {
		e.gone[k] = e.removed(k, made)
	}
	for k, gone := range e.gone {
		if gone {
			delete(e.outputs, k)
		}
	}
	f := e.out.Facts
	f.Makes = slices.DeleteFunc(slices.Clone(f.Makes), func(m graph.Making) bool { return e.gone[[2]string{m.Firm, m.Item}] })
	for i := range e.edits { // what is sold after it was taken away is made anew
		for _, s := range e.sales {
			k := [2]string{s.Supplier, s.Item}
			if s.Note != addedID(i+1) || e.serves(k) {
				continue
			}
			if e.gone[k] = false; e.serves(k) {
				continue
			}
			e.since[k] = i + 1
			made := &madeItem{}
			e.placeByStage(k, made)
			if e.gone[k] = e.removed(k, made); !e.gone[k] {
				e.outputs[k] = made
			}
		}
	}
}

// serves tells whether anything is left from which a sale of a firm and item may come. Who buys an item passes on just that.
func (e *rowEditor) serves(k [2]string) bool {
	if e.outputs[k] != nil {
		return true
	}
	return !e.gone[k] && len(e.boughtBy(k[0], k[1])) == 0 && len(e.sold(k[0], k[1])) > 0
}

// sell takes away the sales whose sellers have nothing left to sell. The last sale of an item to a buyer becomes one of nothing.
func (e *rowEditor) sell() {
	f := e.out.Facts
	standing := func(s graph.Supply) bool {
		return !slices.Contains(e.items, s.Item) || !slices.Contains(e.sales, s) || e.serves([2]string{s.Supplier, s.Item})
	}
	var rows []graph.Supply
	for _, s := range f.Supplies {
		if standing(s) {
			rows = append(rows, s)
			continue
		}
		if slices.ContainsFunc(e.sales, func(o graph.Supply) bool { return o.Buyer == s.Buyer && o.Item == s.Item && standing(o) }) {
			continue
		}
		if e.inKind(s.Item) {
			e.ok = false // a sale of a grade would stand for one of its class
		}
		s.Supplier, s.SharePercent = nobody, known(0)
		rows = append(rows, s)
	}
	f.Supplies = rows
}

func (e *rowEditor) inKind(item string) bool { return len(e.above(item))+len(e.below(item)) > 0 }

// keepNeeds writes sales of nothing to firms that lose their own making of something that goes into what they, or a holder, make.
func (e *rowEditor) keepNeeds() {
	for _, firm := range e.out.Facts.Firms {
		group := append([]string{firm.ID}, e.held(firm.ID, true)...)
		for k, gone := range e.gone {
			need := [2]string{firm.ID, k[1]}
			if !gone || !slices.Contains(group, k[0]) || e.outputs[need] != nil || len(e.boughtBy(firm.ID, k[1])) > 0 || e.out.Kept[need] {
				continue
			}
			for made := range e.outputs {
				for _, item := range slices.Concat([]string{k[1]}, e.above(k[1]), e.below(k[1])) {
					e.out.Kept[need] = e.out.Kept[need] || made[0] == firm.ID && e.goesInto(item, made[1])
				}
			}
			if !e.out.Kept[need] {
				continue
			}
			if e.inKind(k[1]) {
				e.ok = false // a sale of a grade would stand for one of its class
			}
			e.out.Facts.Supplies = append(e.out.Facts.Supplies, graph.Supply{Supplier: nobody, Buyer: firm.ID, Item: k[1],
				Status: graph.SupplyStatusActive, SharePercent: known(0), Source: editSource, Confidence: graph.ConfidenceHigh})
		}
	}
}

// goesInto tells whether an item is in the recipe of another, at any depth.
func (e *rowEditor) goesInto(item, output string) bool {
	return slices.ContainsFunc(e.recipe(output).inputs, func(in string) bool { return in == item || e.goesInto(item, in) })
}

// plants takes away what is made in plants, or scales its capacity.
func (e *rowEditor) plants() {
	f := e.out.Facts
	var rows []graph.Production
	for _, p := range f.Produces {
		part := math.NaN()
		for _, o := range e.Operates {
			if o.Facility != p.Facility || !e.keeps(o.Source, o.Confidence) {
				continue
			}
			left := e.left(o.Firm, p.Item, p.Facility, 0)
			if !math.IsNaN(part) && left != part {
				e.ok = false // its operators keep different parts of it
			}
			part = left
		}
		if part == 0 {
			continue
		}
		if !math.IsNaN(part) {
			p.CapacityTonnesPerYear.Value *= part
		}
		rows = append(rows, p)
	}
	f.Produces = rows
}
