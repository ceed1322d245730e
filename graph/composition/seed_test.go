package composition_test

import (
	stdcsv "encoding/csv"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/graph/composition"
	"github.com/lodestone-graph/lodestone/graph/graphtest"
	"github.com/lodestone-graph/lodestone/seed"
)

var update = flag.Bool("update", false, "write the golden files anew")

func item(t testing.TB, v *graph.View, key string) graph.Node {
	t.Helper()
	n, ok := v.Item(key)
	require.True(t, ok, key)
	return n
}

// requireGolden compares text with a golden file, line by line.
func requireGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o600))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func number(x float64) string {
	if math.IsNaN(x) {
		return "-"
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

func interval(i graph.Interval) string {
	return number(i.Low) + " " + number(i.Mid) + " " + number(i.High)
}

func TestWhatIsInside(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	for _, key := range []string{"tomahawk", "f-35", "battery-ev", "sintered-ndfeb-magnet", "rare-earth-ore"} {
		c, err := composition.Of(t.Context(), v, item(t, v, key))
		require.NoError(t, err)
		var b strings.Builder
		fmt.Fprintf(&b, "one %s of %s: known %s assumed %s unknown %s %v\n", c.Unit, key,
			number(c.Coverage.Known), number(c.Coverage.Assumed), number(c.Coverage.Unknown), c.Flags)
		for _, p := range append(c.Elements, c.Lumps...) {
			fmt.Fprintf(&b, "%s %s %s complete %v %s\n", v.Key(p.Element), p.Presence, interval(p.Kilograms), p.Complete, p.Confidence)
			for _, via := range p.Via {
				fmt.Fprintf(&b, "  via %s %s %s\n", v.Key(via.Item), via.Presence, interval(via.Kilograms))
			}
		}
		requireGolden(t, "inside-"+key+".txt", b.String())
	}
}

func TestWhereItGoes(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	for _, key := range []string{"dy", "sm2co17-magnet"} {
		u, err := composition.UsesOf(t.Context(), v, item(t, v, key))
		require.NoError(t, err)
		var b strings.Builder
		for _, use := range u.Uses {
			fmt.Fprintf(&b, "%d %s %s %s per %s complete %v %s\n", use.Tier, v.Key(use.Item), use.Presence, interval(use.Amount),
				v.UnitOf(use.Item), use.Complete, use.Confidence)
		}
		requireGolden(t, "uses-of-"+key+".txt", b.String())
	}
}

func TestCasesAnAnalystWouldCheck(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	of := func(key, element string) composition.Part {
		c, err := composition.Of(t.Context(), v, item(t, v, key))
		require.NoError(t, err)
		i := slices.IndexFunc(c.Elements, func(p composition.Part) bool { return v.Key(p.Element) == element })
		require.GreaterOrEqual(t, i, 0, "%s in %s", element, key)
		return c.Elements[i]
	}
	t.Run("the Tomahawk's fins hold samarium, at a mass nobody states", func(t *testing.T) {
		p := of("tomahawk", "sm")
		require.Equal(t, composition.Present, p.Presence)
		require.False(t, p.Kilograms.Known())
		require.Equal(t, "missile-fin-actuator", v.Key(p.Via[0].Item))
		require.Equal(t, composition.Possible, of("tomahawk", "nd").Presence)
	})
	t.Run("an official total is reported apart", func(t *testing.T) {
		c, err := composition.Of(t.Context(), v, item(t, v, "f-35"))
		require.NoError(t, err)
		require.Len(t, c.Lumps, 1)
		require.Equal(t, graph.Interval{Low: 11, Mid: 417, High: 418}, c.Lumps[0].Kilograms)
		require.True(t, c.Flags.Has(graph.FlagLumpApart))
		require.Less(t, of("f-35", "sm").Kilograms.High, 10.0)
	})
	t.Run("an electric car holds tens of grams of dysprosium and about half a kilogram of neodymium", func(t *testing.T) {
		require.InDelta(t, 0.08, of("battery-ev", "dy").Kilograms.Mid, 0.04)
		require.InDelta(t, 0.5, of("battery-ev", "nd").Kilograms.Mid, 0.2)
	})
	t.Run("oxides by stoichiometry", func(t *testing.T) {
		require.InDelta(t, 2*162.5/(2*162.5+3*15.999), of("dy-oxide", "dy").Kilograms.Mid, 1e-4)
		require.True(t, of("dy-oxide", "dy").Complete)
		require.Equal(t, graph.ConfidenceHigh, of("dy-oxide", "dy").Confidence)
	})
	t.Run("what comes from the same ore is no part of the ore", func(t *testing.T) {
		c, err := composition.Of(t.Context(), v, item(t, v, "mixed-re-carbonate"))
		require.NoError(t, err)
		require.Empty(t, c.Elements)
		require.Equal(t, graph.Coverage{Unknown: 1}, c.Coverage)
		require.True(t, c.Flags.Has(graph.FlagNoRecipe))
	})
	t.Run("nothing weighs more than itself", func(t *testing.T) {
		all, err := composition.Table(t.Context(), v, everyItem(v))
		require.NoError(t, err)
		for _, c := range all {
			sum := 0.0
			for _, p := range c.Elements {
				if p.Kilograms.HasMid() {
					sum += p.Kilograms.Mid
				}
			}
			if c.Unit == graph.UnitKg {
				require.LessOrEqual(t, sum, 1.001, v.Key(c.Item))
			}
		}
	})
}

// TestMagnetsAgreeWithTheStoichiometryOfTheRows solves K = A·K + E over the rows of the files, read anew and without any path, and
// compares low and middle of every magnet.
func TestMagnetsAgreeWithTheStoichiometryOfTheRows(t *testing.T) {
	v := graphtest.SeedView(t, graphtest.Settled)
	raw := readRows(t)
	lows, mids := raw.solve(0), raw.solve(1)
	compared := 0
	for _, row := range raw.tables["components"] {
		if row["kind"] != "MAGNET" {
			continue
		}
		c, err := composition.Of(t.Context(), v, item(t, v, row["id"]))
		require.NoError(t, err)
		parts := map[string]composition.Part{}
		for _, p := range c.Elements {
			parts[v.Key(p.Element)] = p
		}
		for e, element := range raw.elements {
			low, mid := raw.of(row["id"], e, lows, slices.Min[[]float64]), raw.of(row["id"], e, mids, onlyIfEqual)
			p, held := parts[element]
			about := element + " in " + row["id"]
			if !held || !p.Kilograms.Known() {
				require.InDelta(t, 0, low, 1e-9, about)
				continue
			}
			compared++
			if !(p.Complete || low > 0) {
				continue // an unquantified kind of a class can take the bound to 0
			}
			require.InDelta(t, low, p.Kilograms.Low, 1e-9, about)
			if p.Kilograms.HasMid() {
				require.InDelta(t, mid, p.Kilograms.Mid, 1e-9, about)
			}
		}
	}
	require.Greater(t, compared, 60)
}

type rawRows struct {
	tables   map[string][]map[string]string
	elements []string
	items    []string
	at       map[string]int
}

func readRows(t *testing.T) *rawRows {
	t.Helper()
	raw := &rawRows{tables: map[string][]map[string]string{}, at: map[string]int{}}
	for _, table := range []string{"elements", "materials", "components", "products", "feeds", "kinds", "substitutes"} {
		file, err := seed.Files.Open(table + ".csv")
		require.NoError(t, err)
		rows, err := stdcsv.NewReader(file).ReadAll()
		require.NoError(t, err)
		for _, cells := range rows[1:] {
			row := map[string]string{}
			for i, name := range rows[0] {
				row[name] = cells[i]
			}
			raw.tables[table] = append(raw.tables[table], row)
			if id := row["id"]; id != "" {
				raw.at[id] = len(raw.items)
				raw.items = append(raw.items, id)
				if table == "elements" {
					raw.elements = append(raw.elements, id)
				}
			}
		}
	}
	return raw
}

// solve eliminates the dense system of all items, one right-hand side an element. Which is 0 for low, 1 for middle.
func (raw *rawRows) solve(which int) [][]float64 {
	n, e := len(raw.items), len(raw.elements)
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n+e)
		m[i][i] = 1
	}
	for i := range raw.elements {
		m[raw.at[raw.elements[i]]][n+i] = 1
	}
	for _, row := range raw.tables["feeds"] {
		if q := raw.amount(row, which); q > 0 {
			m[raw.at[row["to"]]][raw.at[row["from"]]] -= q
		}
	}
	for k := range n {
		pivot := k
		for i := k; i < n; i++ {
			if math.Abs(m[i][k]) > math.Abs(m[pivot][k]) {
				pivot = i
			}
		}
		m[k], m[pivot] = m[pivot], m[k]
		for i := range n {
			if factor := m[i][k] / m[k][k]; i != k && factor != 0 {
				for j := k; j < n+e; j++ {
					m[i][j] -= factor * m[k][j]
				}
			}
		}
	}
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, e)
		for j := range e {
			out[i][j] = m[i][n+j] / m[i][i]
		}
	}
	return out
}

