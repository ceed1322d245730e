package compliance

import (
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
)

// kind tells the nodes of a plan apart.
type kind uint8

const (
	root     kind = iota // the item at the buyer
	need                 // an item at a firm, in a country
	sourced              // an item out of a country
	output               // a part of the network at one of its places
	step                 // a part of the network that is done in-house, in a country
	untraced             // a making of an item in a country whose inputs come from the world market
)

// key names a node. Scope numbers the goods that the item goes into.
type key struct {
	kind    kind
	part    int32
	place   int32
	firm    graph.Node
	item    graph.Node
	country graph.Node
	scope   int32
}

// rule is one way to have what a node stands for: all of its body.
type rule struct {
	head     int32
	body     []int32
	facts    []Fact
	bars     []int32
	shipment *Crossing
	rows     []graph.RowRef
	flags    graph.Flags
}

type node struct {
	key
	rules []int32
}

// plan lays out all makings within reach of a question as an AND-OR graph.
type plan struct {
	*Model
	q       Question
	bans    *bans
	nodes   []node
	numbers map[key]int32
	rules   []rule
	bars    []Bar
	closed  map[[2]graph.Node]int32 // by item and country: the bar of the law
	rulings map[Crossing]Ruling
	scopes  [][]int
	scoped  map[string]int32
	markets map[graph.Node]*worldMarket
	met     []int32   // bars in the order in which they are met
	used    [][]int32 // by node: the rules that need it
}

func newPlan(m *Model, q Question, b *bans) *plan {
	return &plan{Model: m, q: q, bans: b, numbers: map[key]int32{}, bars: slices.Clone(b.bars), closed: map[[2]graph.Node]int32{},
		rulings: map[Crossing]Ruling{}, scoped: map[string]int32{}, markets: map[graph.Node]*worldMarket{}}
}

// lay opens nodes until nothing new is needed, nearest to the buyer first.
func (p *plan) lay(ctx context.Context) error {
	p.number(key{kind: root, firm: p.q.User, item: p.q.Item, country: p.q.Destination, scope: p.scope(nil)})
	for n := 0; n < len(p.nodes); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		switch k := p.nodes[n].key; k.kind {
		case root:
			p.deliver(int32(n), k)
		case need:
			p.need(int32(n), k)
		case sourced:
			p.source(int32(n), k)
		case output:
			p.output(int32(n), k)
		case step:
			p.step(int32(n), k)
		case untraced:
			p.untraced(int32(n), k)
		}
	}
	return nil
}

func (p *plan) number(k key) int32 {
	n, ok := p.numbers[k]
	if !ok {
		n = int32(len(p.nodes))
		p.numbers[k] = n
		p.nodes = append(p.nodes, node{key: k})
	}
	return n
}

// scope numbers a set of goods.
func (p *plan) scope(goods []int) int32 {
	text := fmt.Sprint(goods)
	n, ok := p.scoped[text]
	if !ok {
		n = int32(len(p.scopes))
		p.scoped[text] = n
		p.scopes = append(p.scopes, goods)
	}
	return n
}

// into is the scope of an item that goes into a scope.
func (p *plan) into(scope int32, item graph.Node) int32 {
	return p.scope(p.bans.within(p.scopes[scope], item))
}

func (p *plan) add(head int32, r rule) {
	r.head = head
	for _, b := range r.bars {
		if !slices.Contains(p.met, b) {
			p.met = append(p.met, b)
		}
	}
	p.nodes[head].rules = append(p.nodes[head].rules, int32(len(p.rules)))
	p.rules = append(p.rules, r)
}

// deliver lists who may make the item, each with its last shipment. Makers asked for by name are all there are.
func (p *plan) deliver(n int32, k key) {
	maker := p.q.Maker
	for _, o := range p.offers(k.item) {
		if maker == graph.NoNode || p.owns(maker, p.network.Parts[o.part].Firm) {
			p.offer(n, k, o, nil)
		}
	}
	for _, country := range p.countries(k.item) {
		if maker == graph.NoNode && p.unnamed(country, k.item) {
			r := p.shipped(k.item, country, k.country, k.firm)
			p.stranger(&r, k.item, country, k.scope)
			p.add(n, r)
		}
	}
}

