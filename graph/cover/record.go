package cover

import (
	"cmp"
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// record finds what the release says about stocks and lead times. It never changes.
type record struct {
	v       *graph.View
	assumed *Assumptions
	stocks  map[holding][]int32   // rows of stocks by who holds what
	times   map[timing][]int32    // rows of lead_times by what takes the time
	sectors map[graph.Node]uint32 // by firm: the industries it works for
	table   struct{ stocks, times, types, statistics, shares int }
}

// holding is a holder and an item or item group. An industry everywhere has no holder.
type holding struct {
	kind         graph.HolderKind
	holder, item graph.Node
}

// timing is what takes time, of an item or, without one, of a step of the chain.
type timing struct {
	kind  graph.LeadTimeKind
	item  graph.Node
	stage graph.Stage
}

func newRecord(n *chain.Network, a *Assumptions) *record {
	v := n.View
	r := &record{v: v, assumed: a, stocks: map[holding][]int32{}, times: map[timing][]int32{}, sectors: map[graph.Node]uint32{}}
	for i, t := range graph.Tables() {
		switch t.Name {
		case "stocks":
			r.table.stocks = i
		case "lead_times":
			r.table.times = i
		case "licence_types":
			r.table.types = i
		case "licence_statistics":
			r.table.statistics = i
		case "market_shares":
			r.table.shares = i
		}
	}
	if a.Assumed {
		return r
	}
	node := func(key string) graph.Node {
		if n, ok := v.Lookup(key); ok {
			return n
		}
		return graph.NoNode
	}
	for i, row := range v.Facts().Stocks {
		stated := row.DaysLow.Known || row.DaysHigh.Known
		if stated && row.HolderKind != graph.HolderKindCountry && row.AsOf.First() <= v.AsOf && v.On(r.table.stocks, int32(i)) {
			at := holding{row.HolderKind, node(row.Holder), node(row.Item)}
			r.stocks[at] = append(r.stocks[at], int32(i))
		}
	}
	for i, row := range v.Facts().LeadTimes {
		if (row.DaysLow.Known || row.DaysHigh.Known) && v.On(r.table.times, int32(i)) {
			at := timing{row.Kind, node(row.Item), row.Stage}
			if row.Item != "" {
				at.stage = "" // the item says it
			}
			r.times[at] = append(r.times[at], int32(i))
		}
	}
	if len(r.stocks) > 0 {
		r.findSectors(n)
	}
	return r
}

// findSectors lists the industries that firms work for: those of the products they make; failing these, of the products that what they
// make, or buy, ends up in. One pass up the recipes.
func (r *record) findSectors(n *chain.Network) {
	v := r.v
	into := make([]uint32, v.Items())
	order := v.Order()
	for i := len(order) - 1; i >= 0; i-- {
		item := order[i]
		into[item] |= r.sectorOf(item)
		for _, rows := range []*graph.Relation{&v.Feeds, &v.Kinds} {
			for _, row := range rows.Out(item) {
				if to := rows.To[row]; to != graph.NoNode && v.On(rows.Table, row) {
					into[item] |= into[to]
				}
			}
		}
	}
	first, last := v.Range(graph.KindFirm)
	for f := first; f < last; f++ {
		var products, made, bought uint32
		for _, part := range n.Of(f) {
			switch p := &n.Parts[part]; p.Kind {
			case chain.Output:
				products |= r.sectorOf(p.Item)
				made |= into[p.Item]
			case chain.Line:
				bought |= into[p.Item]
			}
		}
		for _, mask := range []uint32{products, made, bought} {
			if mask != 0 {
				r.sectors[f] = mask
				break
			}
		}
	}
}

func (r *record) sectorOf(item graph.Node) uint32 {
	p := r.v.Product(item)
	if p == nil {
		return 0
	}
	return sectorBit(p.Sector)
}

func sectorBit(s graph.Sector) uint32 {
	if i := slices.Index(s.Values(), string(s)); i >= 0 {
		return 1 << i
	}
	return 0
}

// cover is how many days of need a firm has in stock of an item. The nearest holder stands: the firm itself; its industry in its
// country, then in a region with its country, then everywhere. Of that holder the nearest item stands: the item itself, its classes,
// groups that hold it. Goals and reserves of states are no stock of a firm.
func (r *record) cover(firm, item graph.Node) Figure {
	names := r.names(item)
	find := func(kind graph.HolderKind, holder graph.Node) (Figure, bool) {
		for _, name := range names {
			rows := slices.Clone(r.stocks[holding{kind, holder, name}])
			rows = slices.DeleteFunc(rows, func(i int32) bool {
				s := r.v.Facts().Stocks[i].Sector
				return kind == graph.HolderKindIndustry && s != "" && r.sectors[firm]&sectorBit(s) == 0
			})
			if len(rows) > 0 {
				return r.stock(rows), true
			}
		}
		return Figure{}, false
	}
	if f, ok := find(graph.HolderKindFirm, firm); ok {
		return f
	}
	if len(r.stocks) > 0 {
		home := r.v.CountryOf(firm)
		places := []graph.Node{home}
		if home != graph.NoNode {
			for _, row := range r.v.Regions.In(home) {
				places = append(places, r.v.Regions.From[row])
			}
		}
		for _, place := range append(places, graph.NoNode) {
			if f, ok := find(graph.HolderKindIndustry, place); ok {
				f.Flags = f.Flags.With(graph.FlagStockOfIndustry)
				return f
			}
		}
	}
	return assumed(r.assumed.Cover, DefaultCover, graph.FlagCoverAssumed)
}

// names are what an item may be spoken of as: itself, its classes, nearest first, and groups that hold it, the smallest first.
func (r *record) names(item graph.Node) []graph.Node {
	var groups []graph.Node
	for _, row := range r.v.Members.In(item) {
		groups = append(groups, r.v.Members.From[row])
	}
	slices.SortFunc(groups, func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(len(r.v.Members.Out(x)), len(r.v.Members.Out(y))), cmp.Compare(r.v.Key(x), r.v.Key(y)))
	})
	return slices.Concat([]graph.Node{item}, r.v.Above(item), groups)
}

