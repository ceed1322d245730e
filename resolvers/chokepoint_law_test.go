package resolvers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type lossBarrier struct {
	Item                      named
	Seller, User, Destination *named
	Share                     *float64
	Passage, Outcome          string
	Clauses                   []struct {
		Control named
		State   string
		Row     *struct {
			File string
			Line int
		}
		Source struct{ Title string }
	}
}

// String names a shipment, what becomes of it, and the controls that fired.
func (b *lossBarrier) String() string {
	controls := make([]string, len(b.Clauses))
	for i := range b.Clauses {
		controls[i] = b.Clauses[i].Control.Key + " " + b.Clauses[i].State
	}
	return fmt.Sprintf("%s of %v to %v in %v: %s under %s", b.Item.Key, b.Seller, b.User, b.Destination, b.Passage, strings.Join(controls, ", "))
}

type lawfulAnswer struct {
	Sets []struct {
		Members  []named
		Leaves   struct{ Low, High float64 }
		Barriers []lossBarrier
	}
	Law *struct {
		Stopped, NobodyNamed                       bool
		Leaves                                     struct{ Low, High float64 }
		Stops                                      []named
		ClosedCount, DelayedCount, UnverifiedCount int
		Barriers                                   []lossBarrier
		Flags                                      []string
	}
	Flags []string
}

// sets names the members of the sets.
func (a *lawfulAnswer) sets() (all []string) {
	for _, s := range a.Sets {
		for _, m := range s.Members {
			all = append(all, m.Key)
		}
	}
	return all
}

func barred(list []lossBarrier) (all []string) {
	for i := range list {
		all = append(all, list[i].String())
	}
	return all
}

// Tesla buys magnets of three Chinese makers, of grades that nobody states (supplies.csv). For cars those of JL MAG pass under its general
// licence of December 2025 (licences.csv:7) where they are of a hot grade, and the others wait for a licence. For missiles Announcement 46
// of 2024, clause 1, bars all of them, since Announcement 18 covers them (restricts.csv:71).
func TestTheSameMagnetIsOpenForCarsAndShutForMissiles(t *testing.T) {
	type access struct {
		State           string
		Closed, Delayed share
		Barriers        []lossBarrier
	}
	got := read[struct {
		View struct {
			Exposure struct {
				Nodes []struct {
					Subject        named
					Cars, Missiles access
				}
			}
			Maker, MakerForMissiles, Missile, Licences lawfulAnswer
		}
	}](t, seedAPI(), worked(t, "21-open-for-cars"), nil).View
	row := got.Exposure.Nodes[0]
	require.Equal(t, "tesla", row.Subject.Key)
	require.Equal(t, []string{"DELAYED", "CLOSED"}, []string{row.Cars.State, row.Missiles.State})
	require.Zero(t, *row.Cars.Closed.Estimate)
	require.Greater(t, *row.Missiles.Closed.Estimate, 0.9)

	cars, missiles := got.Maker, got.MakerForMissiles
	require.False(t, cars.Law.Stopped)
	require.Equal(t, struct{ Low, High float64 }{1, 1}, cars.Law.Leaves, "what waits for a licence is available")
	require.Zero(t, cars.Law.ClosedCount)
	require.Contains(t, cars.Flags, "WAITS_FOR_LICENCE")
	require.Equal(t, []string{"US", "US:ASSEMBLY", "US:MOTOR", "CN", "CN:SEPARATION", "CN:MAGNET", "CN:METAL"}, cars.sets())
	const magnet = "sintered-ndfeb-high-coercivity"
	require.NotContains(t, strings.Join(barred(cars.Law.Barriers), "\n"), "jl-mag", "under its general licence")
	require.Contains(t, barred(cars.Law.Barriers), magnet+" of zhenghai-magnetic to tesla in US: DELAYED under mofcom-2025-18 ACTIVE")

	require.True(t, missiles.Law.Stopped)
	require.Empty(t, missiles.Sets, "there is nothing left to lose")
	require.LessOrEqual(t, missiles.Law.Leaves.High, 0.07, "China makes 93 % of the magnets")
	require.Contains(t, missiles.Law.Stops, named{magnet})
	first := missiles.Law.Barriers[0]
	require.Equal(t, magnet+" of jl-mag to tesla in US: CLOSED under mofcom-2024-46-1 ACTIVE, mofcom-2025-18 ACTIVE", first.String())
	require.Equal(t, "restricts.csv", first.Clauses[1].Row.File)
	require.Equal(t, 71, first.Clauses[1].Row.Line)
	require.NotEmpty(t, first.Clauses[0].Source.Title)

	// A Tomahawk needs fin actuators, these SmCo magnets, of which China makes 90 % (market_shares.csv:161): that is barred. The others make
	// theirs of alloy, at best of Less Common Metals in Britain, for which China's 90 % of the metal may come, and the rest is made, in the
	// US, of the hundredth of the oxide that China does not separate: 0.1 · (0.9 + 0.1 · 0.01).
	missile := got.Missile
	require.True(t, missile.Law.Stopped)
	require.InDelta(t, 0.1*(0.9+0.1*0.01), missile.Law.Leaves.High, 1e-9)
	require.Equal(t, []named{{"sm2co17-magnet"}, {"missile-fin-actuator"}}, missile.Law.Stops)
	require.Equal(t, 4, missile.Law.ClosedCount)
	for i, item := range []string{"sm-metal", "sm-oxide", "sm2co17-alloy"} {
		require.Equal(t, item+" of - to - in US: CLOSED under mofcom-2024-46-1 ACTIVE, mofcom-2025-18 ACTIVE", missile.Law.Barriers[i].String())
	}

	// For civilian goods the same need stops with the licences under Announcement 18 alone: a tenth of the magnets, of a tenth of the metal,
	// of a hundredth of the oxide.
	require.Equal(t, []string{"mofcom-2025-18"}, got.Licences.sets())
	require.InDelta(t, 0.1*0.1*0.01, got.Licences.Sets[0].Leaves.High, 1e-9)
	for _, b := range got.Licences.Sets[0].Barriers {
		require.Equal(t, "DELAYED", b.Passage)
		require.Equal(t, "mofcom-2025-18", b.Clauses[0].Control.Key)
	}
}

