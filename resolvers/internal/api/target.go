package api

import (
	"context"
	"strconv"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// TargetInput is a set of outputs.
type TargetInput struct {
	Countries, Firms, Facilities, Owners, Items, Controls []string
	Stages                                                []graph.Stage
	By                                                    graph.Nationality
}

func emptyList(argument, hint string) error {
	return apierror.BadInput(argument, "is an empty list", hint)
}

// target resolves the ids. A target without any condition is BAD_INPUT, and so is a condition that nothing can meet.
func (w *World) target(ctx context.Context, argument string, t TargetInput) (graph.Target, error) {
	if t.Controls != nil {
		return graph.Target{}, apierror.BadInput(argument+".controls", "is no condition of outputs", "Only exposure and compare take targets by control.")
	}
	f := &finder{ctx: ctx, world: w}
	part := func(name string, ids []string, among kinds) []graph.Node {
		if ids != nil && len(ids) == 0 {
			f.fail(emptyList(argument+"."+name, "Leave the condition out, or name at least one."))
		}
		return f.nodes(ids, among)
	}
	out := graph.Target{
		Countries: part("countries", t.Countries, countries), Firms: part("firms", t.Firms, firms),
		Facilities: part("facilities", t.Facilities, facilities), Owners: part("owners", t.Owners, firms),
		Items: part("items", t.Items, items), Stages: t.Stages, By: t.By,
	}
	if t.Stages != nil && len(t.Stages) == 0 {
		f.fail(emptyList(argument+".stages", "Leave the condition out, or name at least one."))
	}
	if f.err == nil && out.IsEmpty() {
		f.fail(apierror.BadInput(argument, "names nothing",
			"Give at least one of countries, stages, firms, facilities, owners, items; Chinese refiners are {countries: [\"CN\"], stages: [SEPARATION]}."))
	}
	return out, f.err
}

// SubjectInput is who or what may depend: one of the three.
type SubjectInput struct {
	IDs   []string
	Firms *FirmFilter
	Items *ItemFilter
}

// subject is who was asked about.
type subject struct {
	firms    []graph.Node
	items    []graph.Node
	inOrder  []graph.Node // both, in the order of the ids
	notFound []string
	missing  []error // one for each id not found
}

// subject resolves who is asked about. Unknown ids are gathered, so that a long list is not lost for one of them; all other
// errors end it.
func (w *World) subject(ctx context.Context, in SubjectInput) (*subject, error) {
	given := 0
	for _, is := range []bool{in.IDs != nil, in.Firms != nil, in.Items != nil} {
		if is {
			given++
		}
	}
	if given != 1 {
		return nil, apierror.BadInput("of", "names "+strconv.Itoa(given)+" kinds of subject, not one", "Give exactly one of ids, firms and items.")
	}
	f := &finder{ctx: ctx, world: w}
	s := &subject{notFound: []string{}}
	switch {
	case in.Firms != nil:
		first, end := w.Range(graph.KindFirm)
		s.firms = those(in.Firms.match(f), first, end)
	case in.Items != nil:
		s.items = those(in.Items.match(f), 0, graph.Node(w.View.Items()))
	default:
		w.pick(s, in.IDs)
	}
	if f.err != nil {
		return nil, f.err
	}
	return s, nil
}

func those(keep keeps, first, end graph.Node) []graph.Node {
	var out []graph.Node
	for n := first; n < end; n++ {
		if keep(n) {
			out = append(out, n)
		}
	}
	return out
}

// pick sorts ids into firms and items, each once.
func (w *World) pick(s *subject, ids []string) {
	seen := map[graph.Node]bool{}
	for _, id := range ids {
		n, err := find(w.Snapshot, id, subjects)
		switch {
		case err != nil:
			s.notFound, s.missing = append(s.notFound, id), append(s.missing, err)
			continue
		case seen[n]:
			continue
		case w.IsItem(n):
			s.items = append(s.items, n)
		default:
			s.firms = append(s.firms, n)
		}
		seen[n] = true
		s.inOrder = append(s.inOrder, n)
	}
}
