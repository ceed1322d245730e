package belief_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/chain"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/exposure"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/graph/market"
	"github.com/lodestone-graph/lodestone/graph/timeline"
)

// withoutLater edits a release by hand: rows of links and figures whose source was published later than a day are taken out, with rows that
// name what is gone, and plants are what the day can say of them.
func withoutLater(f *graph.Facts, on string, year int32) *graph.Facts {
	out := *f
	later := map[string]bool{}
	for _, s := range f.Sources {
		later[s.ID] = s.Published.Known() && s.Published.Last().String() > on
	}
	gone := map[string]bool{}
	for _, c := range f.ExportControls {
		gone[c.ID] = later[c.Source]
	}
	out.ExportControls = slices.DeleteFunc(slices.Clone(f.ExportControls), func(r graph.Control) bool { return later[r.Source] })
	out.Restricts = slices.DeleteFunc(slices.Clone(f.Restricts), func(r graph.Restriction) bool { return later[r.Source] || gone[r.Control] })
	out.ListedEntities = slices.DeleteFunc(slices.Clone(f.ListedEntities), func(r graph.ListedEntity) bool { return later[r.Source] || gone[r.Control] })
	out.Licences = slices.DeleteFunc(slices.Clone(f.Licences), func(r graph.Licence) bool { return later[r.Source] })
	out.LicenceStatistics = slices.DeleteFunc(slices.Clone(f.LicenceStatistics), func(r graph.LicenceStatistic) bool { return later[r.Source] })
	out.Events = slices.DeleteFunc(slices.Clone(f.Events), func(r graph.Event) bool { return later[r.Source] })
	out.NotControlled = slices.DeleteFunc(slices.Clone(f.NotControlled), func(r graph.Exclusion) bool { return later[r.Source] })
	out.Feeds = slices.DeleteFunc(slices.Clone(f.Feeds), func(r graph.Feed) bool { return later[r.Source] })
	out.Substitutes = slices.DeleteFunc(slices.Clone(f.Substitutes), func(r graph.Substitute) bool { return later[r.Source] })
	out.Operates = slices.DeleteFunc(slices.Clone(f.Operates), func(r graph.Operation) bool { return later[r.Source] })
	out.Owns = slices.DeleteFunc(slices.Clone(f.Owns), func(r graph.Holding) bool { return later[r.Source] })
	out.Produces = slices.DeleteFunc(slices.Clone(f.Produces), func(r graph.Production) bool { return later[r.Source] })
	out.Makes = slices.DeleteFunc(slices.Clone(f.Makes), func(r graph.Making) bool { return later[r.Source] })
	out.Supplies = slices.DeleteFunc(slices.Clone(f.Supplies), func(r graph.Supply) bool { return later[r.Source] })
	out.MarketShares = slices.DeleteFunc(slices.Clone(f.MarketShares), func(r graph.MarketShare) bool { return later[r.Source] })
	out.MonthlyExports = slices.DeleteFunc(slices.Clone(f.MonthlyExports), func(r graph.MonthlyExport) bool { return later[r.Source] })
	out.PeriodExports = slices.DeleteFunc(slices.Clone(f.PeriodExports), func(r graph.PeriodExport) bool { return later[r.Source] })
	out.Stocks = slices.DeleteFunc(slices.Clone(f.Stocks), func(r graph.Stock) bool { return later[r.Source] })
	out.Facilities = slices.Clone(f.Facilities)
	for i := range out.Facilities {
		if p := &out.Facilities[i]; later[p.Source] {
			p.Status = statusThen(p, year)
		}
	}
	return &out
}

// statusThen is what a plant is taken for while nobody has said what it is: it works when it has started, by its year; without one, when
// it works later.
func statusThen(p *graph.Facility, year int32) graph.FacilityStatus {
	started := p.StartYear.Known && p.StartYear.Value <= year
	switch p.Status {
	case graph.FacilityStatusConstruction, graph.FacilityStatusPlanned:
		return p.Status
	case graph.FacilityStatusOperating, graph.FacilityStatusRampUp:
		if started || !p.StartYear.Known {
			return p.Status
		}
		return graph.FacilityStatusPlanned
	}
	if started {
		return graph.FacilityStatusRampUp
	}
	return graph.FacilityStatusClosed
}

