package resolvers_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/lodestone-graph/lodestone/graph"
)

func count(t testing.TB, list, filter string) int {
	t.Helper()
	return read[struct {
		View struct{ List struct{ TotalCount int } }
	}](t, seedAPI(),
		fmt.Sprintf(`{ view { list: %s(first: 0, filter: {%s}) { totalCount } } }`, list, filter), nil).View.List.TotalCount
}

var example = regexp.MustCompile(`e\.g\. ([^.;]+(?:\.[a-z]+\.[a-z]+)?)`)

// literal writes the example of a description as a value of its type.
func literal(schema *gql.Schema, field *gql.FieldDefinition) string {
	found := example.FindStringSubmatch(field.Description)
	if found == nil {
		return ""
	}
	def := schema.Types[field.Type.Name()]
	var values []string
	for value := range strings.SplitSeq(strings.ReplaceAll(found[1], "0.5", "0.5"), ", ") {
		if def.Kind == gql.Enum || def.Name == "Int" || def.Name == "Float" || def.Name == "Share" {
			values = append(values, value)
		} else {
			values = append(values, fmt.Sprintf("%q", value))
		}
	}
	if field.Type.Elem != nil {
		return "[" + strings.Join(values, ", ") + "]"
	}
	return values[0]
}

// Every condition of every filter, given the example of its description, finds something and drops something; a condition that is
// true or false splits a list; an empty list of values finds nothing.
func TestEveryFilterFilters(t *testing.T) {
	schema := contract()
	conditions := 0
	for _, f := range schema.Types["View"].Fields {
		filter := f.Arguments.ForName("filter")
		if filter == nil || f.Arguments.ForName("of") != nil {
			continue
		}
		total := count(t, f.Name, "")
		require.Positive(t, total, f.Name)
		for _, condition := range schema.Types[filter.Type.Name()].Fields {
			where := f.Name + "." + condition.Name
			conditions++
			if condition.Type.Name() == "Boolean" {
				yes, no := count(t, f.Name, condition.Name+": true"), count(t, f.Name, condition.Name+": false")
				require.LessOrEqual(t, yes+no, total, where)
				require.Positive(t, yes+no, where)
				continue
			}
			value := literal(schema, condition)
			require.NotEmpty(t, value, "%s has no example", where)
			some := count(t, f.Name, condition.Name+": "+value)
			few := f.Name == "marketProjections" || f.Name == "periodExports" // they share the filter, and its examples, of a larger table
			if some == 0 && !few || some > total {
				t.Errorf("%s: %s finds %d of %d", where, value, some, total)
			}
			if condition.Type.Elem != nil {
				require.Zero(t, count(t, f.Name, condition.Name+": []"), "%s: no value is met by nothing", where)
			}
		}
	}
	require.Greater(t, conditions, 150)
}

