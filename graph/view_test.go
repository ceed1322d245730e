package graph_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
)

func written(t *testing.T, text string) *graph.Snapshot {
	t.Helper()
	facts, err := graphtest.Written(text)
	require.NoError(t, err)
	s, err := graph.Build(facts)
	require.NoError(t, err)
	return s
}

func at(t *testing.T, s *graph.Snapshot, day string, filter graph.Filter) *graph.View {
	t.Helper()
	d, err := graph.ParseDay(day)
	require.NoError(t, err)
	v, err := graph.NewView(s, d, filter)
	require.NoError(t, err)
	return v
}

func node(t *testing.T, s *graph.Snapshot, key string) graph.Node {
	t.Helper()
	n, ok := s.Lookup(key)
	require.True(t, ok, key)
	return n
}

func TestSaleHoldsFromItsFirstToItsLastDay(t *testing.T) {
	announced := graph.Filter{IncludeAnnounced: true}
	for _, c := range []struct {
		sale   string
		day    string
		filter graph.Filter
		active bool
		flags  graph.Flags
	}{
		{"start=2024-03-05 end=2025-06-07", "2024-03-04", graph.Filter{}, false, nil},
		{"start=2024-03-05 end=2025-06-07", "2024-03-05", graph.Filter{}, true, nil},
		{"start=2024-03-05 end=2025-06-07", "2025-06-07", graph.Filter{}, true, nil},
		{"start=2024-03-05 end=2025-06-07", "2025-06-08", graph.Filter{}, false, nil},
		// A year or month starts at its first day and ends at its last; while it runs, the answer hangs on it.
		{"start=2024", "2023-12-31", graph.Filter{}, false, nil},
		{"start=2024", "2024-01-01", graph.Filter{}, true, graph.Flags{graph.FlagImpreciseDate}},
		{"start=2024", "2025-01-01", graph.Filter{}, true, nil},
		{"start=2024-02", "2024-02-29", graph.Filter{}, true, graph.Flags{graph.FlagImpreciseDate}},
		{"start=2024-02", "2024-03-01", graph.Filter{}, true, nil},
		{"start=2021-01-01 end=2024", "2024-12-31", graph.Filter{}, true, graph.Flags{graph.FlagImpreciseDate}},
		{"start=2021-01-01 end=2024", "2025-01-01", graph.Filter{}, false, nil},
		{"start=2021-01-01 end=2024-02", "2024-02-29", graph.Filter{}, true, graph.Flags{graph.FlagImpreciseDate}},
		{"start=2021-01-01 end=2024-02", "2024-03-01", graph.Filter{}, false, nil},
		// Without a start it has always run; before its source was published that is flagged.
		{"", "1999-01-01", graph.Filter{}, true, graph.Flags{graph.FlagUndated}},
		{"", "2019-12-31", graph.Filter{}, true, graph.Flags{graph.FlagUndated}},
		{"", "2020-01-01", graph.Filter{}, true, nil},
		{"source=undated", "1999-01-01", graph.Filter{}, true, nil},
		// What is over without an end ended when its source said so.
		{"status=ENDED", "2020-01-01", graph.Filter{}, true, nil},
		{"status=ENDED", "2020-01-02", graph.Filter{}, false, nil},
		{"status=ENDED source=month", "2021-02-28", graph.Filter{}, true, nil},
		{"status=ENDED source=month", "2021-03-01", graph.Filter{}, false, nil},
		{"status=ENDED source=undated", "1999-01-01", graph.Filter{}, false, nil},
		{"status=ENDED end=2023-05-01", "2023-05-01", graph.Filter{}, true, nil},
		// What is announced stays out unless asked for, even when its start is past.
		{"status=ANNOUNCED start=2021-01-01", "2025-01-01", graph.Filter{}, false, nil},
		{"status=ANNOUNCED start=2021-01-01", "2025-01-01", announced, true, graph.Flags{graph.FlagAnnounced}},
		{"status=ANNOUNCED start=2026-01-01", "2025-01-01", announced, false, nil},
	} {
		s := written(t, "sources id=undated published=\nsources id=month published=2021-02\nmaterials id=x\nfirms id=a\nfirms id=b\nsupplies supplier=a buyer=b item=x "+c.sale)
		v := at(t, s, c.day, c.filter)
		require.Equal(t, c.active, v.SaleActive(0), "%s on %s", c.sale, c.day)
		if c.active {
			require.Equal(t, c.flags, v.SaleFlags(0), "%s on %s", c.sale, c.day)
		}
	}
}

