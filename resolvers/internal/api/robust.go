package api

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/exposure"
)

// Robustness says which verdicts rest on one source alone.
type Robustness struct {
	Subjects     int // asked about
	Held         int // whose verdict stands whichever source is left out
	TriedCount   int
	UntriedCount int
	NotFound     []string
	Flags        []graph.Flag

	world *World
	found *exposure.Robustness
	by    []*SourceWeight
}

// SourceWeight is a source with the verdicts that rest on it alone.
type SourceWeight struct {
	Source *Source
	Count  int

	world   *World
	changes []exposure.Fragile
}

// VerdictChange is a verdict that another takes the place of.
type VerdictChange struct {
	Subject       Node
	Before, After exposure.Verdict
}

// Robustness leaves out one source after another.
func (v *View) Robustness(ctx context.Context, of SubjectInput, to TargetInput) (*Robustness, error) {
	w := v.world
	target, err := w.target(ctx, "to", to)
	if err != nil {
		return nil, err
	}
	who, err := w.subject(ctx, of)
	if err != nil {
		return nil, err
	}
	for _, missing := range who.missing {
		graphql.AddError(ctx, missing)
	}
	subjects := who.all()
	found, err := exposure.WithoutEach(ctx, w.View, exposure.Question{Target: target}, subjects)
	if err != nil {
		return nil, err
	}
	out := &Robustness{Subjects: len(subjects), TriedCount: len(found.Tried), UntriedCount: len(found.Untried), NotFound: who.notFound,
		Flags: w.View.Flags(), world: w, found: found}
	fragile := map[graph.Node]bool{}
	for i, f := range found.Fragile {
		fragile[f.Subject] = true
		if i == 0 || f.Source != found.Fragile[i-1].Source {
			out.by = append(out.by, &SourceWeight{Source: w.source(f.Source), world: w})
		}
		last := out.by[len(out.by)-1]
		last.Count++
		last.changes = append(last.changes, f)
	}
	out.Held = out.Subjects - len(fragile)
	return out, nil
}

// all are the firms and items asked about.
func (s *subject) all() []graph.Node { return append(s.firms[:len(s.firms):len(s.firms)], s.items...) }

// Sources lists the sources that some verdict rests on alone, those of most verdicts first.
func (r *Robustness) Sources(first int) []*SourceWeight { return head(r.by, first) }

// SourceCount counts them.
func (r *Robustness) SourceCount() int { return len(r.by) }

// Tried lists the sources that were left out in turn.
func (r *Robustness) Tried(first int) []*Source { return r.open(r.found.Tried, first) }

// Untried lists the sources that were not, for there are too many.
func (r *Robustness) Untried(first int) []*Source { return r.open(r.found.Untried, first) }

func (r *Robustness) open(sources []graph.Node, first int) []*Source {
	out := []*Source{}
	for _, n := range head(sources, first) {
		out = append(out, r.world.source(n))
	}
	return out
}

// Changes lists the verdicts that rest on the source alone.
func (s *SourceWeight) Changes(first int) []*VerdictChange {
	out := []*VerdictChange{}
	for _, f := range head(s.changes, first) {
		out = append(out, &VerdictChange{s.world.wrap(f.Subject), f.Before, f.After})
	}
	return out
}
