package content

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Bounds are the ends of a number that is not negative; High may be +Inf.
type Bounds struct{ Low, High float64 }

// open tells whether the number is not settled.
func (b Bounds) open() bool { return b.Low < b.High }

func exactly(x float64) Bounds { return Bounds{x, x} }

var anything = Bounds{0, math.Inf(1)}

// Verdict says whether the rule reaches a good.
type Verdict string

// The verdicts.
const (
	Yes     Verdict = "YES"
	No      Verdict = "NO"
	Unknown Verdict = "UNKNOWN"
)

// FactKind says what a deciding fact is about.
type FactKind string

// The kinds of deciding facts, in the order in which equals go.
const (
	Origin        FactKind = "ORIGIN"         // who sold the material, or what it was made of
	Amount        FactKind = "AMOUNT"         // how much of it is in the good
	ScopeOfRule   FactKind = "SCOPE"          // whether the rule names the good
	GoodPrice     FactKind = "GOOD_PRICE"     // what the good costs
	MaterialPrice FactKind = "MATERIAL_PRICE" // what the material costs
)

// term is one element of a good.
type term struct {
	element             graph.Node
	amount, part, price Bounds // kilograms per unit of the good; of them Chinese; per kilogram
}

// balance is what the share of a good rests on.
type balance struct {
	terms []term // that of most proven mass first
	good  Bounds // the price of a unit
	sure  bool   // a row names the good
}

// slack is what rounding may miss of the threshold.
const slack = 1e-12

// share is the part of the good's value.
func (b *balance) share() Bounds {
	low, high := 0.0, 0.0
	for i := range b.terms {
		t := &b.terms[i]
		low += product(t.amount.Low, t.part.Low, t.price.Low)
		high += product(t.amount.High, t.part.High, t.price.High)
	}
	return Bounds{quotient(low, b.good.High), quotient(high, b.good.Low)}
}

// kilograms are those of Chinese material in one unit of the good.
func (b *balance) kilograms() Bounds {
	var sum Bounds
	for i := range b.terms {
		sum.Low += product(b.terms[i].amount.Low, b.terms[i].part.Low)
		sum.High += product(b.terms[i].amount.High, b.terms[i].part.High)
	}
	return sum
}

// product multiplies; nothing of anything is nothing.
func product(factors ...float64) float64 {
	if slices.Contains(factors, 0) {
		return 0
	}
	x := 1.0
	for _, f := range factors {
		x *= f
	}
	return x
}

// quotient divides a part by a whole, which it does not exceed.
func quotient(part, whole float64) float64 {
	switch {
	case part == 0 || math.IsInf(whole, 1):
		return 0
	case whole == 0 || part >= whole:
		return 1
	}
	return part / whole
}

// reaches compares a share with a threshold.
func reaches(share Bounds, threshold float64) Verdict {
	least := threshold * (1 - slack)
	switch {
	case share.Low >= least:
		return Yes
	case share.High < least:
		return No
	}
	return Unknown
}

func (b *balance) verdict(threshold float64) Verdict {
	v := reaches(b.share(), threshold)
	if v == Yes && !b.sure {
		return Unknown
	}
	return v
}

// openFact is a fact that is not settled: where it stands, and how to settle it.
type openFact struct {
	kind    FactKind
	element graph.Node // NoNode for facts about the good
	at      func(b *balance) *Bounds
}

// open lists the facts that are not settled, in their order.
func (b *balance) open() []openFact {
	var facts []openFact
	add := func(kind FactKind, element graph.Node, at func(b *balance) *Bounds) {
		if at(b).open() {
			facts = append(facts, openFact{kind, element, at})
		}
	}
	for i := range b.terms {
		add(Origin, b.terms[i].element, func(b *balance) *Bounds { return &b.terms[i].part })
	}
	for i := range b.terms {
		add(Amount, b.terms[i].element, func(b *balance) *Bounds { return &b.terms[i].amount })
	}
	if !b.sure {
		facts = append(facts, openFact{kind: ScopeOfRule, element: graph.NoNode})
	}
	add(GoodPrice, graph.NoNode, func(b *balance) *Bounds { return &b.good })
	for i := range b.terms {
		add(MaterialPrice, b.terms[i].element, func(b *balance) *Bounds { return &b.terms[i].price })
	}
	return facts
}

// deciding finds the open fact that decides first: one that decides at both ends, else at one, else the first. ok is false where the verdict
// is known, or nothing is open.
func (b *balance) deciding(threshold float64) (best openFact, ok bool) {
	if b.verdict(threshold) != Unknown {
		return openFact{}, false
	}
	most := -1
	for _, f := range b.open() {
		if decides := b.decides(f, threshold); decides > most {
			best, most = f, decides
		}
	}
	return best, most >= 0
}

// decides counts the ends of a fact at which it decides. Ends that are only limits (a price that is not given, an amount without bound) count
// where some Chinese mass is proven, so that they are all that stands between it and a verdict.
func (b *balance) decides(f openFact, threshold float64) (ends int) {
	proven := b.kilograms().Low > 0
	for _, high := range []bool{false, true} {
		if f.at != nil && !proven && f.limit(b, high) {
			continue
		}
		if b.held(f, high).verdictOf(f, high, threshold) != Unknown {
			ends++
		}
	}
	return ends
}

// limit tells whether an end of a fact is only a limit.
func (f *openFact) limit(b *balance, high bool) bool {
	at := f.at(b)
	return math.IsInf(at.High, 1) && (high || f.kind == GoodPrice || f.kind == MaterialPrice)
}

// held is the balance with one fact at one of its ends.
func (b *balance) held(f openFact, high bool) *balance {
	other := *b
	other.terms = slices.Clone(b.terms)
	if f.at == nil {
		other.sure = high
		return &other
	}
	at := f.at(&other)
	if *at = exactly(at.Low); high {
		*at = exactly(f.at(b).High)
	}
	return &other
}

// verdictOf is the verdict with a fact held; a good that is known not to be named is no good of the rule.
func (b *balance) verdictOf(f openFact, high bool, threshold float64) Verdict {
	if f.at == nil && !high {
		return No
	}
	return b.verdict(threshold)
}