const lawful = `{ sets { members { key } leaves { low high } barriers { item { key } passage clauses { control { key } state } } }
	law { stopped nobodyNamed leaves { low high } stops { key } closedCount delayedCount unverifiedCount barriers(first: 100) {
		item { key } seller { key } user { key } destination { key } share passage outcome clauses { control { key } state } } flags } flags }`

func askLaw(t *testing.T, view, arguments string) lawfulAnswer {
	t.Helper()
	return read[struct {
		View struct{ Chokepoints lawfulAnswer }
	}](t, seedAPI(), `{ view(`+view+`) { chokepoints(`+arguments+`) `+lawful+` } }`, nil).View.Chokepoints
}

// Without an end use the law has no part in it: what is lost and what that leaves is what it was. A civilian one closes nothing on that day.
func TestWithoutAnEndUseTheLawHasNoPart(t *testing.T) {
	plain := askLaw(t, `asOf: "2025-12-10"`, `of: "f-35"`)
	require.Nil(t, plain.Law)
	require.Equal(t, []string{"CN", "CN:SEPARATION", "CN:MAGNET", "CN:ALLOY", "CN:METAL"}, plain.sets())
	for i, high := range []float64{7e-6, 0.001, 0.07, 0.1, 0.1} {
		require.InDelta(t, high, plain.Sets[i].Leaves.High, 1e-9)
	}
	civilian := askLaw(t, `asOf: "2025-12-10"`, `of: "f-35", endUse: CIVILIAN`)
	require.Equal(t, plain.Sets, civilian.Sets)
	require.Zero(t, civilian.Law.ClosedCount)
	require.Positive(t, civilian.Law.DelayedCount)
	require.NotContains(t, plain.Flags, "WAITS_FOR_LICENCE")

	// Of an American one nothing is left but what others make: 7 % of the hot magnets at most.
	military := askLaw(t, `asOf: "2025-12-10"`, `of: "f-35", endUse: MILITARY, destination: "US"`)
	require.True(t, military.Law.Stopped)
	require.LessOrEqual(t, military.Law.Leaves.High, 0.07)
	require.Subset(t, military.Law.Stops, []named{{"sm2co17-magnet"}, {"sintered-ndfeb-high-coercivity"}, {"aircraft-actuator"}})
	// Made anywhere it may be made in China, of what never left it.
	anywhere := askLaw(t, `asOf: "2025-12-10"`, `of: "f-35", endUse: MILITARY`)
	require.Equal(t, struct{ Low, High float64 }{0, 1}, anywhere.Law.Leaves)
	// Before Announcement 18 no magnet was under any control, and nothing could be barred.
	require.Zero(t, askLaw(t, `asOf: "2025-04-03"`, `of: "tomahawk", endUse: MILITARY, destination: "US"`).Law.ClosedCount)
}

