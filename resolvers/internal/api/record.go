package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// Event is a dated event.
type Event struct {
	thing
	Name    string
	Date    graph.Date
	EndDate graph.Date
	Kind    graph.EventKind
	Country *Country
	Firm    *Firm
	Item    Node
	Effect  *string
	Source  *Source
}

func (w *World) event(n graph.Node) *Event {
	first, _ := w.Range(graph.KindEvent)
	r := &w.Facts().Events[n-first]
	return &Event{thing{w, n}, r.Title, r.Date, r.EndDate, r.Kind, w.countryAt(r.Country), w.maybeFirm(r.Firm), w.wrapAt(r.Item),
		text(r.Effect), w.sourceAt(r.Source)}
}

// Title is the name under the word used for events.
func (e *Event) Title() string { return e.Name }

// ProcurementRule is a buying rule or goal of a state or union.
type ProcurementRule struct {
	thing
	Name       string
	Authority  string
	Country    *Country
	Kind       graph.ProcurementRuleKind
	Effective  graph.Date
	Ends       graph.Date
	Summary    string
	Confidence graph.Confidence
	Source     *Source
}

func (w *World) procurementRule(n graph.Node) *ProcurementRule {
	first, _ := w.Range(graph.KindProcurementRule)
	r := &w.Facts().ProcurementRules[n-first]
	return &ProcurementRule{thing{w, n}, r.Title, r.Authority, w.countryAt(r.Country), r.Kind, r.Effective, r.Ends, r.Summary, r.Confidence,
		w.sourceAt(r.Source)}
}

// Title is the name under the word used for rules.
func (p *ProcurementRule) Title() string { return p.Name }

// Steps lists what the rule bars or caps.
func (p *ProcurementRule) Steps(ctx context.Context, first int, after *string) (*ProcurementRuleStepConnection, error) {
	key := p.Key()
	return procurementRuleSteps.list(ctx, p.world, func(r *graph.ProcurementRuleStep) bool { return r.Rule == key }, nil, "", first, after)
}

// Source is a publication.
type Source struct {
	thing
	Name      string
	Publisher string
	URL       string
	Published graph.Date
	Kind      graph.SourceKind
}

func (w *World) source(n graph.Node) *Source {
	r := w.View.Source(n)
	return &Source{thing{w, n}, r.Title, r.Publisher, r.URL, r.Published, r.Kind}
}

// Title is the name under the word used for publications.
func (s *Source) Title() string { return s.Name }
