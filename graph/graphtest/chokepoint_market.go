package graphtest

import (
	"math"
	"slices"
)

// party is a maker on record at one of its places.
type party struct {
	left    *amount
	country string
	tonnes  float64
}

// partiesOf lists who is on record for making an item: makers of it or of a grade, and makers of a class, who may make it.
func (w *lossWriter) partiesOf(item string) []party {
	var all []party
	for i, n := range w.nodes {
		made := w.outputs[[2]string{n.firm, n.item}]
		certain := n.item == item || slices.Contains(w.below(item), n.item)
		if n.kind != "output" || made.passed || !certain && !slices.Contains(w.above(item), n.item) {
			continue
		}
		takes := w.needs(i)
		if !certain {
			takes = nil
		}
		for _, p := range w.places(made) {
			one := party{nil, w.countryOf[n.firm], math.NaN()}
			if p.facility != "" {
				one.country = w.countryOf[p.facility]
			}
			of := takes
			if of == nil {
				of = w.making(item, one.country)
			}
			one.left = leastOf(w.firm(n.firm), of, w.place(n.firm, n.item, p))
			if n.item == item {
				one.tonnes = p.tonnes
			}
			all = append(all, one)
		}
	}
	return all
}

// worldShares are the publications that stand for an item, at each stage, as shares of countries.
func (w *lossWriter) worldShares(item string) (all []worldShare) {
	stages := w.stagesOf(item)
	for _, s := range w.published(item) {
		if !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	for _, stage := range stages {
		if stage == "" {
			continue
		}
		for _, p := range w.figures(stage, item) {
			s := worldShare{stage: stage, parts: map[string]float64{}}
			total, tonnes, of := 0.0, 0.0, 0.0
			for _, r := range p.rows {
				part := r.SharePercent.Value / 100
				total += part
				if part > 0 {
					s.parts[r.Country] += part
				}
				if p.of == item && r.Tonnes.Known && part > 0 {
					tonnes, of = tonnes+r.Tonnes.Value, of+part
				}
			}
			for c := range s.parts {
				s.parts[c] /= max(total, 1)
			}
			if of > 0 {
				s.world = tonnes / of
			}
			if len(s.parts) > 0 {
				all = append(all, s)
			}
		}
	}
	return all
}

type worldShare struct {
	stage string
	parts map[string]float64
	world float64 // tonnes; 0 where not stated for the very item
}

// supply is what the world leaves of an item to those for whom the part of the country with a border passes some bars.
func (w *lossWriter) supply(item string, bars []LossBar) *amount {
	parties, shares := w.partiesOf(item), w.worldShares(item)
	for i := range parties {
		if w.home(parties[i].country) {
			parties[i].left = w.through(bars, parties[i].left)
		}
	}
	var named []*amount
	for _, p := range parties {
		named = append(named, p.left)
	}
	if w.reading == readOnRecord && len(named) > 0 {
		return mostOf(named...)
	}
	if len(shares) == 0 {
		return w.either(append(named, w.elsewhere(item, w.stagesOf(item), bars, true))...)
	}
	var all []*amount
	for _, s := range shares {
		all = append(all, w.capped(item, s, bars), w.shared(item, s, parties, bars))
	}
	return leastOf(all...)
}

// shared is an item by one publication: each country has its share, what is not covered is somewhere.
func (w *lossWriter) shared(item string, s worldShare, parties []party, bars []LossBar) *amount {
	stages := append(w.stagesOf(item), s.stage)
	out := &amount{rule: "sum"}
	rest := 1.0
	somewhere := []*amount{w.elsewhere(item, stages, bars, w.border != nil && s.parts[w.border.Country] == 0)}
	for country, part := range s.parts {
		rest -= part
		nobody := leastOf(w.country(country, stages), w.making(item, country))
		if w.home(country) {
			nobody = w.through(bars, nobody)
		}
		unstated := []*amount{nobody}
		var here []party
		stated := 0.0
		for _, p := range parties {
			switch {
			case p.country != country:
			case s.world > 0 && p.tonnes > 0:
				here, stated = append(here, p), stated+p.tonnes/s.world
			default:
				unstated = append(unstated, p.left)
			}
		}
		for _, p := range here { // makers with a capacity have their part of the country's share, all of it at most
			out.of, out.weights = append(out.of, p.left), append(out.weights, p.tonnes/s.world*min(1, part/stated))
		}
		if stated < part*(1-1e-9) {
			out.of, out.weights = append(out.of, w.either(unstated...)), append(out.weights, part-stated)
		}
	}
	for _, p := range parties {
		if s.parts[p.country] == 0 {
			somewhere = append(somewhere, p.left)
		}
	}
	if rest > 1e-9 {
		out.of, out.weights = append(out.of, w.either(somewhere...)), append(out.weights, rest)
	}
	return out
}

// elsewhere stands for makers not on record, who may be in any country; not at home where others are said to be.
func (w *lossWriter) elsewhere(item string, stages []string, bars []LossBar, home bool) *amount {
	all := []*amount{w.somewhere(item, bars, home)}
	for _, c := range w.Countries {
		if w.reading == readLost {
			all = append(all, w.country(c.ID, stages))
		}
	}
	return leastOf(all...)
}

// making is what the recipe of an item takes from the world in a country, at home of what never left.
func (w *lossWriter) making(item, country string) *amount {
	r := w.recipe(item)
	if len(r.inputs) == 0 || w.isOre(item) || w.isScrap(item) {
		return whole1
	}
	met := func(input string) *amount { return w.metIn(input, country) }
	var all []*amount
	for _, input := range r.inputs {
		switch {
		case r.grades && len(w.worldShares(item)) > 0:
			all = append(all, w.making(input, country))
		case r.grades:
			all = append(all, met(input))
		default:
			all = append(all, w.replaceable(met(input), input, item, met))
		}
	}
	if r.any {
		return w.either(all...)
	}
	return leastOf(all...)
}