func TestPlantCountsWhileItRuns(t *testing.T) {
	for _, c := range []struct {
		plant  string
		day    string
		counts bool
		flags  graph.Flags
	}{
		{"status=OPERATING", "2020-01-01", true, nil},
		{"status=RAMP_UP", "2026-06-30", true, nil},
		{"status=CONSTRUCTION start_year=2019", "2026-06-30", false, graph.Flags{graph.FlagAnnounced}},
		{"status=PLANNED", "2026-06-30", false, graph.Flags{graph.FlagAnnounced}},
		{"status=IDLE", "2026-06-30", false, nil},
		{"status=CLOSED", "2026-06-30", false, nil},
		{"status=OPERATING start_year=2030", "2026-06-30", true, nil}, // the status was said before the day
		// Before the source was published only the start year counts.
		{"status=OPERATING start_year=2018", "2017-12-31", false, graph.Flags{graph.FlagStatusLater}},
		{"status=OPERATING start_year=2018", "2018-01-01", true, graph.Flags{graph.FlagStatusLater}},
		{"status=OPERATING", "2018-01-01", true, graph.Flags{graph.FlagStatusLater, graph.FlagUndated}},
		{"status=CLOSED start_year=2015", "2018-01-01", true, graph.Flags{graph.FlagStatusLater}},
		{"status=CLOSED", "2018-01-01", false, graph.Flags{graph.FlagStatusLater, graph.FlagUndated}},
		{"status=PLANNED start_year=2015", "2018-01-01", false, graph.Flags{graph.FlagAnnounced, graph.FlagStatusLater}},
	} {
		s := written(t, "facilities id=p "+c.plant)
		v := at(t, s, c.day, graph.Filter{})
		p := node(t, s, "p")
		require.Equal(t, c.counts, v.PlantActive(p), "%s on %s", c.plant, c.day)
		require.Equal(t, c.flags, v.PlantFlags(p), "%s on %s", c.plant, c.day)
	}
	s := written(t, "facilities id=p status=PLANNED start_year=2026\nfacilities id=q status=PLANNED")
	v := at(t, s, "2026-06-30", graph.Filter{IncludeAnnounced: true})
	require.True(t, v.PlantActive(node(t, s, "p")))
	require.False(t, v.PlantActive(node(t, s, "q")), "nobody says when")
	require.False(t, at(t, s, "2025-06-30", graph.Filter{IncludeAnnounced: true}).PlantActive(node(t, s, "p")))
}

func TestCapacityIsThatOfTheLatestYear(t *testing.T) {
	const rows = `
materials id=x
materials id=y
produces facility=p item=x capacity_tpa=5 year=
produces facility=p item=x capacity_tpa=10 year=2023
produces facility=p item=x capacity_tpa=20 year=2025
produces facility=p item=x capacity_tpa=30 year=2026
produces facility=p item=x capacity_tpa=90 year=2028
produces facility=p item=y output_tpa=7 year=2024`
	for _, c := range []struct {
		status, day string
		tonnes      float64
	}{
		{"OPERATING", "2021-01-01", 5}, {"OPERATING", "2023-01-01", 10}, {"OPERATING", "2024-06-01", 10}, {"OPERATING", "2026-06-30", 30},
		{"RAMP_UP", "2026-06-30", 20}, {"RAMP_UP", "2027-06-30", 30}, {"OPERATING", "2028-01-01", 90},
	} {
		s := written(t, "facilities id=p status="+c.status+rows)
		v := at(t, s, c.day, graph.Filter{})
		tonnes, row, ok := v.Capacity(node(t, s, "p"), node(t, s, "x"))
		require.True(t, ok)
		require.InDelta(t, c.tonnes, tonnes, 0, "%s on %s", c.status, c.day)
		require.InDelta(t, c.tonnes, s.Facts().Produces[row].CapacityTonnesPerYear.Value, 0)
		_, _, ok = v.Capacity(node(t, s, "p"), node(t, s, "y"))
		require.False(t, ok, "output is not capacity")
	}
	s := written(t, "facilities id=p"+rows)
	planned := 0
	v := at(t, s, "2026-06-30", graph.Filter{})
	for i := range s.Facts().Produces {
		if !v.ProductionActive(int32(i)) {
			planned++
			require.EqualValues(t, 2028, s.Facts().Produces[i].Year.Value, "later years are plans")
		}
	}
	require.Equal(t, 1, planned)
}

