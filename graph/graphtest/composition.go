package graphtest

import (
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// Content is what one item holds of one thing by the slow twin of composition.
type Content struct {
	Low, Mid, High float64 // per unit of the item; NaN where not known
	Presence       string  // PRESENT, POSSIBLE, or empty
	Complete       bool
	Confidence     graph.Confidence
	Tier           int // links on the shortest chain; 0 for the thing itself
}

// Composition is the slow twin of composition: it walks every chain of rows again for every question, by readable ids, and keeps
// nothing. Give it small worlds only.
type Composition struct {
	Rows        []graph.Feed // those that the view keeps
	Kinds       []graph.Kind // all: the view keeps what things are
	Substitutes []graph.Substitute
	Recipes     map[string]bool // items with rows in the release, kept or not
	Form        map[string]graph.Form
	Elements    map[string]bool
}

// NewComposition reads a view row by row.
func NewComposition(v *graph.View) *Composition {
	f := v.Facts()
	c := &Composition{Kinds: f.Kinds, Recipes: map[string]bool{}, Form: map[string]graph.Form{}, Elements: map[string]bool{}}
	keep := keeper(v)
	for _, r := range f.Feeds {
		c.Recipes[r.To] = true
		if keep(r.Source, r.Confidence) {
			c.Rows = append(c.Rows, r)
		}
	}
	for _, s := range f.Substitutes {
		if keep(s.Source, s.Confidence) {
			c.Substitutes = append(c.Substitutes, s)
		}
	}
	for _, m := range f.Materials {
		c.Form[m.ID] = m.Form
	}
	for _, e := range f.Elements {
		c.Elements[e.ID] = true
	}
	return c
}

// Of tells what an item holds of a thing: an element or lump item, or any other item.
func (c *Composition) Of(item, thing string) Content {
	w := c.walk(item, thing)
	content := Content{
		Low: math.NaN(), Mid: math.NaN(), High: math.NaN(), Presence: w.presence(), Complete: w.quantified && !w.missing, Tier: w.tier,
		Confidence: confidences[max(w.sure, 0)],
	}
	if w.sure == 0 {
		content.Confidence = confidences[w.maybe]
	}
	if w.quantified {
		content.Low, content.High = w.low, w.high
		content.Mid = w.shownMid()
	}
	return content
}

var confidences = []graph.Confidence{"", graph.ConfidenceLow, graph.ConfidenceMedium, graph.ConfidenceHigh}

// walked is what a walk from an item back to a thing finds.
type walked struct {
	low, mid, high              float64
	sure, maybe                 int // strength of the best chain, 1 LOW to 3 HIGH; 0 where there is none
	quantified, missing, middle bool
	tier                        int
}

func (w walked) presence() string {
	switch {
	case w.sure > 0:
		return "PRESENT"
	case w.maybe > 0:
		return "POSSIBLE"
	}
	return ""
}

func (w walked) shownMid() float64 {
	if w.missing && !w.middle {
		return math.NaN()
	}
	return w.mid
}

func (c *Composition) walk(item, thing string) walked {
	if item == thing || !c.carriesOnly(thing) && c.isBelow(item, thing) {
		return walked{low: 1, mid: 1, high: 1, sure: 3, maybe: 3, quantified: true, middle: true}
	}
	if c.Recipes[item] {
		return c.walkRows(item, thing)
	}
	return c.walkKinds(item, thing)
}

// carriesOnly tells whether a thing is an element or lump item.
func (c *Composition) carriesOnly(thing string) bool {
	return c.Elements[thing] || strings.HasSuffix(thing, "-unspecified")
}

func (c *Composition) isBelow(item, class string) bool {
	for _, k := range c.Kinds {
		if k.KindOf == class && (k.Item == item || c.isBelow(item, k.Item)) {
			return true
		}
	}
	return false
}

func (c *Composition) joint(r graph.Feed) bool {
	from := c.Form[r.From]
	switch {
	case strings.HasSuffix(r.From, "-unspecified"):
		return false
	case from == "ORE_CONCENTRATE", from == "MIXED_COMPOUND", strings.HasSuffix(r.From, "-scrap"):
		return true
	}
	return from == "OXIDE" && c.Form[r.To] == "OXIDE"
}

func (c *Composition) rowsInto(item, thing string) []graph.Feed {
	var rows []graph.Feed
	for _, r := range c.Rows {
		if r.To == item && !(c.joint(r) && c.carriesOnly(thing)) {
			rows = append(rows, r)
		}
	}
	return rows
}

func (c *Composition) walkRows(item, thing string) walked {
	var w walked
	for _, set := range c.alternatives(c.rowsInto(item, thing)) {
		c.addSet(&w, set, thing)
	}
	return w
}

// addSet adds what a set of rows that are alternatives of each other brings in.
func (c *Composition) addSet(w *walked, set []graph.Feed, thing string) {
	places, essentialStated, named := 0, false, false
	for _, r := range set {
		if r.Essential == "true" {
			places++
			essentialStated = essentialStated || r.Quantity.Known && !c.joint(r)
		} else {
			named = named || c.isNamed(r)
		}
	}
	var highs []float64
	largestMid := math.Inf(-1)
	for _, r := range set {
		input := c.walk(r.From, thing)
		if input.maybe == 0 {
			continue
		}
		essential, stated := r.Essential == "true", r.Quantity.Known && !c.joint(r)
		strength := slices.Index(confidences, r.Confidence)
		w.maybe = max(w.maybe, min(strength, input.maybe))
		if essential {
			w.sure = max(w.sure, min(strength, input.sure))
		}
		if w.tier == 0 || input.tier+1 < w.tier {
			w.tier = input.tier + 1
		}
		if (essential || !essentialStated) && (!stated || input.missing) {
			w.missing = true
		}
		if !stated || !input.quantified {
			continue
		}
		w.quantified = true
		low, mid, high := r.Quantity.Value, r.Quantity.Value, r.Quantity.Value
		if r.QuantityLow.Known {
			low = r.QuantityLow.Value
		}
		if r.QuantityHigh.Known {
			high = r.QuantityHigh.Value
		}
		highs = append(highs, high*input.high)
		if essential {
			w.low += low * input.low
			w.mid += mid * input.mid
			w.middle = w.middle || input.middle
		} else if places == 0 && !named {
			largestMid = max(largestMid, mid*input.mid)
			w.middle = w.middle || input.middle
		}
	}
	if !math.IsInf(largestMid, -1) {
		w.mid += largestMid
	}
	slices.Sort(highs)
	slices.Reverse(highs)
	for i := range min(len(highs), max(places, 1)) {
		w.high += highs[i]
	}
}

// isNamed tells whether a row that is not essential is named in substitutes for its output.
func (c *Composition) isNamed(r graph.Feed) bool {
	return slices.ContainsFunc(c.Substitutes, func(s graph.Substitute) bool {
		return s.ForItem == r.To && (s.Item == r.From || s.Substitute == r.From)
	})
}

// alternatives splits the rows into one output into sets: starting from each row, everything that can take its place, and so on.
func (c *Composition) alternatives(rows []graph.Feed) [][]graph.Feed {
	var sets [][]graph.Feed
	taken := make([]bool, len(rows))
	for i := range rows {
		if taken[i] {
			continue
		}
		taken[i] = true
		set := []graph.Feed{rows[i]}
		for at := 0; at < len(set); at++ {
			for j := range rows {
				if !taken[j] && c.replaces(set[at], rows[j]) {
					taken[j] = true
					set = append(set, rows[j])
				}
			}
		}
		sets = append(sets, set)
	}
	return sets
}

func (c *Composition) replaces(x, y graph.Feed) bool {
	if x.Essential == "true" && y.Essential == "true" {
		return false
	}
	for _, a := range c.Kinds {
		for _, b := range c.Kinds {
			if a.Item == x.From && b.Item == y.From && a.KindOf == b.KindOf {
				return true
			}
		}
	}
	return slices.ContainsFunc(c.Substitutes, func(s graph.Substitute) bool {
		return s.ForItem == x.To && (s.Item == x.From && s.Substitute == y.From || s.Item == y.From && s.Substitute == x.From)
	})
}

func (c *Composition) walkKinds(class, thing string) walked {
	var lows, mids, highs []float64
	w := walked{sure: 3, middle: true}
	without, any := false, false
	for _, k := range c.Kinds {
		if k.KindOf != class {
			continue
		}
		any = true
		kind := c.walk(k.Item, thing)
		onRecord := c.onRecord(k.Item, thing)
		w.sure, w.maybe = min(w.sure, kind.sure), max(w.maybe, kind.maybe)
		if kind.maybe > 0 && (w.tier == 0 || kind.tier+1 < w.tier) {
			w.tier = kind.tier + 1
		}
		w.missing = w.missing || kind.missing || !onRecord || kind.maybe > 0 && !kind.quantified
		switch {
		case kind.quantified:
			w.quantified = true
			lows, mids, highs = append(lows, kind.low), append(mids, kind.shownMid()), append(highs, kind.high)
		case kind.maybe > 0:
			without = without || kind.sure == 0
		case onRecord:
			lows, mids, highs = append(lows, 0), append(mids, 0), append(highs, 0)
		}
	}
	if !any || w.maybe == 0 {
		return walked{}
	}
	if !w.quantified {
		return w
	}
	w.low, w.mid, w.high = slices.Min(lows), mids[0], slices.Max(highs)
	for _, mid := range mids {
		if !(math.Abs(mid-mids[0]) <= 1e-12*max(mid, mids[0])) {
			w.mid = math.NaN()
		}
	}
	if without && w.low > 0 {
		w.low, w.mid = 0, math.NaN()
	}
	return w
}

// onRecord tells whether anything of what an item is made of is on record.
func (c *Composition) onRecord(item, thing string) bool {
	if c.Elements[item] || !c.carriesOnly(thing) && c.Form[item] == "ORE_CONCENTRATE" {
		return true
	}
	for _, r := range c.rowsInto(item, thing) {
		if c.onRecord(r.From, thing) {
			return true
		}
	}
	if c.Recipes[item] {
		return false
	}
	for _, k := range c.Kinds {
		if k.KindOf == item && c.onRecord(k.Item, thing) {
			return true
		}
	}
	return false
}
