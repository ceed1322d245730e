package resolvers_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

type sharedAnswer struct {
	Subjects                      []struct{ Key string }
	TotalCount, Measured, LeftOut int
	Complete                      bool
	NotFound                      []string
	Nodes                         []struct {
		Kind  string
		Node  struct{ Key string }
		Stage *string
		By    int
		Joint share
		Cells []struct {
			Subject            struct{ Key string }
			Reaches            bool
			Verdict, Certainty *string
			Share              share
			Tier               *int
			Exposure           *exposureAnswer
		}
	}
}

const sharedFields = `{ subjects { key } totalCount measured leftOut complete notFound nodes { kind node { key } stage by joint { low high estimate }
	cells { subject { key } reaches verdict certainty share { low high estimate } tier `

func sharedOf(t *testing.T, arguments, inCell string) sharedAnswer {
	t.Helper()
	return read[struct{ View struct{ Shared sharedAnswer } }](t, seedAPI(), `{ view { shared(`+arguments+`, first: 100) `+sharedFields+inCell+` } } } } }`, nil).View.Shared
}

// Toyota, Tesla and Siemens Gamesa all buy magnets of JL MAG. Nobody states shares: Toyota names one seller, so that it and the market have
// a half each; Siemens Gamesa names two and Tesla three, so theirs are a third and a quarter, and a quarter is what all three have in
// common, at least. Its two plants take half of that each, and with it comes who sells it metal.
func TestWhatThreeMagnetBuyersShare(t *testing.T) {
	got := sharedOf(t, `of: ["toyota", "tesla", "siemens-gamesa", "tesla"], kinds: [FIRM, FACILITY]`, `exposure { verdict share { low high estimate } paths(first: 1) { nodes { hops { from { id } to { id } } } } }`)
	require.Len(t, got.Subjects, 3)
	require.True(t, got.Complete)
	require.Len(t, got.Nodes, got.TotalCount)
	first := got.Nodes[0]
	require.Equal(t, []string{"FIRM", "jl-mag"}, []string{first.Kind, first.Node.Key})
	require.Equal(t, 3, first.By)
	require.InDelta(t, 0.25, *first.Joint.Estimate, 1e-9)
	require.Equal(t, []float64{0, 1}, []float64{first.Joint.Low, first.Joint.High})
	for i, want := range []float64{0.5, 0.25, 1.0 / 3} {
		cell := first.Cells[i]
		require.Equal(t, got.Subjects[i].Key, cell.Subject.Key)
		require.True(t, cell.Reaches)
		require.Equal(t, []string{"LINKED", "CERTAIN"}, []string{*cell.Verdict, *cell.Certainty})
		require.InDelta(t, want, *cell.Share.Estimate, 1e-9)
		require.Equal(t, 1, *cell.Tier)
		require.Equal(t, cell.Share, cell.Exposure.Share)
		require.NotEmpty(t, cell.Exposure.Paths.Nodes)
	}
	shared := map[string]float64{}
	for _, n := range got.Nodes {
		shared[n.Node.Key] = *n.Joint.Estimate
	}
	require.InDelta(t, 0.125, shared["jl-mag-ganzhou"], 1e-9)
	require.InDelta(t, 0.25/3, shared["northern-rare-earth"], 1e-9, "one of two sellers of metal without a share, beside the market")
	require.NotContains(t, shared, "toyota")
}

// What an F-35 and a Tomahawk have in common is samarium: magnets of Sm2Co17, their alloy, the metal and the oxide, neither can be made
// without. China separates 99.9 % of the dysprosium for the one and 99 % of the samarium for the other.
func TestWhatTwoWeaponsShare(t *testing.T) {
	got := sharedOf(t, `of: ["f-35", "tomahawk"]`, `exposure { verdict }`)
	items := map[string]string{}
	for i, n := range got.Nodes {
		if n.Kind == "ITEM" {
			items[n.Node.Key] = *n.Cells[0].Certainty
			require.Nil(t, n.Cells[0].Verdict)
			require.Nil(t, n.Cells[0].Exposure)
		}
		if i > 0 {
			require.LessOrEqual(t, n.Joint.Low, got.Nodes[i-1].Joint.Low+1e-9, "what they surely depend on most comes first")
		}
		if n.Kind == "COUNTRY_STAGE" && n.Node.Key == "CN" && *n.Stage == "SEPARATION" {
			require.InDelta(t, 0.99, *n.Joint.Estimate, 1e-9)
			require.InDelta(t, 0.999, *n.Cells[0].Share.Estimate, 1e-9)
			require.InDelta(t, 0.99, *n.Cells[1].Share.Estimate, 1e-9)
			require.Equal(t, "IMPLIED", n.Cells[0].Exposure.Verdict)
			items["CN"] = ""
		}
	}
	for _, item := range []string{"sm2co17-magnet", "sm2co17-alloy", "sm-metal", "sm-oxide", "smco-magnet"} {
		require.Equal(t, "CERTAIN", items[item], item)
	}
	require.Equal(t, "POSSIBLE", items["monazite-concentrate"], "the oxide may come of it, or of others")
	require.Contains(t, items, "CN")
	require.NotContains(t, items, "dy-oxide", "a Tomahawk does without")

	within := sharedOf(t, `of: ["f-35", "tomahawk"], to: {countries: ["CN"], stages: [SEPARATION]}, kinds: [COUNTRY, COUNTRY_STAGE]`, "")
	require.Len(t, within.Nodes, 2)
	for _, n := range within.Nodes {
		require.Equal(t, "CN", n.Node.Key)
		require.InDelta(t, 0.99, *n.Joint.Estimate, 1e-9, "both are Chinese refiners")
	}
	dysprosium := sharedOf(t, `of: ["f-35", "ev-traction-motor", "tomahawk"], element: "dy", atLeast: 2, kinds: [ITEM]`, "")
	require.NotEmpty(t, dysprosium.Nodes)
	for _, n := range dysprosium.Nodes {
		require.NotContains(t, []string{"sm-metal", "sm-oxide"}, n.Node.Key, "it holds no dysprosium")
	}
}

func TestSharedRefuses(t *testing.T) {
	for arguments, want := range map[string][2]string{
		`of: []`:                                        {"BAD_INPUT", "of: names 0 firms and items"},
		`of: ["toyota", "Toyota"]`:                      {"BAD_INPUT", "of: names 1 firms and items"},
		`of: ["toyota", "tesla"], atLeast: 3`:           {"BAD_INPUT", "atLeast: is outside 2 to 2"},
		`of: ["toyota", "tesla"], atLeast: 0`:           {"BAD_INPUT", "atLeast: is outside 2 to 2"},
		`of: ["toyota", "tesla"], kinds: []`:            {"BAD_INPUT", "kinds: is an empty list"},
		`of: ["toyota", "tesla"], to: {}`:               {"BAD_INPUT", "to: names nothing"},
		`of: ["toyota", "tesla"], element: "dy-oxide"`:  {"NOT_FOUND", "no element"},
		`of: ["toyota", "tesla", "lynsa"]`:              {"NOT_FOUND", `"lynsa"`},
		`of: ["toyota", "mountain-pass-mine", "tesla"]`: {"NOT_FOUND", "no firm or item"},
	} {
		r := seedAPI().ask(t, `{ view { shared(`+arguments+`) { totalCount notFound } } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want[0], r.Errors[0].Extensions.Code, r.Errors[0].Message)
		require.Contains(t, r.Errors[0].Message, want[1])
	}
}