func TestFilterActsOnLinksAndFiguresNotOnThings(t *testing.T) {
	s := written(t, `
sources id=rumour published=2021-01-01
materials id=x
firms id=a source=rumour
firms id=b
makes firm=a item=x confidence=LOW
supplies supplier=a buyer=b item=x source=rumour
supplies supplier=b buyer=a item=x confidence=MEDIUM`)
	makes := func(v *graph.View) bool { return v.On(v.Makes.Table, 0) }
	v := at(t, s, "2024-01-01", graph.Filter{})
	require.True(t, makes(v) && v.SaleActive(0) && v.SaleActive(1))
	v = at(t, s, "2024-01-01", graph.Filter{MinConfidence: graph.ConfidenceMedium})
	require.True(t, !makes(v) && v.SaleActive(0) && v.SaleActive(1))
	v = at(t, s, "2024-01-01", graph.Filter{MinConfidence: graph.ConfidenceHigh})
	require.True(t, !makes(v) && v.SaleActive(0) && !v.SaleActive(1))
	v = at(t, s, "2024-01-01", graph.Filter{WithoutSources: []string{"rumour"}})
	require.True(t, makes(v) && !v.SaleActive(0) && v.SaleActive(1))
	require.Equal(t, "US", v.Firm(node(t, s, "a")).Country, "the firm stays")
	_, err := graph.NewView(s, 0, graph.Filter{WithoutSources: []string{"nobody"}})
	require.EqualError(t, err, `source "nobody" is not known`)
}

func TestViewIsNamedByWhatItDependsOn(t *testing.T) {
	s := written(t, "sources id=t\nmaterials id=x")
	a := at(t, s, "2024-01-01", graph.Filter{WithoutSources: []string{"t", "s", "t"}})
	require.Equal(t, a.ID(), at(t, s, "2024-01-01", graph.Filter{WithoutSources: []string{"s", "t"}, MinConfidence: graph.ConfidenceLow}).ID())
	for _, other := range []*graph.View{
		at(t, s, "2024-01-02", graph.Filter{WithoutSources: []string{"s", "t"}}), at(t, s, "2024-01-01", graph.Filter{WithoutSources: []string{"s"}}),
		at(t, s, "2024-01-01", graph.Filter{WithoutSources: []string{"s", "t"}, IncludeAnnounced: true}),
		at(t, written(t, "sources id=t\nmaterials id=y"), "2024-01-01", graph.Filter{WithoutSources: []string{"s", "t"}}),
	} {
		require.NotEqual(t, a.ID(), other.ID())
	}
	require.Equal(t, graph.Flags{graph.FlagPastHorizon}, a.Flags())
	require.Empty(t, at(t, s, "2020-01-01", graph.Filter{}).Flags())
}

// A source dated to a year may be of its first day: it proves nothing of later ones.
func TestHorizonIsTheLastSureDay(t *testing.T) {
	s := written(t, "sources id=day published=2026-03-02\nsources id=month published=2026-02\nsources id=year published=2026\nmaterials id=x")
	require.Equal(t, "2026-03-02", s.Horizon().String())
	require.Empty(t, at(t, s, "2026-03-02", graph.Filter{}).Flags())
	require.Equal(t, graph.Flags{graph.FlagPastHorizon}, at(t, s, "2026-03-03", graph.Filter{}).Flags())
}

// Essential inputs are all needed; without any, one of the others serves; a class without rows is made as any of its grades.
func TestRequirement(t *testing.T) {
	s := written(t, `
elements id=nd symbol=Nd atomic_number=60
materials id=totals-unspecified
materials id=a
materials id=b
materials id=both
materials id=either
materials id=class
materials id=bare
materials id=elemental
feeds from=a to=both
feeds from=b to=both essential=false
feeds from=nd to=both
feeds from=totals-unspecified to=both
feeds from=a to=either essential=false
feeds from=b to=either essential=false confidence=LOW
feeds from=nd to=elemental
kinds item=both kind_of=class
kinds item=totals-unspecified kind_of=class
kinds item=either kind_of=class`)
	v := at(t, s, "2024-01-01", graph.Filter{})
	for key, want := range map[string]struct {
		inputs      []string
		any, grades bool
	}{
		"both": {[]string{"a"}, false, false}, "either": {[]string{"a", "b"}, true, false}, "class": {[]string{"both", "either"}, true, true},
		"bare": {[]string{}, true, true}, "elemental": {[]string{}, true, false},
	} {
		r := v.Requirement(node(t, s, key))
		require.Equal(t, want.inputs, s.Keys(r.Inputs), key)
		require.Len(t, r.Rows, len(r.Inputs))
		require.Equal(t, want.any, r.Any, key)
		require.Equal(t, want.grades, r.Grades, key)
	}
	require.Equal(t, []string{"b"}, s.Keys(v.Optional(node(t, s, "both")).Inputs))
	require.Empty(t, v.Optional(node(t, s, "either")).Inputs)
	v = at(t, s, "2024-01-01", graph.Filter{MinConfidence: graph.ConfidenceHigh})
	require.Equal(t, []string{"a"}, s.Keys(v.Requirement(node(t, s, "either")).Inputs), "the filter acts on recipes")
}
