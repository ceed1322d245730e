package control_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/control"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/loader/csv"
	"github.com/lodestone-graph/lodestone/seed"
)

func day(t testing.TB, text string) graph.Day {
	if text == "" {
		return graph.MaxDay
	}
	d, err := graph.ParseDay(text)
	require.NoError(t, err)
	return d
}

func edited(t testing.TB, b *control.Book, edits ...graph.Edit) *control.Book {
	v, err := b.View().With(edits...)
	require.NoError(t, err)
	return control.NewBook(v)
}

func nodes(t testing.TB, keys ...string) []graph.Node {
	var found []graph.Node
	for _, key := range keys {
		n, ok := seedBook().View().Lookup(key)
		require.True(t, ok, key)
		found = append(found, n)
	}
	return found
}

func setting(t testing.TB, inForce bool, from, until string, controls ...string) graph.Edit {
	return graph.Edit{Control: &graph.ControlChange{Controls: nodes(t, controls...), InForce: inForce, From: day(t, from), Until: day(t, until)}}
}

// The pause of October 2025 lapses, or is extended: in both worlds the answer is verified.
func TestPausesLapseOrAreExtended(t *testing.T) {
	holmium := asks{on: "2026-11-22", item: "ho-oxide", from: cn, to: "FR", use: control.Civilian}
	ask := func(b *control.Book) control.Decision { return b.Decide(holmium.question(t, b)) }

	d := ask(edited(t, seedBook(), setting(t, true, "2026-11-11", "", "mofcom-2025-57", "mofcom-2025-58")))
	require.Equal(t, control.Individual, d.Outcome)
	require.Equal(t, graph.Flags{graph.FlagRulesNotChecked, graph.FlagScenario}, d.Flags)
	require.Equal(t, control.Delayed, d.Passage())

	b := edited(t, seedBook(), setting(t, false, "2026-11-11", "2027-11-10", "mofcom-2025-57"))
	d = ask(b)
	require.Equal(t, control.NoLicence, d.Outcome)
	require.Equal(t, graph.Flags{graph.FlagRulesNotChecked, graph.FlagScenario}, d.Flags)
	require.Contains(t, b.Explain(&d).Reasons, "mofcom-2025-57 is suspended by the scenario.")
	holmium.on = "2027-11-11"
	d = ask(b)
	require.Equal(t, control.Individual, d.Outcome, "after the edit the record holds again")
	require.True(t, d.Flags.Has(graph.FlagSuspensionExpired))
	require.False(t, d.Flags.Has(graph.FlagScenario))

	// The last edit that speaks of a day holds.
	holmium.on = "2026-11-22"
	d = ask(edited(t, seedBook(), setting(t, true, "2026-11-11", "", "mofcom-2025-57"), setting(t, false, "2026-11-20", "", "mofcom-2025-57")))
	require.Equal(t, control.NoLicence, d.Outcome)

	// Edits of other things leave the law alone, and so does an edit that changes nothing of the answer.
	d = ask(edited(t, seedBook(), setting(t, false, "2026-11-11", "", "mofcom-2025-10")))
	require.False(t, d.Flags.Has(graph.FlagScenario))
}

