package resolvers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type robustness struct {
	Subjects, Held, SourceCount, TriedCount, UntriedCount int
	Sources                                               []struct {
		Source  struct{ Key string }
		Count   int
		Changes []struct {
			Subject       struct{ Key string }
			Before, After string
		}
	}
	Tried, Untried []struct{ Key string }
	NotFound       []string
}

// The chain behind Toyota rests on four sources, each alone: the recipes of metal (feeds.csv:400) and of the magnet (feeds.csv:395), JL
// MAG's prospectus, and the sale of magnets to Toyota. Without any other source, Toyota stays LINKED. What is listed is what a view without the source says.
func TestWhatRestsOnOneSource(t *testing.T) {
	const question = `of: {ids: ["jl-mag", "toyota", "tomahawk"]}, to: {countries: ["CN"], stages: [SEPARATION]}`
	got := read[struct {
		View struct{ Robustness robustness }
	}](t, seedAPI(), `{ view { robustness(`+question+`) { subjects held sourceCount triedCount untriedCount notFound
		sources { source { key } count changes { subject { key } before after } } tried(first: 500) { key } untried { key } } } }`, nil).View.Robustness
	require.Equal(t, []int{3, 0, 0}, []int{got.Subjects, got.Held, got.UntriedCount})
	require.Empty(t, got.Untried)
	require.Len(t, got.Tried, got.TriedCount)
	require.Len(t, got.Sources, got.SourceCount)
	listed, toyota := map[string]map[string]string{}, []string{}
	for _, s := range got.Sources {
		require.Len(t, s.Changes, s.Count)
		listed[s.Source.Key] = map[string]string{}
		for _, c := range s.Changes {
			require.NotEqual(t, c.Before, c.After)
			listed[s.Source.Key][c.Subject.Key] = c.After
			if c.Subject.Key == "toyota" {
				require.Equal(t, []string{"LINKED", "IMPLIED"}, []string{c.Before, c.After})
				toyota = append(toyota, s.Source.Key)
			}
		}
	}
	require.ElementsMatch(t, []string{"i-heim-2023", "i-nld-eps", "u-jlmag-prospectus", "d-jlmag-reex"}, toyota)

	verdicts := func(without string) map[string]string {
		out := map[string]string{}
		for _, n := range read[struct {
			View struct {
				Exposure struct{ Nodes []exposureAnswer }
			}
		}](t, seedAPI(), fmt.Sprintf(`{ view(facts: {withoutSources: [%s]}) { exposure(%s) { nodes { subject { key } verdict } } } }`, without, question), nil).View.Exposure.Nodes {
			out[n.Subject.Key] = n.Verdict
		}
		return out
	}
	whole := verdicts("")
	for i, source := range got.Tried {
		if listed[source.Key] == nil && i > 10 {
			continue // the whole list is the room's own test
		}
		for subject, verdict := range verdicts(fmt.Sprintf("%q", source.Key)) {
			want := whole[subject]
			if after, ok := listed[source.Key][subject]; ok {
				want = after
			}
			require.Equal(t, want, verdict, "%s without %s", subject, source.Key)
		}
	}
}

type flip struct {
	Tried    int
	Complete bool
	Nearest  *struct {
		Buyer, Seller, Figure *struct{ Key string }
		Item                  struct{ Key string }
		Stage, Before, After  string
		From, To, Distance    float64
		Beyond                bool
		Rows                  []struct {
			File string
			Line int
		}
	}
}

// Energy Fuels buys monazite of a miner and, for the rest, in a market of which China mines 69.2 %. Only if China mined none would its
// verdict be another.
func TestFlipPointOfEnergyFuels(t *testing.T) {
	got := read[struct {
		View struct {
			Exposure struct {
				Nodes []struct {
					Subject struct{ Key string }
					Verdict string
					Flip    *flip
				}
			}
		}
	}](t, seedAPI(), `{ view { exposure(of: {ids: ["energy-fuels", "jl-mag", "tomahawk"]}, to: {countries: ["CN"]}) { nodes { subject { key } verdict flip { tried complete
		nearest { buyer { key } seller { key } figure { key } item { key } stage before after from to distance beyond rows { file line } } } } } } }`, nil).View.Exposure.Nodes
	flips := map[string]*flip{}
	for _, n := range got {
		flips[n.Subject.Key] = n.Flip
	}
	require.Nil(t, flips["tomahawk"], "an item has no stated shares of its own")
	require.Nil(t, flips["jl-mag"].Nearest, "no single share carries it: it is linked without a share")
	require.True(t, flips["jl-mag"].Complete)
	p := flips["energy-fuels"].Nearest
	require.Equal(t, []string{"rare-earths", "MINE", "u-usgs-mcs2026", "IMPLIED", "UNKNOWN"}, []string{p.Item.Key, p.Stage, p.Figure.Key, p.Before, p.After})
	require.Nil(t, p.Buyer)
	require.Nil(t, p.Seller)
	require.InDelta(t, 0.692, p.From, 1e-9)
	require.Equal(t, []float64{0, p.From}, []float64{p.To, p.Distance})
	require.False(t, p.Beyond)
	require.Equal(t, "market_shares.csv", p.Rows[0].File)
}