// amount is what a row adds to the low or middle of its output.
func (raw *rawRows) amount(row map[string]string, which int) float64 {
	from, to := row["from"], row["to"]
	form := func(id string) string {
		for _, m := range raw.tables["materials"] {
			if m["id"] == id {
				return m["form"]
			}
		}
		return ""
	}
	split := form(from) == "OXIDE" && form(to) == "OXIDE"
	if split || slices.Contains([]string{"ORE_CONCENTRATE", "MIXED_COMPOUND"}, form(from)) || strings.HasSuffix(from, "-scrap") {
		return 0
	}
	cell := row["quantity"]
	if which == 0 && row["quantity_low"] != "" {
		cell = row["quantity_low"]
	}
	q, _ := strconv.ParseFloat(cell, 64)
	if row["essential"] == "true" || which == 1 && !raw.hasAlternative(row) {
		return q
	}
	return 0
}

func (raw *rawRows) hasAlternative(row map[string]string) bool {
	classes := func(id string) (list []string) {
		for _, k := range raw.tables["kinds"] {
			if k["item"] == id {
				list = append(list, k["kind_of"])
			}
		}
		return list
	}
	for _, s := range raw.tables["substitutes"] {
		if s["for_item"] == row["to"] && (s["item"] == row["from"] || s["substitute"] == row["from"]) {
			return true
		}
	}
	for _, other := range raw.tables["feeds"] {
		if other["to"] != row["to"] || other["essential"] != "true" {
			continue
		}
		for _, class := range classes(other["from"]) {
			if slices.Contains(classes(row["from"]), class) {
				return true
			}
		}
	}
	return false
}

// of reads a solved amount; a class without rows of its own spans its kinds, those left out of which nothing is known.
func (raw *rawRows) of(id string, element int, solved [][]float64, span func([]float64) float64) float64 {
	if slices.ContainsFunc(raw.tables["feeds"], func(row map[string]string) bool { return row["to"] == id }) {
		return solved[raw.at[id]][element]
	}
	var kinds []float64
	for _, k := range raw.tables["kinds"] {
		if k["kind_of"] != id {
			continue
		}
		total := 0.0
		for e := range raw.elements {
			total += raw.of(k["item"], e, solved, slices.Max[[]float64])
		}
		if total > 0 {
			kinds = append(kinds, raw.of(k["item"], element, solved, span))
		}
	}
	if len(kinds) == 0 {
		return 0
	}
	return span(kinds)
}

func onlyIfEqual(numbers []float64) float64 {
	for _, x := range numbers {
		if !(math.Abs(x-numbers[0]) < 1e-12) {
			return math.NaN()
		}
	}
	return numbers[0]
}
