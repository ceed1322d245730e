package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// TargetInput is a set of outputs.
type TargetInput struct {
	Countries, Firms, Facilities, Owners, Items []string
	Stages                                      []graph.Stage
	By                                          graph.Nationality
}

func emptyList(argument, hint string) error {
	return apierror.BadInput(argument, "is an empty list", hint)
}

// target resolves the ids. A target without any condition is BAD_INPUT, and so is a condition that nothing can meet.
func (w *World) target(ctx context.Context, argument string, t TargetInput) (graph.Target, error) {
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
	firm     keeps // nil where no firm was asked about
	items    []graph.Node
	notFound []string
	missing  []error // one for each id not found
}

// subject resolves who is asked about. Unknown ids are gathered, so that a long list is not lost for one of them; all other
// errors end it.
func (w *World) subject(ctx context.Context, in SubjectInput) (*subject, error) {
	f := &finder{ctx: ctx, world: w}
	s := &subject{notFound: []string{}}
	switch {
	case in.Firms != nil:
		s.firm = in.Firms.match(f)
	case in.Items != nil:
		s.items = w.itemsThat(in.Items.match(f))
	default:
		w.pick(s, in.IDs)
	}
	if f.err != nil {
		return nil, f.err
	}
	return s, nil
}

func (w *World) itemsThat(keep keeps) []graph.Node {
	var out []graph.Node
	for n := range graph.Node(w.View.Items()) {
		if keep(n) {
			out = append(out, n)
		}
	}
	return out
}

func (w *World) pick(s *subject, ids []string) {
	chosen, seen := map[graph.Node]bool{}, map[graph.Node]bool{}
	for _, id := range ids {
		n, err := find(w.Snapshot, id, subjects)
		switch {
		case err != nil:
			s.notFound, s.missing = append(s.notFound, id), append(s.missing, err)
		case !w.IsItem(n):
			chosen[n] = true
		case !seen[n]:
			seen[n] = true
			s.items = append(s.items, n)
		}
	}
	if len(chosen) > 0 {
		s.firm = func(n graph.Node) bool { return chosen[n] }
	}
}