// What conditions mean, worked out from the rows.
func TestWhatFiltersMean(t *testing.T) {
	s := seedSnapshot()
	facts := s.Facts()
	european := map[string]bool{"EU": true}
	for _, m := range facts.RegionMembers {
		if m.Region == "EU" {
			european[m.Country] = true
		}
	}
	magnets := map[string]bool{"sintered-ndfeb-magnet": true}
	class, _ := s.Item("sintered-ndfeb-magnet")
	for _, grade := range s.Below(class) {
		magnets[s.Key(grade)] = true
	}
	day := graph.NewDay(2026, 6, 30)
	for _, c := range []struct {
		list, filter string
		want         int
	}{
		{"firms", `countries: ["EU"]`, tally(facts.Firms, func(f *graph.Firm) bool { return european[f.Country] })},
		{"firms", `roles: [MAGNET_MAKER, REFINER], countries: ["JP"]`, tally(facts.Firms, func(f *graph.Firm) bool {
			return f.Country == "JP" && (slices.Contains(f.Roles, graph.RoleMagnetMaker) || slices.Contains(f.Roles, graph.RoleRefiner))
		})},
		{"firms", `text: "RARE earth"`, tally(facts.Firms, func(f *graph.Firm) bool {
			return holds("rare earth", f.ID, f.Name, f.Note, f.Ticker) || slices.ContainsFunc(facts.Aliases, func(a graph.Alias) bool { return a.ID == f.ID && holds("rare earth", a.Alias) })
		})},
		{"items", `kinds: [PRODUCT], categories: [MISSILE]`, tally(facts.Products, func(p *graph.Product) bool { return p.Category == graph.CategoryMissile })},
		{"items", `sectors: [WIND, DEFENCE], endUses: [DEFENCE]`, tally(facts.Products, func(p *graph.Product) bool {
			return (p.Sector == graph.SectorWind || p.Sector == graph.SectorDefence) && p.EndUse == graph.ItemEndUseDefence
		})},
		{"items", `stages: [SEPARATION]`, tally(facts.Materials, func(m *graph.Material) bool { return m.Form == graph.FormOxide || m.Form == graph.FormCompound })},
		{"items", `under: "sintered-ndfeb-magnet"`, len(magnets)},
		{"items", `elementGroups: [LIGHT, MEDIUM, HEAVY]`, 17},
		{"supplies", `under: "sintered-ndfeb-magnet"`, tally(facts.Supplies, func(r *graph.Supply) bool { return magnets[r.Item] })},
		{"supplies", `shareStated: true`, 8},
		{"supplies", `statuses: [ANNOUNCED], minConfidence: HIGH`, tally(facts.Supplies, func(r *graph.Supply) bool {
			return r.Status == graph.SupplyStatusAnnounced && r.Confidence == graph.ConfidenceHigh
		})},
		{"supplies", `firms: ["lynas"]`, tally(facts.Supplies, func(r *graph.Supply) bool { return r.Supplier == "lynas" || r.Buyer == "lynas" })},
		{"supplies", `from: "2024-01-01", to: "2024-12-31"`, tally(facts.Supplies, func(r *graph.Supply) bool { return r.Start.Year == 2024 })},
		{"marketShares", `countries: ["CN"], stages: [SEPARATION], fromYear: 2024, minShare: 0.9`, tally(facts.MarketShares, func(r *graph.MarketShare) bool {
			return r.Country == "CN" && r.Stage == graph.StageSeparation && r.Year.Value >= 2024 && r.SharePercent.Known && r.SharePercent.Value >= 90
		})},
		{"facilities", `statuses: [OPERATING], stages: [MAGNET], countries: ["US", "EU"]`, tally(facts.Facilities, func(f *graph.Facility) bool {
			return f.Status == graph.FacilityStatusOperating && f.Stage == graph.StageMagnet && (f.Country == "US" || european[f.Country])
		})},
		{"controls", `inForce: "2026-06-30", countries: ["CN"]`, tally(facts.ExportControls, func(r *graph.Control) bool {
			suspended := r.SuspendedFrom.Known() && r.SuspendedFrom.First() <= day && day <= r.SuspendedUntil.Last()
			return r.Country == "CN" && r.Effective.First() <= day && !suspended
		})},
		{"feeds", `quantified: true`, tally(facts.Feeds, func(r *graph.Feed) bool { return r.Quantity.Known || r.QuantityLow.Known || r.QuantityHigh.Known })},
		{"sources", `kinds: [OFFICIAL], text: "usgs"`, tally(facts.Sources, func(r *graph.Source) bool { return r.Kind == graph.SourceKindOfficial && holds("usgs", r.ID, r.Title) })},
		{"events", `countries: ["CN"], kinds: [CONTROL], from: "2025-01-01"`, tally(facts.Events, func(r *graph.Event) bool {
			return r.Country == "CN" && r.Kind == graph.EventKindControl && r.Date.Year >= 2025
		})},
		{"importDependence", `importers: ["EU"], origins: ["CN"], minShare: 0.9`, tally(facts.ImportDependence, func(r *graph.ImportDependence) bool {
			return r.Importer == "EU" && r.Origin == "CN" && r.SharePercent.Value >= 90
		})},
	} {
		require.Equal(t, c.want, count(t, c.list, c.filter), "%s %s", c.list, c.filter)
		require.Positive(t, c.want, "%s %s proves nothing", c.list, c.filter)
	}
}

func tally[R any](rows []R, keep func(*R) bool) int {
	n := 0
	for i := range rows {
		if keep(&rows[i]) {
			n++
		}
	}
	return n
}

func holds(lower string, texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(strings.ToLower(text), lower) })
}

// The filter of a view takes facts away from every list and answer, and a higher floor never adds any.
func TestFactFilter(t *testing.T) {
	counts := func(facts string) map[string]int {
		got := map[string]int{}
		var query strings.Builder
		fmt.Fprintf(&query, `{ view(asOf: "2026-06-30", facts: {%s}) {`, facts)
		for _, l := range lists(contract()) {
			fmt.Fprintf(&query, " %s(first: 0) { totalCount }", l.field)
		}
		for name, list := range read[struct {
			View map[string]struct{ TotalCount int }
		}](t, seedAPI(), query.String()+"} }", nil).View {
			got[name] = list.TotalCount
		}
		return got
	}
	all, medium, high := counts(``), counts(`minConfidence: MEDIUM`), counts(`minConfidence: HIGH`)
	without := counts(`withoutSources: ["e-eu-crm2023-global"]`)
	for name := range all {
		require.LessOrEqual(t, medium[name], all[name], name)
		require.LessOrEqual(t, high[name], medium[name], name)
		require.LessOrEqual(t, without[name], all[name], name)
	}
	require.Less(t, high["supplies"], medium["supplies"])
	require.Less(t, without["marketShares"], all["marketShares"])
	require.Equal(t, all["firms"], high["firms"], "things keep their identity")

	linked := func(facts string) int {
		return read[struct {
			View struct {
				Firm struct{ Buys struct{ TotalCount int } }
			}
		}](t, seedAPI(),
			fmt.Sprintf(`{ view(facts: {%s}) { firm(id: "toyota") { buys { totalCount } } } }`, facts), nil).View.Firm.Buys.TotalCount
	}
	require.Less(t, linked(`minConfidence: HIGH`), linked(``), "nested lists see the same facts")
}