type nextEdges struct {
	Steps []struct {
		Rank, Number          int
		Kind                  string
		Cut                   float64
		Undated               bool
		Supplier, Buyer, Item *struct{ Key string }
		Edits                 []struct {
			Number int
			Text   string
		}
		Row *struct {
			File string
			Line int
		}
	}
	On                                  string
	Before, After                       float64
	Counted, Candidates, LeftOut, Tried int
	View                                struct {
		ID, AsOf string
		Exposure struct{ Nodes []exposureAnswer }
	}
	NotFound, Flags []string
}

func planned(t *testing.T, view, arguments, inView string) nextEdges {
	t.Helper()
	return read[struct{ View struct{ NextEdges nextEdges } }](t, seedAPI(), fmt.Sprintf(`{ view%s { nextEdges(%s) { on before after counted candidates leftOut tried notFound flags
		steps { rank kind number cut undated supplier { key } buyer { key } item { key } edits { number text } row { file line } } view { id asOf %s } } } }`, view, arguments, inView), nil).View.NextEdges
}

// JL MAG depends on Chinese separation by 0.9: its two sellers of metal reach it, and a third of the need meets the market's 0.85. A seller
// of clean metal with a stated share leaves the rest of that. The greater share cuts more, and the plan's view says the same.
func TestNextEdgesOfYourOwn(t *testing.T) {
	sale := func(share string) string {
		return `{edits: [{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "ndpr-metal", share: ` + share + `}}}]}`
	}
	const question = `of: {ids: ["jl-mag"]}, to: {countries: ["CN"], stages: [SEPARATION]}`
	got := planned(t, "", question+`, among: [], candidates: [`+sale("0.25")+`, `+sale("0.5")+`], first: 1`,
		`exposure(`+question+`) { nodes { verdict share { low high estimate } } }`)
	require.Len(t, got.Steps, 1)
	step := got.Steps[0]
	require.Equal(t, []any{1, 2, "GIVEN"}, []any{step.Rank, step.Number, step.Kind})
	require.Equal(t, []string{"lynas", "jl-mag", "ndpr-metal"}, []string{step.Supplier.Key, step.Buyer.Key, step.Item.Key})
	require.Nil(t, step.Row)
	require.InDelta(t, 0.9, got.Before, 1e-9)
	require.InDelta(t, got.Before-got.After, step.Cut, 1e-9)
	require.InDelta(t, got.After, *got.View.Exposure.Nodes[0].Share.Estimate, 1e-9)
	require.Less(t, got.After, 0.6)
	require.Equal(t, []int{1, 2, 0, 2}, []int{got.Counted, got.Candidates, got.LeftOut, got.Tried})
	same := whatIf(t, `{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "ndpr-metal", share: 0.5}}}`)
	require.Equal(t, same.ID, got.View.ID)
	require.Equal(t, same.Scenario[0].Text, step.Edits[0].Text)
}

// By the end of 2028 the magnets that USA Rare Earth has announced for a maker of stud finders cut its dependence, by a row of the record.
// What else is announced does little: scrap works upstream.
func TestNextEdgesOfTheRecord(t *testing.T) {
	got := planned(t, `(asOf: "2026-06-30")`, `of: {ids: ["studbuddy"]}, to: {countries: ["CN"]}, by: "2028-12-31", first: 2`, "")
	require.NotEmpty(t, got.Steps)
	step := got.Steps[0]
	require.Equal(t, []any{"ANNOUNCED", "usa-rare-earth", "studbuddy", "sintered-ndfeb-magnet"}, []any{step.Kind, step.Supplier.Key, step.Buyer.Key, step.Item.Key})
	require.Equal(t, []any{"supplies.csv", 220}, []any{step.Row.File, step.Row.Line})
	require.Positive(t, step.Cut)
	for _, other := range got.Steps[1:] {
		require.Less(t, other.Cut, step.Cut/50)
	}
	many := planned(t, `(asOf: "2026-06-30")`, `of: {ids: ["studbuddy"]}, to: {countries: ["CN"]}, by: "2028-12-31", among: [ANNOUNCED, POSSIBLE_SALE], first: 20`, "")
	require.Positive(t, many.LeftOut, "twenty steps try fewer candidates each")
	require.Greater(t, many.Candidates, 20)
	possible := planned(t, `(asOf: "2026-06-30")`, `of: {ids: ["less-common-metals"]}, to: {countries: ["CN"]}, by: "2028-12-31", among: [POSSIBLE_SALE], first: 1`, "")
	require.Len(t, possible.Steps, 1)
	require.Equal(t, []any{"POSSIBLE_SALE", "less-common-metals"}, []any{possible.Steps[0].Kind, possible.Steps[0].Buyer.Key})
	require.Nil(t, possible.Steps[0].Row)
}

