package replay_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/replay"
	"github.com/lodestone-graph/lodestone/graph/shock"
)

func date(t testing.TB, text string) graph.Date {
	t.Helper()
	d, err := graph.ParseDate(text)
	require.NoError(t, err)
	return d
}

// firms is a world in which "mill" in CN sells magnets to "maker" in US, all that it needs, and to "other", who tells no share; "lonely"
// makes motors without a seller. 10 days are in stock, a day on the way: maker is short for certain on 12 January 2025.
func firms(events ...graph.Event) *graph.Facts {
	f := &graph.Facts{
		Sources:    []graph.Source{{ID: "s", Kind: graph.SourceKindOfficial}},
		Countries:  []graph.Country{{ID: "CN"}, {ID: "US"}, {ID: "DE"}},
		Regions:    []graph.Region{{ID: "EU"}},
		Components: []graph.Component{{ID: "magnet", Kind: graph.ComponentKindMagnet, Source: "s"}, {ID: "motor", Kind: graph.ComponentKindMotor, Source: "s"}, {ID: "wheel", Source: "s"}},
		Firms:      []graph.Firm{{ID: "lonely", Country: "DE"}, {ID: "maker", Country: "US"}, {ID: "mill", Country: "CN"}, {ID: "other", Country: "US"}, {ID: "wheeler", Country: "US"}},
		Makes: []graph.Making{{Firm: "mill", Item: "magnet", Source: "s"}, {Firm: "maker", Item: "motor", Source: "s"}, {Firm: "other", Item: "motor", Source: "s"},
			{Firm: "lonely", Item: "motor", Source: "s"}, {Firm: "wheeler", Item: "wheel", Source: "s"}},
		Feeds: []graph.Feed{{From: "magnet", To: "motor", Unit: graph.FeedUnitKgPerUnit, Essential: graph.True, Source: "s"}},
		Supplies: []graph.Supply{
			{Supplier: "mill", Buyer: "maker", Item: "magnet", SharePercent: graph.Number{Value: 100, Known: true}, Status: graph.SupplyStatusActive, Source: "s"},
			{Supplier: "mill", Buyer: "other", Item: "magnet", Status: graph.SupplyStatusActive, Source: "s"},
		},
		RegionMembers: []graph.RegionMember{{Region: "EU", Country: "DE"}},
		Events:        events,
	}
	for i := range f.Events {
		e := &f.Events[i]
		e.Source = "s"
		if e.ID == "" {
			e.ID = "event"
		}
		if e.Kind == "" {
			e.Kind = graph.EventKindShutdown
		}
	}
	return f
}

// replayed loses the mill on 1 January 2025 and looks at events up to the end of March.
func replayed(t *testing.T, f *graph.Facts) (*graph.View, *replay.Answer) {
	t.Helper()
	v := viewOf(t, f, graph.NewDay(2025, 1, 1), graph.Filter{})
	ten, one := cover.Range{Low: 10, High: 10}, cover.Range{Low: 1, High: 1}
	lost := shock.Loss{Target: graph.NewTargetSet(v, graph.Target{Firms: nodesOf(t, v, "mill")})}
	p := predict(t, v, cover.Assumptions{Cover: &ten, Lead: &one, Making: &cover.Range{}}, cover.Loss{Losses: []shock.Loss{lost}, Days: 365})
	a, err := replay.Of(context.Background(), p, v, replay.Question{Until: graph.NewDay(2025, 3, 31), Struck: nodesOf(t, v, "magnet")})
	require.NoError(t, err)
	return v, a
}