// stock is the span of the newest statement and of those up to a year older.
func (r *record) stock(rows []int32) Figure {
	all, newest := r.v.Facts().Stocks, graph.MinDay
	for _, i := range rows {
		newest = max(newest, all[i].AsOf.First())
	}
	var f Figure
	var spans []Range
	for _, i := range rows {
		if row := &all[i]; row.AsOf.First() > newest-365 {
			spans = append(spans, span(row.DaysLow, row.DaysHigh, DefaultCover.High))
			f.Rows = append(f.Rows, graph.RowRef{Table: r.table.stocks, Index: i})
		}
	}
	f.Range = envelope(spans)
	if r.v.AsOf-newest > 3*365 {
		f.Flags = f.Flags.With(graph.FlagOldFigure)
	}
	return f
}

// span is what a row says: without a high end up to what is usual, or the low end if that is more. Its low end may be unknown.
func span(low, high graph.Number, usual float64) Range {
	s := Range{Low: math.NaN(), High: high.Value}
	if low.Known {
		s.Low = low.Value
	}
	if !high.Known {
		s.High = max(low.Value, usual)
	}
	return s
}

// envelope holds what all rows say. A row without a low end says no more than that it may be as little as its high end; where no row has
// a low end, it starts at 0.
func envelope(spans []Range) Range {
	e, stated := Range{Low: math.Inf(1)}, false
	for _, s := range spans {
		e.High = max(e.High, s.High)
		if math.IsNaN(s.Low) {
			e.Low = min(e.Low, s.High)
		} else {
			e.Low, stated = min(e.Low, s.Low), true
		}
	}
	if !stated {
		e.Low = 0
	}
	return e
}

