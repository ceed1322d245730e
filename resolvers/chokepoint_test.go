package resolvers_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

type lossAnswer struct {
	ID, Key, Kind string
	Node          struct{ ID, Key string }
	Stage         *string
}

type chokepointSet struct {
	Members []lossAnswer
	Leaves  struct{ Low, High float64 }
	Stops   []struct{ Key string }
	Flags   []string
	Receipt struct {
		RowCount int
		Rows     []struct {
			File string
			Line int
		}
	}
}

type chokepointsAnswer struct {
	Sets, SingleNamed          []chokepointSet
	SetCount, SingleNamedCount int
	UnknownSupply              []struct{ Key string }
	UnknownCount               int
	Complete                   bool
	Flags                      []string
}

func TestSinglePointsOfFailure(t *testing.T) {
	got := read[struct {
		View struct{ Chokepoints chokepointsAnswer }
	}](t, seedAPI(), worked(t, "05-single-points-of-failure"), nil).View.Chokepoints
	require.Len(t, got.Sets, 5)
	require.InDelta(t, 0.001, got.Sets[1].Leaves.High, 1e-9)
	require.NotEmpty(t, got.SingleNamed)
	require.NotEmpty(t, got.UnknownSupply)
	require.False(t, got.Complete)

	got = read[struct {
		View struct{ Chokepoints chokepointsAnswer }
	}](t, seedAPI(), `{ view(asOf: "2026-06-30") { chokepoints(of: "f-35", first: 2) {
		sets { members { id key kind node { id key } stage } leaves { low high } stops(first: 3) { key } flags receipt { rowCount rows { file line } } }
		setCount singleNamed { members { key } } singleNamedCount unknownSupply { key } unknownCount flags } } }`, nil).View.Chokepoints
	require.Len(t, got.Sets, 2)
	require.Equal(t, 5, got.SetCount)
	require.Len(t, got.SingleNamed, 2)
	require.Equal(t, 18, got.SingleNamedCount)
	require.Len(t, got.UnknownSupply, 2)
	require.Equal(t, 5, got.UnknownCount)
	country, step := got.Sets[0].Members[0], got.Sets[1].Members[0]
	require.Equal(t, country.Node.ID, country.ID)
	require.Equal(t, "COUNTRY", country.Kind)
	require.Equal(t, "CN", country.Key)
	require.Nil(t, country.Stage)
	require.Equal(t, "COUNTRY_STAGE", step.Kind)
	require.Equal(t, "CN:SEPARATION", step.Key)
	require.Equal(t, "CN", step.Node.Key)
	require.Equal(t, "SEPARATION", *step.Stage)
	require.NotEqual(t, country.ID, step.ID)
	require.Len(t, got.Sets[0].Stops, 3)
	require.Contains(t, got.Sets[1].Flags, "SINGLE_FIGURE")
	files := map[string]bool{}
	for _, row := range got.Sets[1].Receipt.Rows {
		files[row.File] = true
		require.Positive(t, row.Line)
	}
	require.True(t, files["market_shares.csv"])
}

func TestChokepointsOfFirmsScenariosAndKinds(t *testing.T) {
	one := func(query string) chokepointsAnswer {
		return read[struct {
			View struct{ Chokepoints chokepointsAnswer }
		}](t, seedAPI(), query, nil).View.Chokepoints
	}
	moog := one(`{ view(asOf: "2026-06-30") { chokepoints(of: "moog", among: [FACILITY]) { sets { members { key } leaves { high } } } } }`)
	require.Equal(t, "moog-east-aurora", moog.Sets[0].Members[0].Key)
	require.Zero(t, moog.Sets[0].Leaves.High)
	nothing := one(`{ view(asOf: "2026-06-30") { chokepoints(of: "offshore-dd-wind-turbine", among: [COUNTRY], substitutes: AVAILABLE) { setCount } } }`)
	require.Zero(t, nothing.SetCount, "there are turbines without magnets")
	without := one(`{ view(asOf: "2026-06-30", scenario: [{remove: {countries: ["CN"]}}]) { chokepoints(of: "f-35", among: [COUNTRY]) { sets { members { key } } } } }`)
	for _, set := range without.Sets {
		require.NotEqual(t, "CN", set.Members[0].Key, "what is gone cannot be lost")
	}
}

func TestCommonChokepoints(t *testing.T) {
	type answer struct {
		View struct {
			CommonChokepoints struct {
				Nodes []struct {
					Members  []lossAnswer
					Count    int
					Products []struct{ Key string }
				}
				TotalCount int
				Complete   bool
			}
		}
	}
	ask := func(arguments string) answer {
		return read[answer](t, seedAPI(), `{ view(asOf: "2026-06-30") { commonChokepoints(`+arguments+`) { nodes { members { key } count products(first: 5) { key } } totalCount complete } } }`, nil)
	}
	single := ask(`first: 1`).View.CommonChokepoints
	require.Equal(t, "CN", single.Nodes[0].Members[0].Key)
	require.Greater(t, single.Nodes[0].Count, 50)
	require.Len(t, single.Nodes[0].Products, 5)
	require.Equal(t, 5, single.TotalCount)
	require.False(t, single.Complete)
	pair := ask(`size: 2, onRecord: true, among: [FACILITY]`).View.CommonChokepoints
	require.Len(t, pair.Nodes[0].Members, 2)
	require.Equal(t, []struct{ Key string }{{"f-22"}, {"f-35"}, {"hellfire"}, {"jassm"}, {"patriot-pac3"}}, pair.Nodes[0].Products)
}

func TestBadQuestionsAboutLosses(t *testing.T) {
	for _, c := range []struct{ query, code, says, hint string }{
		{`chokepoints(of: "f-53") { complete }`, "NOT_FOUND", `no firm or item has the id "f-53"`, "Did you mean"},
		{`chokepoints(of: "dy") { complete }`, "BAD_INPUT", `of: "dy" is no step of a supply chain`, "uses(of:"},
		{`chokepoints(of: "eu-firms-unnamed") { complete }`, "BAD_INPUT", `making nothing in this view`, "firms(filter:"},
		{`chokepoints(of: "f-35", size: 4) { complete }`, "BAD_INPUT", "size: is not 1, 2 or 3", "size: 2"},
		{`chokepoints(of: "f-35", size: 0) { complete }`, "BAD_INPUT", "size: is not 1, 2 or 3", ""},
		{`chokepoints(of: "f-35", below: 1) { complete }`, "BAD_INPUT", "below: is not from 0 to below 1", "0.1"},
		{`chokepoints(of: "f-35", below: 1.5) { complete }`, "BAD_INPUT", "is not a number from 0 to 1", ""},
		{`chokepoints(of: "f-35", among: []) { complete }`, "BAD_INPUT", "among: is an empty list", "every kind"},
		{`chokepoints(of: "f-35", first: 501) { complete }`, "BAD_INPUT", "first: 501 is outside 0 to 500", ""},
		{`commonChokepoints(size: 9) { complete }`, "BAD_INPUT", "size: is not 1, 2 or 3", ""},
		{`commonChokepoints(among: []) { complete }`, "BAD_INPUT", "among: is an empty list", ""},
	} {
		r := seedAPI().ask(t, `{ view { `+c.query+` } }`, nil)
		require.Len(t, r.Errors, 1, c.query)
		require.Equal(t, c.code, r.Errors[0].Extensions.Code, c.query)
		require.Contains(t, r.Errors[0].Message, c.says)
		require.Contains(t, r.Errors[0].Extensions.Hint, c.hint)
	}
}