func TestVerdictsByHand(t *testing.T) {
	for _, c := range []struct {
		event   graph.Event
		verdict replay.Verdict
		days    int
		certain bool
		missing replay.Fact
		reason  string
	}{
		{graph.Event{Date: date(t, "2025-01-12"), Country: "US", Firm: "maker", Item: "motor"}, replay.Hit, 0, true, "",
			"maker may stop making motor from 2025-01-12 on, and some stop is certain by 2025-01-12, for want of magnet from mill. The event began on 2025-01-12: within the predicted days."},
		{graph.Event{Date: date(t, "2025-01"), Country: "US", Firm: "maker", Item: "magnet"}, replay.Hit, 0, true, "",
			"maker may run short of magnet from 2025-01-12 on, and some stop is certain by 2025-01-12, for want of magnet from mill. The event began between 2025-01-01 and 2025-01-31: within the predicted days."},
		{graph.Event{Date: date(t, "2025-01-20"), Country: "US", Firm: "maker", Item: "motor"}, replay.Early, 8, true, "",
			"maker may stop making motor from 2025-01-12 on, and some stop is certain by 2025-01-12, for want of magnet from mill. The event began on 2025-01-20, 8 days after the last predicted day at the least."},
		{graph.Event{Date: date(t, "2025-01-02"), Country: "US", Firm: "maker"}, replay.Late, 10, true, "",
			"maker may run short of magnet from 2025-01-12 on, and some stop is certain by 2025-01-12, for want of magnet from mill. The event began on 2025-01-02, 10 days before that at the least."},
		{graph.Event{Date: date(t, "2025-03-20"), Country: "US", Firm: "other", Item: "motor"}, replay.Hit, 0, false, "",
			"other may stop making motor from 2025-01-12 on, but need not ever, for want of magnet from mill. The event began on 2025-03-20: possible by the prediction, not proof of it."},
		{graph.Event{Date: date(t, "2025-02"), Country: "DE", Firm: "lonely", Item: "magnet"}, replay.Silent, 0, false, replay.Supplier, "Nobody is on record for selling magnet to lonely."},
		{graph.Event{Date: date(t, "2025-02"), Country: "US", Firm: "wheeler", Item: "motor"}, replay.Silent, 0, false, replay.Need, "wheeler is not on record for motor, nor for anything made with it."},
		{graph.Event{Date: date(t, "2025-02"), Country: "US", Firm: "wheeler", Item: "wheel"}, replay.Silent, 0, false, replay.Link, "By the recipes on record nothing behind wheel of wheeler is known to be lost or held back."},
		{graph.Event{Date: date(t, "2025-02"), Country: "EU", Item: "wheel"}, replay.Silent, 0, false, replay.Firm, "No firm of EU is on record for wheel, or for anything made with it."},
		{graph.Event{Date: date(t, "2025-02"), Country: "EU", Item: "motor"}, replay.Silent, 0, false, replay.Supplier, "Nobody is on record for selling magnet to lonely."},
		{graph.Event{Date: date(t, "2025-02"), Country: "US", Item: "motor"}, replay.Early, 20, true, "",
			"Of 2 firms of US on record for motor 2 may stop in the window. maker may stop making motor from 2025-01-12 on, and some stop is certain by 2025-01-12, for want of magnet from mill. " +
				"The event began between 2025-02-01 and 2025-02-28, 20 days after the last predicted day at the least."},
	} {
		_, a := replayed(t, firms(c.event))
		require.Len(t, a.Outcomes, 1)
		o := &a.Outcomes[0]
		require.Equal(t, c.verdict, o.Verdict, c.reason)
		require.Equal(t, c.days, o.Days, c.reason)
		require.Equal(t, c.missing, o.Missing, c.reason)
		require.Equal(t, c.certain, o.Prediction != nil && o.Prediction.Certain(), c.reason)
		require.Equal(t, c.reason, a.Reason(o))
		require.Equal(t, !c.event.Date.Exact(), o.Flags.Has(graph.FlagImpreciseDate))
	}
}

// A maker whose only seller is not lost, while magnets are: nothing is missing, and nothing follows.
func TestMissIsWhereNothingIsMissing(t *testing.T) {
	f := firms(graph.Event{Date: date(t, "2025-02"), Country: "DE", Firm: "lonely", Item: "motor"})
	f.Firms = append(f.Firms, graph.Firm{ID: "smith", Country: "DE"})
	f.Materials = append(f.Materials, graph.Material{ID: "ore", Form: graph.FormOreConcentrate, Source: "s"})
	f.Makes = append(f.Makes, graph.Making{Firm: "smith", Item: "magnet", Source: "s"})
	f.Supplies = append(f.Supplies, graph.Supply{Supplier: "smith", Buyer: "lonely", Item: "magnet", Status: graph.SupplyStatusActive, Source: "s"})
	_, a := replayed(t, f)
	require.Equal(t, replay.Miss, a.Outcomes[0].Verdict)
	require.Equal(t, "All sellers on the way up from lonely are on record, and none of their goods are known to be lost or held back.", a.Reason(&a.Outcomes[0]))
}

func TestWindowAndCounts(t *testing.T) {
	v, a := replayed(t, firms(
		graph.Event{ID: "year", Date: date(t, "2025"), Country: "US", Firm: "maker", Item: "motor"},
		graph.Event{ID: "before", Date: date(t, "2024-12-31"), Country: "US", Firm: "maker"},
		graph.Event{ID: "last", Date: date(t, "2025-03"), Country: "US", Firm: "wheeler"},
		graph.Event{ID: "after", Date: date(t, "2025-04"), Country: "US", Firm: "other"},
		graph.Event{ID: "price", Date: date(t, "2025-02"), Country: "US", Firm: "other", Kind: graph.EventKindPrice},
		graph.Event{ID: "place", Date: date(t, "2025-02-01"), Country: "US", Item: "motor", Kind: graph.EventKindShortage},
	))
	var keys []string
	for _, o := range a.Outcomes {
		keys = append(keys, v.Key(o.Event))
	}
	require.Equal(t, []string{"year", "place", "last"}, keys)
	require.Equal(t, replay.Tally{HitsCertain: 1, Silent: 1}, a.Named)
	require.Equal(t, replay.Tally{Early: 1}, a.Places)
	require.Equal(t, replay.Share{Firms: 4, WithEvent: 1}, a.Needing, "the mill makes magnets, three need them; the wheeler does not")
	require.Equal(t, replay.Share{Firms: 3, WithEvent: 1}, a.Predicted, "the mill itself, and its two buyers")
	require.Equal(t, replay.Share{Firms: 2, WithEvent: 1}, a.Certain)
	require.Equal(t, []string{"mill", "other"}, []string{v.Key(a.Alarms[0].Firm), v.Key(a.Alarms[1].Firm)}, "what must stop comes first")
	require.Equal(t, []string{"place"}, v.Keys(a.Alarms[1].Places))
	require.Empty(t, a.Alarms[0].Places)
}