// time is the span of all rows on what takes time: those of the item, else of its nearest class that has one, else of its step of the
// chain, else of none in particular. Licences of a step of the chain are permits to build there: they count for an item alone.
func (r *record) time(kind graph.LeadTimeKind, item graph.Node, usual float64) (Figure, bool) {
	at := []timing{{kind, item, ""}}
	for _, class := range r.v.Above(item) {
		at = append(at, timing{kind, class, ""})
	}
	if kind != graph.LeadTimeKindLicence {
		at = append(at, timing{kind, graph.NoNode, r.v.Stage(item)}, timing{kind, graph.NoNode, ""})
	}
	for _, t := range at {
		rows := r.times[t]
		if len(rows) == 0 {
			continue
		}
		var f Figure
		var spans []Range
		for _, i := range rows {
			row := &r.v.Facts().LeadTimes[i]
			spans = append(spans, span(row.DaysLow, row.DaysHigh, usual))
			f.Rows = append(f.Rows, graph.RowRef{Table: r.table.times, Index: i})
		}
		f.Range = envelope(spans)
		return f, true
	}
	return Figure{}, false
}

// lead is how long it takes until the loss of an input at a supplier is felt by a buyer: goods that are in the making are finished, and
// goods on the way arrive. What is only passed on is not in the making. way is the time on the way alone.
func (r *record) lead(n *chain.Network, buyer graph.Node, s *chain.Supplier) (lead, way Figure) {
	for i, o := range s.Outputs {
		p := &n.Parts[o]
		f := r.transit(buyer, p)
		g := f
		if !p.Flags.Has(graph.FlagPassedOn) {
			g = f.plus(r.making(p.Item))
		}
		if i == 0 {
			lead, way = g, f
		} else {
			lead, way = lead.or(g), way.or(f)
		}
	}
	return lead, way
}

func (r *record) making(item graph.Node) Figure {
	if f, ok := r.time(graph.LeadTimeKindProduction, item, DefaultMaking.High); ok {
		return f
	}
	return assumed(r.assumed.Making, DefaultMaking, graph.FlagLeadTimeAssumed)
}

// transit is the time from the places of an output, or its firm's country, to the buyer's country.
func (r *record) transit(buyer graph.Node, p *chain.Part) Figure {
	to := r.v.CountryOf(buyer)
	if len(p.Plants) == 0 {
		return r.between(r.v.CountryOf(p.Firm), to, p.Item)
	}
	var whole Figure
	seen := map[graph.Node]bool{}
	for i := range p.Plants {
		from := r.placeOf(p, p.Plants[i].Place)
		if seen[from] {
			continue
		}
		if f := r.between(from, to, p.Item); len(seen) == 0 {
			whole = f
		} else {
			whole = whole.or(f)
		}
		seen[from] = true
	}
	return whole
}

// between is the time from country to country. Times on record are those of ships between parts of the world.
func (r *record) between(from, to, item graph.Node) Figure {
	switch part := r.part(to); {
	case from == to:
		return assumed(r.assumed.Lead, DefaultHome, graph.FlagLeadTimeAssumed)
	case part != "" && r.part(from) == part:
		return assumed(r.assumed.Lead, DefaultNear, graph.FlagLeadTimeAssumed)
	}
	if f, ok := r.time(graph.LeadTimeKindShipping, item, DefaultFar.High); ok {
		return f
	}
	return assumed(r.assumed.Lead, DefaultFar, graph.FlagLeadTimeAssumed)
}

// part is the part of the world of a country; of a region that of its first member.
func (r *record) part(country graph.Node) string {
	if country == graph.NoNode {
		return ""
	}
	for _, row := range r.v.Regions.Out(country) {
		country = r.v.Regions.To[row]
		break
	}
	if first, end := r.v.Range(graph.KindCountry); first <= country && country < end {
		return r.v.Facts().Countries[country-first].Region
	}
	return ""
}