// Licences are granted, end earlier, or are extended.
func TestLicencesByScenario(t *testing.T) {
	magnet := asks{on: "2027-03-01", item: "sintered-ndfeb-gbd", from: cn, to: "DE", use: control.Civilian, user: "volkswagen", holder: "jl-mag"}
	ask := func(b *control.Book) control.Decision { return b.Decide(magnet.question(t, b)) }
	require.Equal(t, control.Individual, ask(seedBook()).Outcome)

	end := func(last string) graph.Edit {
		return graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: nodes(t, "l-gl-jlmag-2025-12")[0], Last: day(t, last)}}}
	}
	d := ask(edited(t, seedBook(), end("2027-12-01")))
	require.Equal(t, control.GeneralLicence, d.Outcome)
	require.True(t, d.Flags.Has(graph.FlagScenario))
	magnet.on = "2026-03-01"
	require.Equal(t, control.GeneralLicence, ask(seedBook()).Outcome)
	d = ask(edited(t, seedBook(), end("2026-02-28")))
	require.Equal(t, control.Individual, d.Outcome)
	require.True(t, d.Flags.Has(graph.FlagScenario))

	grant := &graph.GrantedLicence{
		Holder: nodes(t, "baotou-tianhe")[0], Customer: nodes(t, "volkswagen")[0], Type: nodes(t, "cn-general-rare-earth")[0], Item: graph.NoNode,
		From: day(t, "2026-01-01"), Until: day(t, "2026-12-31"),
	}
	magnet.holder = ""
	b := edited(t, seedBook(), graph.Edit{Licence: &graph.LicenceChange{Grant: grant}})
	d = ask(b)
	require.Equal(t, control.GeneralLicence, d.Outcome)
	require.Equal(t, []control.Held{{Licence: graph.NoNode, Edit: 1}}, d.Licences)
	require.Contains(t, b.Explain(&d).Reasons, "Granted by edit 1 of the scenario.")
	grant.Type = nodes(t, "cn-individual")[0]
	d = ask(edited(t, seedBook(), graph.Edit{Licence: &graph.LicenceChange{Grant: grant}}))
	require.Equal(t, control.Individual, d.Outcome, "a licence for one shipment covers no other")
}

func TestEditsOfTheLawAreChecked(t *testing.T) {
	v := seedBook().View()
	dy, kind := nodes(t, "dy-oxide")[0], nodes(t, "cn-individual")[0]
	granting := func(g graph.GrantedLicence) graph.Edit { return graph.Edit{Licence: &graph.LicenceChange{Grant: &g}} }
	for _, c := range []struct {
		edit graph.Edit
		want error
	}{
		{graph.Edit{Control: &graph.ControlChange{From: 0, Until: 1}}, graph.ErrEditControl},
		{graph.Edit{Control: &graph.ControlChange{Controls: []graph.Node{dy}, From: 0, Until: 1}}, graph.ErrEditControl},
		{graph.Edit{Control: &graph.ControlChange{Controls: nodes(t, "mofcom-2025-18"), From: 2, Until: 1}}, graph.ErrEditControl},
		{graph.Edit{Licence: &graph.LicenceChange{}}, graph.ErrEditParts},
		{graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: dy}}}, graph.ErrEditLicence},
		{granting(graph.GrantedLicence{Holder: dy, Customer: graph.NoNode, Type: kind, Item: dy, Until: 1}), graph.ErrEditLicence},
		{granting(graph.GrantedLicence{Holder: graph.NoNode, Customer: graph.NoNode, Type: dy, Item: dy, Until: 1}), graph.ErrEditLicence},
		{granting(graph.GrantedLicence{Holder: graph.NoNode, Customer: graph.NoNode, Type: kind, Item: kind, Until: 1}), graph.ErrEditLicence},
		{granting(graph.GrantedLicence{Holder: graph.NoNode, Customer: graph.NoNode, Type: kind, Item: dy, From: 2, Until: 1}), graph.ErrEditLicence},
	} {
		_, err := v.With(c.edit)
		require.ErrorIs(t, err, c.want)
	}
	w, err := v.With(setting(t, false, "2026-11-11", "", "mofcom-2025-58", "mofcom-2025-57"),
		granting(graph.GrantedLicence{Holder: graph.NoNode, Customer: nodes(t, "ford")[0], Type: kind, Item: dy, From: day(t, "2026-01-01"), Until: graph.MaxDay}),
		graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: nodes(t, "l-gl-ford-2025-12")[0], Last: day(t, "2026-06-30")}}})
	require.NoError(t, err)
	require.Equal(t, []string{
		"control(mofcom-2025-57+mofcom-2025-58,SUSPENDED,2026-11-11,)", "grant(,ford,cn-individual,dy-oxide,2026-01-01,)",
		"end(l-gl-ford-2025-12,2026-06-30)",
	}, w.ScenarioTexts())
	require.NotEqual(t, v.ID(), w.ID())
	require.Equal(t, v.ID(), w.Base().ID())
}