// Which five edges would cut the dependence of American makers of defence products on China most by 2028? None that is announced: they
// have announced no offtake that reaches what their products need. The steps say so with a cut of 0.
func TestNextEdgesOfDefence(t *testing.T) {
	const makers = `of: {ids: ["bath-iron-works", "boeing", "electric-boat", "huntington-ingalls", "lockheed-martin", "raytheon"]}, to: {countries: ["CN"]}`
	got := planned(t, `(asOf: "2026-06-30")`, makers+`, by: "2028-12-31", first: 5`, `exposure(`+makers+`) { nodes { share { low high estimate } } }`)
	require.Equal(t, "2028-12-31", got.On)
	require.Equal(t, "2028-12-31", got.View.AsOf)
	require.Equal(t, 6, got.Counted)
	require.Greater(t, got.Candidates, 50)
	total := 0.0
	for _, n := range got.View.Exposure.Nodes {
		total += *n.Share.Estimate
	}
	require.InDelta(t, total, got.After, 1e-9)
	require.InDelta(t, got.Before, got.After, 1e-9)
	for _, s := range got.Steps {
		require.Zero(t, s.Cut)
	}
	require.Contains(t, got.Flags, "PAST_HORIZON")

	products := planned(t, "", `of: {items: {endUses: [DEFENCE], kinds: [PRODUCT]}}, to: {countries: ["CN"]}, by: "2028-12-31", first: 5`, "")
	require.Empty(t, products.Steps, "no plant or sale changes what countries hold of the world market")
	require.Contains(t, products.Flags, "MARKET_UNCHANGED")
}

func TestQuestionsRefuse(t *testing.T) {
	for query, want := range map[string][2]string{
		`robustness(of: {firms: {}}, to: {}) { held }`:                                                                                                          {"BAD_INPUT", "to: names nothing"},
		`robustness(of: {ids: ["lynsa"]}, to: {countries: ["CN"]}) { held }`:                                                                                    {"NOT_FOUND", `"lynsa"`},
		`nextEdges(of: {firms: {}}, to: {}) { after }`:                                                                                                          {"BAD_INPUT", "to: names nothing"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, first: 0) { after }`:                                                                               {"BAD_INPUT", "first: is outside 1 to 20"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, first: 21) { after }`:                                                                              {"BAD_INPUT", "first: is outside 1 to 20"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, by: "2020-01-01") { after }`:                                                                       {"BAD_INPUT", "by: is before the day"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, candidates: [{edits: []}]) { after }`:                                                              {"BAD_INPUT", "candidates[0].edits: is an empty list"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, candidates: [{edits: [{remove: {}}]}]) { after }`:                                                  {"BAD_INPUT", "candidates[0].edits[0].remove: names nothing"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, candidates: [{edits: [{delay: {target: {countries: ["US"]}, days: -1}}]}]) { after }`:              {"BAD_INPUT", "a delay is a number of days"},
		`nextEdges(of: {firms: {}}, to: {countries: ["CN"]}, candidates: [` + strings.Repeat(`{edits: [{remove: {countries: ["CN"]}}]} `, 201) + `]) { after }`: {"BAD_INPUT", "candidates: has more than 200"},
	} {
		r := seedAPI().ask(t, `{ view { `+query+` } }`, nil)
		require.Len(t, r.Errors, 1, query)
		require.Equal(t, want[0], r.Errors[0].Extensions.Code, r.Errors[0].Message)
		require.Contains(t, r.Errors[0].Message, want[1])
	}
	r := seedAPI().ask(t, `{ view(scenario: [{add: {plant: {firm: "lynas", item: "ndpr-oxide", country: "AU", tonnes: -1}}}]) { id } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, "a plant of less than nothing")
	r = seedAPI().ask(t, `{ view(scenario: [{add: {sale: {supplier: "lynas", buyer: "jl-mag", item: "dy"}}}]) { id } }`, nil)
	require.Equal(t, "BAD_INPUT", r.Errors[0].Extensions.Code, "elements are not sold")
}