// What was known on a day is what a release says from which all that came later was taken out by hand: dependences, decisions, timelines.
func TestKnownIsAReleaseEditedByHand(t *testing.T) {
	s := build(t, graphtest.SeedFacts(t))
	for _, day := range []struct{ known, asOf string }{{"2025-05-01", "2025-05-01"}, {"2025-11-30", "2026-06-30"}, {"2024-06-30", "2026-06-30"}, {"2026-06-30", "2026-06-30"}} {
		on, err := graph.ParseDay(day.known)
		require.NoError(t, err)
		asOf, err := graph.ParseDay(day.asOf)
		require.NoError(t, err)
		seen, err := graph.NewView(s, asOf, graph.Filter{KnownOn: on.Date()})
		require.NoError(t, err)
		edited, err := graph.NewView(build(t, withoutLater(graphtest.SeedFacts(t), day.known, int32(asOf.Year()))), asOf, graph.Filter{})
		require.NoError(t, err)
		require.NotEqual(t, seen.ID(), edited.ID())
		require.Equal(t, dependences(t, edited), dependences(t, seen), day.known)
		require.Equal(t, decisions(edited), decisions(seen), day.known)
		require.Equal(t, dates(t, edited), dates(t, seen), day.known)
	}
}

type dependence struct {
	firm    string
	verdict exposure.Verdict
	share   [2]float64
}

func dependences(t *testing.T, v *graph.View) []dependence {
	ctx := context.Background()
	network, err := chain.Build(ctx, v)
	require.NoError(t, err)
	model, err := exposure.Compile(ctx, network, nil, false)
	require.NoError(t, err)
	china, _ := v.Lookup("CN")
	answer, err := model.Ask(ctx, market.NewIndex(v), graph.Target{Countries: []graph.Node{china}, Stages: []graph.Stage{graph.StageSeparation}})
	require.NoError(t, err)
	first, end := v.Range(graph.KindFirm)
	var firms []graph.Node
	for n := first; n < end; n++ {
		firms = append(firms, n)
	}
	rows, err := answer.Firms(ctx, firms)
	require.NoError(t, err)
	out := map[string]dependence{}
	var keys []string
	for _, r := range rows {
		key := v.Key(r.Subject)
		keys = append(keys, key)
		share := r.Share()
		out[key] = dependence{key, r.Verdict, [2]float64{share.Low, share.High}}
	}
	slices.Sort(keys)
	var list []dependence
	for _, key := range keys {
		list = append(list, out[key])
	}
	return list
}

func decisions(v *graph.View) map[string]string {
	book := control.NewBook(v)
	out := map[string]string{}
	for _, item := range []string{"tb-oxide", "sintered-ndfeb-gbd", "smco-magnet", "ga-metal", "ho-oxide"} {
		for _, to := range []string{"US", "DE", "JP"} {
			for _, use := range []control.EndUse{control.Civilian, control.Military} {
				goods, _ := v.Lookup(item)
				country, _ := v.Lookup(to)
				d := book.Decide(control.Question{Item: goods, Origin: graph.NoNode, Destination: country, EndUse: use, User: graph.NoNode, Exporter: control.FromHome, Holder: graph.NoNode, On: v.AsOf})
				out[item+to+string(use)] = string(d.Outcome) + " " + d.Rule
			}
		}
	}
	return out
}

func dates(t *testing.T, v *graph.View) []string {
	entries, err := timeline.Of(context.Background(), v, timeline.Question{From: graph.MinDay, Until: graph.MaxDay})
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, string(e.Kind)+" "+e.Key+" "+e.First.String())
	}
	return out
}

// What is known on a day is part of a view's identity, and its answers are cautious beyond it.
func TestKnownIsPartOfTheView(t *testing.T) {
	s := build(t, graphtest.SeedFacts(t))
	on := graph.NewDay(2025, 5, 1)
	v := known(t, s, on)
	require.Equal(t, graph.Flags{graph.FlagSourceUndated}, v.Flags())
	other, err := graph.NewView(s, on+1, graph.Filter{KnownOn: on.Date()})
	require.NoError(t, err)
	require.True(t, other.Flags().Has(graph.FlagPastHorizon))
	plain, err := graph.NewView(s, on, graph.Filter{})
	require.NoError(t, err)
	require.NotEqual(t, plain.ID(), v.ID())
	require.Empty(t, plain.Flags())
	_, err = graph.NewView(s, on, graph.Filter{KnownOn: graph.Date{Year: 2025}})
	require.ErrorContains(t, err, "2025: not a day")
}