// Edits of drawn laws against the twin on rows into which the edits are written.
func TestEditedLawsAgreeWithTheTwin(t *testing.T) {
	whole, report := csv.Read(seed.Files)
	require.NotNil(t, whole, "%v", report)
	rapid.Check(t, func(rt *rapid.T) {
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "law"), 2))
		facts := graphtest.DrawLaw(dice, whole)
		b := bookOf(facts)
		rows := *facts
		rows.ExportControls, rows.Licences = slices.Clone(facts.ExportControls), slices.Clone(facts.Licences)
		from := pick(dice, daysOfInterest)
		var edits []graph.Edit
		for range 1 + dice.IntN(3) {
			edits = append(edits, drawLawEdit(t, dice, b.View(), &rows, from))
		}
		changed := edited(t, b, edits...)
		twin := graphtest.NewLicenceReader(&rows)
		items := itemsOfInterest(b)
		for range 12 {
			q := drawAsk(dice, items, daysOfInterest)
			if q.On < from {
				continue // rows cannot say that a control was as on record before
			}
			a := asks{on: q.On, item: q.Item, from: control.Exporter(q.Exporter), to: q.Destination, use: control.EndUse(q.EndUse), user: q.User,
				holder: q.Holder, origin: q.Origin, content: q.Content, method: q.Technology}
			got, want := changed.Decide(a.question(t, changed)), twin.Read(q)
			require.Equal(rt, want.Outcome, string(got.Outcome), "%+v: %s, the twin %s; %v", q, got.Rule, want.Row, changed.View().ScenarioTexts())
			require.Equal(rt, slices.Contains(want.Flags, "SUSPENSION_EXPIRED_UNVERIFIED"), got.Flags.Has(graph.FlagSuspensionExpired), "%+v", q)
			before := b.Decide(a.question(t, b))
			require.False(rt, before.Outcome != got.Outcome && !got.Flags.Has(graph.FlagScenario), "%+v", q)
		}
	})
}

// drawLawEdit draws an edit that holds from a day on, and writes it into rows.
func drawLawEdit(t testing.TB, dice *rand.Rand, v *graph.View, rows *graph.Facts, from string) graph.Edit {
	first, err := graph.ParseDate(from)
	require.NoError(t, err)
	find := func(key string) graph.Node {
		n, ok := v.Lookup(key)
		if !ok {
			return graph.NoNode
		}
		return n
	}
	onRecord := func(l graph.Licence) bool { return l.LicenceType == "cn-general-rare-earth" && l.ID != "granted" }
	switch dice.IntN(4) {
	case 0:
		row := graph.Licence{
			ID: "granted", LicenceType: "cn-general-rare-earth", Holder: pick(dice, sellers), Customer: pick(dice, []string{"", "ford", "toyota", "volkswagen"}),
			Item: pick(dice, []string{"", "sintered-ndfeb-magnet-hc", "rare-earth-magnet"}), Granted: first, Expires: graph.Date{Year: 2028, Month: 6, Day: 30},
		}
		if row.Granted.First() < graph.NewDay(2025, 12, 2) { // before, no row counts; an edit would
			row.Granted = graph.Date{Year: 2025, Month: 12, Day: 2}
		}
		rows.Licences = append(rows.Licences, row)
		return graph.Edit{Licence: &graph.LicenceChange{Grant: &graph.GrantedLicence{
			Holder: find(row.Holder), Customer: find(row.Customer), Type: find(row.LicenceType), Item: find(row.Item),
			From: row.Granted.First(), Until: row.Expires.Last(),
		}}}
	case 1:
		if at := slices.IndexFunc(rows.Licences, onRecord); at >= 0 {
			rows.Licences[at].Expires = first
			return graph.Edit{Licence: &graph.LicenceChange{End: &graph.LicenceEnd{Licence: find(rows.Licences[at].ID), Last: first.Last()}}}
		}
		fallthrough
	default:
		c := &rows.ExportControls[dice.IntN(len(rows.ExportControls))]
		c.Effective, c.SuspendedFrom, c.SuspendedUntil = graph.Date{Year: 2020, Month: 1, Day: 1}, graph.Date{}, graph.Date{}
		inForce := dice.IntN(2) == 0 && c.ID != "mofcom-2025-22" // which has an end of its own
		if !inForce {
			c.SuspendedFrom = first
		}
		return graph.Edit{Control: &graph.ControlChange{Controls: []graph.Node{find(c.ID)}, InForce: inForce, From: first.First(), Until: graph.MaxDay}}
	}
}