// owns tells whether a firm is another one or holds it: what the one makes, the other need not buy.
func (p *plan) owns(firm, other graph.Node) bool {
	return firm == other || slices.ContainsFunc(p.network.Held(firm), func(h graph.HeldFirm) bool { return h.Firm == other })
}

// offer is a part of the network that makes an item, or a class of it.
type offer struct {
	part  int32
	grade bool // it makes a class of the item, and whether it is this grade is not stated
	rows  []graph.RowRef
	facts []Fact
}

func (p *plan) offers(item graph.Node) []offer {
	var all []offer
	for _, part := range p.makers[item] {
		all = append(all, offer{part: part})
	}
	for _, part := range p.possible[item] {
		all = append(all, offer{part: part, grade: true})
	}
	return all
}

// offer adds, for each place of a part (in one country, where that is given), its making and its shipment to where the node is. The maker
// of a class makes the item by the item's own recipe.
func (p *plan) offer(n int32, k key, o offer, in *graph.Node) {
	m := &p.network.Parts[o.part]
	for at, where := range p.placesOf(o.part) {
		country := p.countryAt(o.part, where)
		if in != nil && *in != country {
			continue
		}
		r := rule{}
		if in == nil {
			r = p.shipped(k.item, country, k.country, k.firm)
		}
		r.facts, r.rows = append(r.facts, o.facts...), append(r.rows, o.rows...)
		if o.grade {
			r.facts = append(r.facts, fact(Grade, k.item, m.Firm))
			r.rows = append(r.rows, m.Rows...)
			r.body = []int32{p.number(key{kind: untraced, firm: m.Firm, item: k.item, country: country, scope: k.scope})}
		} else {
			r.body = []int32{p.number(key{kind: output, part: o.part, place: int32(at), scope: k.scope})}
		}
		p.add(n, r)
	}
}

func fact(kind FactKind, item, firm graph.Node) Fact {
	return Fact{Kind: kind, Item: item, Firm: firm, Country: graph.NoNode, Buyer: graph.NoNode, To: graph.NoNode}
}

// stranger makes a rule rest on makers in a country who are not on record.
func (p *plan) stranger(r *rule, item, country graph.Node, scope int32) {
	missing := fact(Maker, item, graph.NoNode)
	missing.Country = country
	r.facts = append(r.facts, missing)
	r.body = []int32{p.number(key{kind: untraced, firm: graph.NoNode, item: item, country: country, scope: scope})}
	r.rows = append(r.rows, p.figureRows(country, item)...)
}

// need is met by those on record for it, the firm itself among them, and by whoever else makes the item in any country.
func (p *plan) need(n int32, k key) {
	if line, ok := p.lineOf(k.firm, k.item); ok {
		for i := range p.network.Parts[line].Suppliers {
			s := &p.network.Parts[line].Suppliers[i]
			var facts []Fact
			if s.Possible {
				facts = []Fact{fact(Grade, k.item, s.Firm)}
			}
			for _, part := range s.Outputs {
				p.offer(n, k, offer{part: part, rows: s.Rows, facts: facts}, nil)
			}
		}
	}
	if k.firm != graph.NoNode {
		for _, o := range p.offers(k.item) {
			if p.owns(k.firm, p.network.Parts[o.part].Firm) {
				p.offer(n, k, o, nil)
			}
		}
	}
	for _, country := range p.countries(k.item) {
		r := p.shipped(k.item, country, k.country, k.firm)
		r.body = []int32{p.number(key{kind: sourced, firm: graph.NoNode, item: k.item, country: country, scope: k.scope})}
		p.add(n, r)
	}
}

