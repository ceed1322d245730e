package cover_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/cover"
	"github.com/lodestone-graph/lodestone/graph/shock"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func seedView(t testing.TB, day graph.Day) *graph.View {
	t.Helper()
	facts, report := csv.Read(seed.Files)
	require.Zero(t, report.Errors())
	s, err := graph.Build(facts)
	require.NoError(t, err)
	v, err := graph.NewView(s, day, graph.Filter{})
	require.NoError(t, err)
	return v
}

// seedDates gives what runs short on the seed when a target is lost on 30 June 2026, as days by name.
func seedDates(t *testing.T, a cover.Assumptions, target func(v *graph.View) graph.Target) map[string][2]int {
	t.Helper()
	v := seedView(t, graph.NewDay(2026, 6, 30))
	lost := target(v)
	after, err := v.With(graph.Edit{Remove: &lost})
	require.NoError(t, err)
	got, _ := dates(t, compile(t, v, a), cover.Loss{Losses: shock.FromView(after), Days: 365})
	return got
}

// All that is made in China is lost. By hand, with the sellers on record taken as complete:
//
//	tesla, high-coercivity magnets  63 days in the making ("nine weeks or more"), 20 to 48 across the sea, carmakers have 14 to 28
//	volkswagen, standard magnets    28 to 112 in the making, 20 to 48 across the sea, German carmakers have up to 36
//	toyota, high-coercivity magnets 63 in the making, 2 to 21 from country to country, 14 to 28 in stock; its motors with them
//
// Nobody on record sells a share, so that nothing abroad is certain while sellers not on record may serve.
func TestSeedWithoutChina(t *testing.T) {
	china := func(v *graph.View) graph.Target { return graph.Target{Countries: find(v, "CN")} }
	got := seedDates(t, cover.Assumptions{Closed: true}, china)
	for name, want := range map[string][2]int{
		"line tesla sintered-ndfeb-high-coercivity":  {20 + 63 + 14, 48 + 63 + 28},
		"line volkswagen sintered-ndfeb-standard":    {20 + 28 + 0, 48 + 112 + 36},
		"line toyota sintered-ndfeb-high-coercivity": {2 + 63 + 14, 21 + 63 + 28},
		"output toyota ev-traction-motor":            {79, 112},
		"output tesla humanoid-robot":                {97, 139},
	} {
		require.Equal(t, want, got[name], name)
	}
	for name, days := range seedDates(t, cover.Assumptions{}, china) {
		require.True(t, days[1] <= 0, name)
	}
}

// Lynas separates in Malaysia and, abroad from there, JARE has 14 to 60 days of its NdPr oxide: assumed, like up to 30 in the making.
func TestSeedWithoutLynas(t *testing.T) {
	lynas := func(v *graph.View) graph.Target { return graph.Target{Firms: find(v, "lynas")} }
	got := seedDates(t, cover.Assumptions{Closed: true}, lynas)
	require.Equal(t, [2]int{20 + 14, 48 + 30 + 60}, got["line jare ndpr-oxide"])
	require.Equal(t, [2]int{34, 138}, got["output ksm-metals ndpr-metal"], "it makes metal of nobody else's oxide")
	require.Equal(t, [2]int{34, -1}, got["line neo-performance ndpr-oxide"], "it has another seller")
	require.NotContains(t, got, "output tesla battery-ev")
}
