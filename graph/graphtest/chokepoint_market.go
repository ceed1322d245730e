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
			takes = w.making(item)
		}
		for _, p := range w.places(made) {
			one := party{leastOf(w.firm(n.firm), takes, w.place(n.firm, n.item, p)), w.countryOf[n.firm], math.NaN()}
			if p.facility != "" {
				one.country = w.countryOf[p.facility]
			}
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

// supply is what the world leaves of an item.
func (w *lossWriter) supply(item string) *amount {
	parties, shares := w.partiesOf(item), w.worldShares(item)
	var named []*amount
	for _, p := range parties {
		named = append(named, p.left)
	}
	if w.reading == readOnRecord && len(named) > 0 {
		return mostOf(named...)
	}
	if len(shares) == 0 {
		return w.either(append(named, w.elsewhere(item, w.stagesOf(item)))...)
	}
	all := []*amount{w.making(item)}
	for _, s := range shares {
		all = append(all, w.shared(item, s, parties))
	}
	return leastOf(all...)
}

// shared is an item by one publication: each country has its share, what is not covered is somewhere.
func (w *lossWriter) shared(item string, s worldShare, parties []party) *amount {
	stages := append(w.stagesOf(item), s.stage)
	out := &amount{rule: "sum"}
	rest := 1.0
	somewhere := []*amount{w.elsewhere(item, stages)}
	for country, part := range s.parts {
		rest -= part
		unstated := []*amount{leastOf(w.country(country, stages), w.making(item))}
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

// elsewhere stands for makers not on record, who may be in any country.
func (w *lossWriter) elsewhere(item string, stages []string) *amount {
	all := []*amount{w.making(item)}
	for _, c := range w.Countries {
		if w.reading == readLost {
			all = append(all, w.country(c.ID, stages))
		}
	}
	return leastOf(all...)
}

// making is what the recipe of an item takes from the world.
func (w *lossWriter) making(item string) *amount {
	r := w.recipe(item)
	if len(r.inputs) == 0 || w.isOre(item) || w.isScrap(item) {
		return whole1
	}
	var all []*amount
	for _, input := range r.inputs {
		switch {
		case r.grades && len(w.worldShares(item)) > 0:
			all = append(all, w.making(input))
		case r.grades:
			all = append(all, w.itemCell(input))
		default:
			all = append(all, w.replaceable(w.itemCell(input), input, item))
		}
	}
	if r.any {
		return w.either(all...)
	}
	return leastOf(all...)
}