// Clause 2 of Announcement 46 refuses gallium for the United States; its suspension runs out on 27 November 2026, and what follows nobody
// has checked: closed or not, in what is left at least and at most.
func TestUnverifiedClosingsAreAnInterval(t *testing.T) {
	const question = `of: "gallium-nitride", endUse: CIVILIAN, destination: "US"`
	before := askLaw(t, `asOf: "2026-11-27"`, question)
	require.Equal(t, []string{"gallium-nitride of - to - in US: DELAYED under mofcom-2023-23 ACTIVE"}, barred(before.Law.Barriers))
	require.Equal(t, struct{ Low, High float64 }{1, 1}, before.Law.Leaves)
	require.NotContains(t, before.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	after := askLaw(t, `asOf: "2026-11-28"`, question)
	require.Equal(t, []string{"gallium-nitride of - to - in US: UNVERIFIED under mofcom-2024-46-2 REVIVED"}, barred(after.Law.Barriers))
	require.Equal(t, struct{ Low, High float64 }{0, 1}, after.Law.Leaves)
	require.Equal(t, 1, after.Law.UnverifiedCount)
	require.Subset(t, after.Flags, []string{"SUSPENSION_EXPIRED_UNVERIFIED", "RULES_NOT_CHECKED"})
}

// The amplifiers of a fibre network hold erbium, all of which China separates. Announcement 57 alone stops it once it is in force for sure;
// by the letter alone nobody knows.
func TestAControlThatStopsAProduct(t *testing.T) {
	const question = `of: "fibre-network", endUse: CIVILIAN, destination: "US", among: [CONTROL]`
	require.Empty(t, askLaw(t, `asOf: "2026-11-10"`, question).Sets)
	back := askLaw(t, `asOf: "2026-11-11"`, question)
	require.Empty(t, back.Sets)
	require.Contains(t, back.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	lapsed := askLaw(t, `asOf: "2026-11-11", scenario: [{control: {controls: ["mofcom-2025-57"], state: IN_FORCE, from: "2026-11-11"}}]`, question)
	require.Equal(t, []string{"mofcom-2025-57"}, lapsed.sets())
	require.Equal(t, struct{ Low, High float64 }{0, 0}, lapsed.Sets[0].Leaves)
	require.Equal(t, "er-oxide", lapsed.Sets[0].Barriers[0].Item.Key)
	// A control is lost where it is asked for alone, with or without an end use.
	receipt := read[struct {
		View struct {
			Chokepoints struct {
				Sets []struct {
					Members []lossAnswer
					Receipt struct{ Rows []struct{ File string } }
				}
			}
		}
	}](t, seedAPI(), `{ view(asOf: "2025-12-10") { chokepoints(of: "tomahawk", among: [CONTROL], destination: "US") {
		sets { members { id kind key node { id } stage } receipt { rows(first: 100) { file } } } } } }`, nil).View.Chokepoints.Sets[0]
	member := receipt.Members[0]
	require.Equal(t, []string{"CONTROL", "mofcom-2025-18", member.ID}, []string{member.Kind, member.Key, member.Node.ID})
	require.Nil(t, member.Stage)
	require.True(t, slices.ContainsFunc(receipt.Receipt.Rows, func(r struct{ File string }) bool { return r.File == "restricts.csv" }))
}

// Announcement 18 is the one control that stops products with its licences; for American weapons the law itself stops as good as all of these.
func TestControlsThatStopMostProducts(t *testing.T) {
	ask := func(arguments string) (answer struct {
		Nodes []struct {
			Members []named
			Count   int
		}
		Shut      []named
		ShutCount int
	}) {
		got := read[map[string]map[string]struct {
			Nodes []struct {
				Members []named
				Count   int
			}
			Shut      []named
			ShutCount int
		}](t, seedAPI(), `{ view(asOf: "2025-12-10") { commonChokepoints(`+arguments+`) { nodes { members { key } count } shut(first: 500) { key } shutCount } } }`, nil)
		return got["view"]["commonChokepoints"]
	}
	controls := ask(`endUse: CIVILIAN, destination: "US", among: [CONTROL]`)
	require.Len(t, controls.Nodes, 1)
	require.Equal(t, []named{{"mofcom-2025-18"}}, controls.Nodes[0].Members)
	require.Equal(t, 50, controls.Nodes[0].Count)
	require.Zero(t, controls.ShutCount)
	military := ask(`endUse: MILITARY, destination: "US", among: [COUNTRY]`)
	require.Len(t, military.Shut, 48)
	require.Equal(t, 48, military.ShutCount)
	require.Subset(t, military.Shut, []named{{"f-35"}, {"tomahawk"}, {"patriot-pac3"}, {"virginia-ssn"}})
	require.Zero(t, ask(`among: [COUNTRY]`).ShutCount)
}

func TestBadQuestionsAboutLawfulLosses(t *testing.T) {
	for _, c := range []struct{ view, query, code, says, hint string }{
		{``, `chokepoints(of: "f-35", destination: "US") { complete }`, "BAD_INPUT", "destination: is asked of what leaves", "endUse"},
		{``, `chokepoints(of: "f-35", endUse: MILITARY, destination: "XX") { complete }`, "NOT_FOUND", `no country has the id "XX"`, ""},
		{`(asOf: "2019-01-01")`, `chokepoints(of: "f-35", endUse: MILITARY) { complete }`, "BAD_INPUT", "lies before the record of controls", "Ask about"},
		{``, `commonChokepoints(destination: "US") { complete }`, "BAD_INPUT", "destination: is asked of what leaves", "CONTROL"},
	} {
		r := seedAPI().ask(t, `{ view`+c.view+` { `+c.query+` } }`, nil)
		require.Len(t, r.Errors, 1, c.query)
		require.Equal(t, c.code, r.Errors[0].Extensions.Code, c.query)
		require.Contains(t, r.Errors[0].Message, c.says)
		require.Contains(t, r.Errors[0].Extensions.Hint, c.hint)
	}
}