// source lists the makers of an item in a country; that they sell to the buyer is not on record.
func (p *plan) source(n int32, k key) {
	for _, o := range p.offers(k.item) {
		o.facts = []Fact{fact(Sale, k.item, p.network.Parts[o.part].Firm)}
		p.offer(n, k, o, &k.country)
	}
	if p.unnamed(k.country, k.item) {
		r := rule{}
		p.stranger(&r, k.item, k.country, k.scope)
		p.add(n, r)
	}
}

// output is made at its place out of all its needs, or any one of them. What is only passed on is not made there.
func (p *plan) output(n int32, k key) {
	part := &p.network.Parts[k.part]
	where := p.placesOf(k.part)[k.place]
	country := p.countryAt(k.part, where)
	if part.Flags.Has(graph.FlagPassedOn) {
		p.made(n, part, country, k.scope, rule{rows: part.Rows, flags: part.Flags})
		return
	}
	stages := p.stages(part.Item)
	if where.Facility != graph.NoNode {
		if s := p.view.Facility(where.Facility).Stage; s != "" && !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	scope := p.into(k.scope, part.Item)
	r := p.making(part.Item, part.Firm, country, stages, scope)
	r.rows, r.flags = part.Rows, part.Flags
	p.made(n, part, country, scope, r)
}

// step is done in-house, where the output is made.
func (p *plan) step(n int32, k key) {
	part := &p.network.Parts[k.part]
	scope := p.into(k.scope, part.Item)
	r := p.making(part.Item, part.Firm, k.country, p.stages(part.Item), scope)
	r.flags = part.Flags
	p.made(n, part, k.country, scope, r)
}

// made adds the rules of a part from what it needs.
func (p *plan) made(n int32, part *chain.Part, country graph.Node, scope int32, r rule) {
	if len(part.Needs) == 0 {
		if !part.Terminal {
			r.facts = append(r.facts, fact(Inputs, part.Item, part.Firm))
		}
		p.add(n, r)
		return
	}
	body, rows := make([]int32, len(part.Needs)), make([]graph.RowRef, len(part.Needs))
	for i, input := range part.Needs {
		of := &p.network.Parts[input.Part]
		k := key{kind: need, firm: part.Firm, item: of.Item, country: country, scope: scope}
		if of.Kind == chain.Step {
			k = key{kind: step, part: input.Part, firm: graph.NoNode, country: country, scope: scope}
		}
		body[i], rows[i] = p.number(k), input.Row
	}
	p.join(n, r, body, rows, part.Any)
}

// untraced is made of what the recipe says; what its maker buys is on record only where it is a need of the firm.
func (p *plan) untraced(n int32, k key) {
	scope := p.into(k.scope, k.item)
	r := p.making(k.item, k.firm, k.country, p.stages(k.item), scope)
	if p.view.IsOre(k.item) || p.view.IsScrap(k.item) {
		p.add(n, r)
		return
	}
	required := p.view.Requirement(k.item)
	if len(required.Inputs) == 0 {
		r.facts = append(r.facts, fact(Inputs, k.item, k.firm))
		p.add(n, r)
		return
	}
	body := make([]int32, len(required.Inputs))
	for i, input := range required.Inputs {
		of := key{kind: need, firm: k.firm, item: input, country: k.country, scope: scope}
		if required.Grades {
			of.kind = untraced
		}
		body[i] = p.number(of)
	}
	p.join(n, r, body, required.Rows, required.Any)
}

// join needs all of a body, or any one of it.
func (p *plan) join(n int32, r rule, body []int32, rows []graph.RowRef, any bool) {
	if !any {
		r.body, r.rows = body, slices.Concat(r.rows, rows)
		p.add(n, r)
		return
	}
	for i := range body {
		one := r
		one.body, one.rows = body[i:i+1], slices.Concat(r.rows, rows[i:i+1])
		p.add(n, one)
	}
}
