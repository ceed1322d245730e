package sankey

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
)

// State says what is known of a node or flow.
type State string

// The values of State.
const (
	Known         State = "KNOWN"          // its mass is known, in part at least, and so is what it comes from
	MassUnknown   State = "MASS_UNKNOWN"   // that it is used is on record, how much is not
	SourceUnknown State = "SOURCE_UNKNOWN" // its mass is known, where it comes from is not
)

// Ask is a question for a picture.
type Ask struct {
	Of      graph.Node
	Element graph.Node           // NoNode for all of the groups
	Groups  []graph.ElementGroup // those drawn where no element is named
	Most    int                  // nodes, at least 1
}

// Picture is what flows into one unit of an item.
type Picture struct {
	Of           graph.Node
	Kilograms    graph.Interval // of the elements drawn, in one unit of the item; unknown where nothing is quantified
	Complete     bool           // nothing that counts is missing
	Nodes        []Node         // by column, then the most kilograms, then by key
	Flows        []Flow         // by keys of their ends, then by group, then by state
	LeftOutNodes int
	LeftOutFlows int
	Unopened     int // inputs of which nobody says what they are made of: they may hold more
	Made         *composition.Composition
	Flags        graph.Flags
}

// Node is an item, or what stands for the source of one.
type Node struct {
	ID        string     // the item's key; source-of: and the key for a source
	Item      graph.Node // at a source the item that comes from it
	Source    bool
	Name      string
	ShortName string // at most 24 characters
	Column    int    // 0 ground and scrap, 1 separation, 2 metal, 3 alloy, 4 magnet, 5 component, 6 product
	Stage     graph.Stage
	Kilograms graph.Interval // of the elements drawn, in one unit of the item asked about
	Complete  bool           // otherwise there is more, of unknown mass
	State     State
}

// Flow is what passes from one node to another, of one group of elements.
type Flow struct {
	From, To  string // ids of nodes
	Group     graph.ElementGroup
	Elements  []graph.Node // those it carries, by key
	Kilograms graph.Interval
	Complete  bool // otherwise there is more, of unknown mass
	State     State
	Rows      []graph.RowRef
}

var columns = map[graph.Stage]int{
	graph.StageMine: 0, graph.StageConcentration: 0, graph.StageSeparation: 1, graph.StageMetal: 2, graph.StageAlloy: 3,
	graph.StageMagnet: 4, graph.StageMotor: 5, graph.StageComponent: 5, graph.StageAssembly: 6,
}

// Draw works out a picture. The error is that of the context, or says what is wrong with the question.
func Draw(ctx context.Context, v *graph.View, ask Ask) (*Picture, error) {
	switch {
	case !v.IsItem(ask.Of) || v.Is(ask.Of, graph.KindElement) || v.IsLump(ask.Of):
		return nil, fmt.Errorf("%q is not a material, component or product", v.Key(ask.Of))
	case ask.Most < 1:
		return nil, fmt.Errorf("most: %d is less than 1", ask.Most)
	}
	made, err := composition.Of(ctx, v, ask.Of)
	if err != nil {
		return nil, err
	}
	d := &drawing{view: v, picture: &Picture{Of: ask.Of, Made: made, Flags: made.Flags}, at: map[graph.Node]*place{}, flowAt: map[flowKey]int{}}
	if err := d.chooseElements(ctx, made, ask); err != nil {
		return nil, err
	}
	d.gather(ask.Of)
	d.amounts()
	d.draw()
	d.cut(ask.Most)
	return d.picture, nil
}

func (d *drawing) chooseElements(ctx context.Context, made *composition.Composition, ask Ask) error {
	p := d.picture
	p.Kilograms, p.Complete = graph.Unknown(), true
	for i := range made.Elements {
		part := &made.Elements[i]
		group := d.view.Element(part.Element).Group
		if ask.Element != graph.NoNode && part.Element != ask.Element || ask.Element == graph.NoNode && !slices.Contains(ask.Groups, group) {
			continue
		}
		masses, err := composition.Masses(ctx, d.view, part.Element)
		if err != nil {
			return err
		}
		d.strands = append(d.strands, strand{part.Element, group, masses})
		p.Kilograms = more(p.Kilograms, part.Kilograms)
		p.Complete = p.Complete && part.Complete
	}
	p.Complete = p.Complete && p.Kilograms.Known()
	slices.SortFunc(d.strands, func(x, y strand) int { return cmp.Compare(d.view.Key(x.element), d.view.Key(y.element)) })
	return nil
}

// more adds what is known to what is known: an unknown side leaves the other as it is.
func more(sum, x graph.Interval) graph.Interval {
	switch {
	case !x.Known():
		return sum
	case !sum.Known():
		return x
	}
	return sum.Plus(x)
}
