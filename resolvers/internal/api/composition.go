package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
)

const (
	compositionFormula = "Kilograms of an element in one unit of an item are the sum, over what goes into it, of the amount of each input times the kilograms in it; " +
		"essential inputs add, alternatives do not, and a class takes the least and the largest of its grades."
	usesFormula = "The amount in one unit of a use is the sum, over all chains of recipes, of the product of the amounts on the chain; " +
		"essential inputs add, alternatives do not, and a class takes the least and the largest of its grades."
)

// Composition is what is in an item.
type Composition struct {
	Item     Item
	Unit     *graph.Unit
	Coverage graph.Coverage
	Flags    []graph.Flag

	world   *World
	answer  *composition.Composition
	element graph.Node // NoNode for all
}

// Composition opens an item.
func (v *View) Composition(ctx context.Context, of string, element *string) (*Composition, error) {
	w := v.world
	item, err := find(w.Snapshot, of, items)
	if err != nil {
		return nil, err
	}
	only, err := w.maybeElement(element)
	if err != nil {
		return nil, err
	}
	answer, err := composition.Of(ctx, w.View, item)
	if err != nil {
		return nil, err
	}
	return &Composition{w.item(item), word(answer.Unit), answer.Coverage, answer.Flags, w, answer, only}, nil
}

// maybeElement resolves an element that may not be given.
func (w *World) maybeElement(id *string) (graph.Node, error) {
	if id == nil {
		return graph.NoNode, nil
	}
	return find(w.Snapshot, *id, elements)
}

// Receipt is what stands behind the composition.
func (c *Composition) Receipt() *Receipt {
	return c.world.receipt(compositionFormula, c.answer.Rows, c.answer.Flags)
}

// portion is what the parts of a composition share.
type portion struct {
	Presence   composition.Presence
	Kilograms  graph.Interval
	Complete   bool
	Confidence *graph.Confidence

	world *World
	part  *composition.Part
	flags graph.Flags
}

// CompositionPart is one element in an item.
type CompositionPart struct {
	portion
	Element *Element
}

// CompositionLump is a total of many elements in an item.
type CompositionLump struct {
	portion
	Item Item
}

func (c *Composition) portion(p *composition.Part) portion {
	flags := c.world.View.Flags()
	if !p.Complete {
		flags = flags.With(graph.FlagIncomplete)
	}
	return portion{p.Presence, p.Kilograms, p.Complete, word(p.Confidence), c.world, p, flags}
}

// Elements lists the elements in the item.
func (c *Composition) Elements(first int) []*CompositionPart {
	var parts []*CompositionPart
	for i := range c.answer.Elements {
		p := &c.answer.Elements[i]
		if len(parts) < first && (c.element == graph.NoNode || c.element == p.Element) {
			parts = append(parts, &CompositionPart{c.portion(p), c.world.element(p.Element)})
		}
	}
	return parts
}

// Lumps lists totals of many elements, apart.
func (c *Composition) Lumps(first int) []*CompositionLump {
	var lumps []*CompositionLump
	for i := range c.answer.Lumps {
		if p := &c.answer.Lumps[i]; len(lumps) < first && c.element == graph.NoNode {
			lumps = append(lumps, &CompositionLump{c.portion(p), c.world.item(p.Element)})
		}
	}
	return lumps
}

// Receipt is what stands behind the part.
func (p *portion) Receipt() *Receipt {
	return p.world.receipt(compositionFormula, p.part.Rows, p.flags)
}

// CompositionVia is a direct input of an item, or a grade of a class, that brings an element in.
type CompositionVia struct {
	fact
	Item      Item
	Name      string
	Presence  composition.Presence
	Kilograms graph.Interval
}

// Key is the readable id of the input.
func (c *CompositionVia) Key() string { return c.Item.Key() }

// Via lists the direct inputs that bring the element in.
func (p *portion) Via(first int) []*CompositionVia {
	var list []*CompositionVia
	for _, via := range head(p.part.Via, first) {
		list = append(list, &CompositionVia{fact{p.world, via.Row}, p.world.item(via.Item), p.world.itemTexts(via.Item)[0], via.Presence, via.Kilograms})
	}
	return list
}

// Use is an item that holds another.
type Use struct {
	Item             Item
	Presence         composition.Presence
	KilogramsPerUnit graph.Interval
	AmountPerUnit    *AmountInterval
	AmountUnit       *graph.Unit
	Complete         bool
	Confidence       *graph.Confidence
	Tier             int

	world  *World
	answer *composition.Uses
	node   graph.Node
}

// AmountInterval is an amount known within bounds.
type AmountInterval struct{ Low, Mid, High *float64 }

// UseConnection is a page of uses.
type UseConnection struct {
	Connection[*Use]
	Of    Item
	Flags []graph.Flag
}

// Uses lists what an item ends up in.
func (v *View) Uses(ctx context.Context, of string, filter *ItemFilter, first int, after *string) (*UseConnection, error) {
	w := v.world
	item, err := find(w.Snapshot, of, items)
	if err != nil {
		return nil, err
	}
	f := &finder{ctx: ctx, world: w}
	keep := filter.match(f)
	if f.err != nil {
		return nil, f.err
	}
	answer, err := composition.UsesOf(ctx, w.View, item)
	if err != nil {
		return nil, err
	}
	var kept []composition.Use
	for _, u := range answer.Uses {
		if keep(u.Item) {
			kept = append(kept, u)
		}
	}
	s := sequence[composition.Use, *Use]{
		name: "uses", elements: kept,
		key:  func(u composition.Use) string { return w.View.Key(u.Item) },
		make: func(u composition.Use) *Use { return w.use(answer, u) },
	}
	page, err := s.page(first, after)
	if err != nil {
		return nil, err
	}
	return &UseConnection{*page, w.item(item), answer.Flags}, nil
}

func (w *World) use(answer *composition.Uses, u composition.Use) *Use {
	kilograms := graph.Unknown()
	if answer.Unit == graph.UnitKg {
		kilograms = u.Amount
	}
	amount := &AmountInterval{finite(u.Amount.Low), finite(u.Amount.Mid), finite(u.Amount.High)}
	return &Use{w.item(u.Item), u.Presence, kilograms, amount, word(answer.Unit), u.Complete, word(u.Confidence), u.Tier, w, answer, u.Item}
}

// Receipt is what stands behind the use.
func (u *Use) Receipt() *Receipt {
	flags := u.world.View.Flags()
	if !u.Complete {
		flags = flags.With(graph.FlagIncomplete)
	}
	return u.world.receipt(usesFormula, u.answer.Rows(u.node), flags)
}
