package graphtest

import (
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// LossBorder is the law of a country for the slow twin of chokepoints, by readable ids.
type LossBorder struct {
	Country, To string // to: where those are whose place nobody states; empty: anywhere
	// Law lists what keeps a shipment: of an item, to a country, to a user, by a holder; empty is not named.
	Law func(item, to, user, holder string) []LossBar
}

// LossBar keeps a shipment: the law, where no control is named, or a control as long as it is not lost.
type LossBar struct {
	Control string
	Sure    bool
}

// theLaw is lost in every answer about a border.
var theLaw = Loss{Kind: "LAW"}

// NewBorderLosses is NewLosses under the law of a country.
func NewBorderLosses(f *graph.Facts, day graph.Day, filter graph.Filter, readiness string, b *LossBorder) *Losses {
	l := &Losses{Exposure: NewExposure(f, day, filter, ExposureQuestion{}), readiness: readiness, border: b, cells: map[string][]*amount{},
		met: map[string]map[string]int{}, metItem: map[string]map[int]string{}}
	for _, reading := range []string{readKept, readLost, readOnRecord} {
		l.met[reading], l.metItem[reading] = map[string]int{}, map[int]string{}
		l.cells[reading] = make([]*amount, len(l.nodes)+len(l.items))
		w := &lossWriter{l, reading}
		for i := range l.nodes {
			l.cells[reading][i] = w.part(i)
		}
		for i, item := range l.items {
			l.cells[reading][len(l.nodes)+i] = w.supply(item, w.unnamed(item))
		}
	}
	return l
}

func (w *lossWriter) home(country string) bool { return w.border != nil && w.border.Country == country }

// joined is what keeps deliveries to some places, any of which may be meant: sure where it keeps all of them.
func (w *lossWriter) joined(item, user, holder string, to []string) (bars []LossBar) {
	if w.border == nil {
		return nil
	}
	at := func(country, control string) (found, sure bool) {
		if country == w.border.Country {
			return false, false
		}
		for _, bar := range w.border.Law(item, country, user, holder) {
			if bar.Control == control {
				return true, bar.Sure
			}
		}
		return false, false
	}
	var controls []string
	for _, country := range to {
		for _, bar := range w.border.Law(item, country, user, holder) {
			controls = append(controls, bar.Control)
		}
	}
	slices.Sort(controls)
	for _, control := range slices.Compact(controls) {
		any, all := false, true
		for _, country := range to {
			found, sure := at(country, control)
			any, all = any || found, all && sure
		}
		if any {
			bars = append(bars, LossBar{control, all})
		}
	}
	return bars
}

func (w *lossWriter) unnamed(item string) []LossBar {
	if w.border == nil {
		return nil
	}
	return w.joined(item, "", "", []string{w.border.To})
}

// through is something as far as bars let it pass.
func (w *lossWriter) through(bars []LossBar, of *amount) *amount {
	all := []*amount{of}
	for _, bar := range bars {
		switch {
		case !bar.Sure && w.reading != readLost:
		case bar.Control == "":
			all = append(all, lossOf(theLaw.Kind, "", ""))
		default:
			all = append(all, lossOf("CONTROL", bar.Control, ""))
		}
	}
	return leastOf(all...)
}

// met is an item as those meet it for whom the country's part of it passes some bars.
func (w *lossWriter) metThrough(item string, bars []LossBar) *amount {
	if w.border == nil {
		return w.itemCell(item)
	}
	key := fmt.Sprint(item, bars)
	at, ok := w.met[w.reading][key]
	if !ok {
		at = len(w.cells[w.reading])
		w.met[w.reading][key], w.metItem[w.reading][at] = at, item
		w.cells[w.reading] = append(w.cells[w.reading], nil)
		supply := w.supply(item, bars)
		w.cells[w.reading][at] = supply
	}
	return &amount{rule: "cell", cell: at}
}

// metIn is an item as makers nobody names meet it in a country.
func (w *lossWriter) metIn(item, country string) *amount {
	return w.metThrough(item, w.joined(item, "", "", []string{country}))
}

// nowhere is where those are whose place nobody states.
func (w *lossWriter) nowhere() string {
	if w.border == nil {
		return ""
	}
	return w.border.To
}

// placesOf is where what a node of the network needs is delivered.
func (w *lossWriter) placesOf(i int) []string {
	if n := w.nodes[i]; n.kind != "line" && n.kind != "step" {
		return slices.Compact(slices.Sorted(slices.Values(w.countriesOf(n))))
	}
	return w.destinations(i)
}

// deliver is an output as a line meets it: what is made at home passes the border.
func (w *lossWriter) deliver(line int, s seller, output int) *amount {
	cell := &amount{rule: "cell", cell: output}
	if w.border == nil {
		return cell
	}
	n, holder := w.nodes[output], s.firm
	if s.own {
		holder = n.firm
	}
	return leastOf(cell, w.madeBehind(n, w.joined(n.item, w.nodes[line].firm, holder, w.destinations(line))))
}

// capped is what an item is made of in the world by a publication: in each country of what is delivered there, at home of what never left.
func (w *lossWriter) capped(item string, s worldShare, bars []LossBar) *amount {
	if w.border == nil {
		return w.making(item, "")
	}
	out, rest := &amount{rule: "sum"}, 1.0
	for country, part := range s.parts {
		rest -= part
		made := w.making(item, country)
		if w.home(country) {
			made = w.through(bars, made)
		}
		out.of, out.weights = append(out.of, made), append(out.weights, part)
	}
	if rest > 1e-9 {
		made := w.somewhere(item, bars, s.parts[w.border.Country] == 0)
		out.of, out.weights = append(out.of, made), append(out.weights, rest)
	}
	return out
}

// somewhere is what makers take of whom nobody states the place; they may be at home where nobody says otherwise.
func (w *lossWriter) somewhere(item string, bars []LossBar, home bool) *amount {
	made := w.making(item, w.nowhere())
	if home && w.border != nil && (w.border.To == "" || w.reading == readLost) {
		return w.either(made, w.through(bars, w.making(item, w.border.Country)))
	}
	return made
}
