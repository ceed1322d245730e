package resolvers_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

type tonnesInterval struct{ Low, Mid, High *float64 }

type needAnswer struct {
	Destination struct{ Key string }
	Control     struct{ Key string }
	Needed      *tonnesInterval
	ShortFrom   struct{ Earliest, Latest *string }
	Series      []struct {
		Month, Basis               string
		Observed, Licensed, Needed *tonnesInterval
		Modelled                   bool
		Stock, StockDays           *struct{ Low, High *float64 }
		Flags                      []string
		Rows                       []struct {
			File   string
			Line   int
			Source struct{ Title, URL string }
		}
	}
	MonthsOnRecord, MonthsModelled int
	Premises                       []struct {
		Kind, Origin, Text string
		Rows               []struct{ File string }
	}
	Missing, Flags []string
	Receipt        struct{ Rows []struct{ File string } }
}

func ends(i *tonnesInterval) [2]float64 { return [2]float64{*i.Low, *i.High} }

func origins(a needAnswer) map[string]string {
	out := map[string]string{}
	for _, p := range a.Premises {
		out[p.Kind] = p.Origin
	}
	return out
}

// The worked question: what is on record for Germany, the US and the world, and the what-if for the EU.
func TestExportsAgainstNeed(t *testing.T) {
	got := read[struct{ View map[string]needAnswer }](t, seedAPI(), worked(t, "27-exports-against-need"), nil).View

	germany := got["germany"]
	require.Equal(t, "mofcom-2025-18", germany.Control.Key, "the first control under which some magnets need a licence")
	for i, tonnes := range map[int]float64{0: 1116, 2: 1288, 3: 1118} { // monthly_exports.csv
		month := germany.Series[i]
		require.Equal(t, "STATED", month.Basis, month.Month)
		require.Equal(t, [2]float64{tonnes, tonnes}, ends(month.Observed))
		require.Equal(t, month.Observed, month.Licensed)
		require.False(t, month.Modelled)
		require.Equal(t, "monthly_exports.csv", month.Rows[0].File)
		require.NotEmpty(t, month.Rows[0].Source.URL)
	}
	august := germany.Series[1]
	require.Equal(t, "BOUNDED", august.Basis)
	require.Equal(t, [2]float64{0, 6146 - 590}, ends(august.Observed), "the world's less what the US took")
	require.Nil(t, august.Licensed, "no need, so no what-if")
	require.Nil(t, germany.Needed)
	require.Nil(t, germany.ShortFrom.Latest)
	require.Equal(t, "MISSING", origins(germany)["NEED"])
	require.Contains(t, germany.Missing[0], "No month from 2024-04 to 2025-03 has a figure of exports to Germany")

	europe := got["europeNearHalf"]
	require.Equal(t, [2]float64{1300, 2400}, ends(europe.Needed))
	require.Equal(t, [2]int{0, 6}, [2]int{europe.MonthsOnRecord, europe.MonthsModelled})
	for _, month := range europe.Series {
		require.Nil(t, month.Observed)
		require.True(t, month.Modelled)
		require.Contains(t, month.Flags, "WHAT_IF")
		require.InDeltaSlice(t, []float64{0.45 * 1300, 0.55 * 2400}, []float64{*month.Licensed.Low, *month.Licensed.High}, 1e-6)
	}
	// 21 days are 0.690 months; 0.55 a month is missing at the worst: 0.140 left for August, of which a quarter lasts. 28 days are 0.920; at the
	// best 0.45 a month is missing: 0.020 left for September, which lasts 1.3 days.
	require.Equal(t, "2026-08-08", *europe.ShortFrom.Earliest)
	require.Equal(t, "2026-09-02", *europe.ShortFrom.Latest)
	require.InDelta(t, 21-0.55*365.25/12, *europe.Series[0].StockDays.Low, 1e-6)
	require.InDelta(t, 28-0.45*365.25/12, *europe.Series[0].StockDays.High, 1e-6)
	require.Equal(t, map[string]string{"NEED": "GIVEN", "STOCK": "RECORD", "APPROVED": "GIVEN", "CONTROLLED": "ASSUMED", "REVIEW": "RECORD", "MODEL": "ASSUMED", "ARRIVAL": "ASSUMED"}, origins(europe))
	for _, flag := range []string{"NEED_GIVEN", "APPROVED_GIVEN", "CONTROLLED_PART_ASSUMED", "STOCK_OF_INDUSTRY", "STOCK_OF_GRADE", "STOCK_OF_ANOTHER_DAY", "RULES_NOT_CHECKED", "WHAT_IF"} {
		require.Contains(t, europe.Flags, flag)
	}
	for _, p := range europe.Premises {
		if p.Kind == "STOCK" {
			require.Contains(t, p.Text, "21 to 28 days of need in stock, as stated for 2025-06-04 of AUTOMOTIVE in European Union")
			require.Equal(t, "stocks.csv", p.Rows[0].File)
		}
	}

	// The US took 5,933 t in 2025, and 3,830.4 t of them in the eight months on record: 525.65 t a month are left for January to April.
	states := got["unitedStates"]
	require.Equal(t, [2]float64{525.65, 525.65}, ends(states.Needed))
	require.Contains(t, states.Flags, "NEED_FROM_TRADE")
	require.NotContains(t, states.Flags, "WHAT_IF")
	require.Equal(t, "2025-05-16", *states.ShortFrom.Earliest, "14 days of stock, 8.8 % of the need in May")
	require.Equal(t, "2025-06-01", *states.ShortFrom.Latest, "28 days of stock")
	require.Equal(t, [2]float64{46.4, 46.4}, ends(states.Series[0].Licensed))
	require.Equal(t, "BOUNDED", states.Series[8].Basis)
	require.Equal(t, [2]float64{0, 994}, ends(states.Series[8].Licensed), "January and February 2026 are one figure")
	december, february := states.Series[7], states.Series[9]
	require.InDelta(t, *december.Stock.High+994-2*525.65, *february.Stock.Low+0, 1e-6, "together they took 994 t, however they were split: at least what is left if nothing ran out")

	world := got["world"]
	require.InDelta(t, (5278+4725+6357)/3.0, *world.Needed.Mid, 1e-6, "July and October 2024 and January 2025")
	require.Equal(t, [2]float64{4725, 6357}, ends(world.Needed))
	require.Equal(t, "2025-05-18", *world.ShortFrom.Earliest)
	require.Equal(t, "2025-06-17", *world.ShortFrom.Latest)
	june := world.Series[1]
	require.Equal(t, [2]float64{3188, 3188}, ends(june.Observed))
	require.Contains(t, june.Flags, "FIGURES_DIFFER", "January to June less January to May is 3,187 t")
}

// Yttrium compounds: 333 t in the eight months before the control, 17 t in the eight after. The months are not on record one by one.
func TestYttriumToTheUS(t *testing.T) {
	got := read[struct {
		View struct{ ExportsAgainstNeed needAnswer }
	}](t, seedAPI(), `{ view(asOf: "2026-06-30") { exportsAgainstNeed(item: "y-compound", destination: "US", to: "2025-11") {
		needed { low mid high } shortFrom { earliest latest } monthsOnRecord flags receipt { rows { file } } premises { kind origin text rows { file } }
		series(first: 3) { month basis observed { low mid high } stockDays { low high } } } } }`, nil).View.ExportsAgainstNeed
	require.Equal(t, [2]float64{333.0 / 8, 333.0 / 8}, ends(got.Needed))
	require.Equal(t, 8, got.MonthsOnRecord)
	require.Len(t, got.Series, 3)
	require.Equal(t, [2]float64{0, 17}, ends(got.Series[0].Observed))
	require.Equal(t, "2025-04-14", *got.ShortFrom.Earliest, "14 days are 0.46 of April, in which nothing may have come: after 13.8 days")
	require.Equal(t, "2025-06-12", *got.ShortFrom.Latest, "60 days are 1.97 months, and 17 t are 0.41 of one: 0.38 of June")
	require.Contains(t, got.Flags, "COVER_ASSUMED")
	require.NotContains(t, got.Flags, "CONTROLLED_PART_ASSUMED")
	files := map[string]bool{}
	for _, row := range got.Receipt.Rows {
		files[row.File] = true
	}
	require.True(t, files["period_exports.csv"] && files["export_controls.csv"])
}

// What is counted stands where nothing is given: a quarter to a half of European applications, as known on the day.
func TestApprovalsOnRecord(t *testing.T) {
	ask := func(day, arguments string) needAnswer {
		return read[struct {
			View struct{ ExportsAgainstNeed needAnswer }
		}](t, seedAPI(), `{ view(asOf: "`+day+`") { exportsAgainstNeed(item: "rare-earth-magnet", destination: "FR", from: "2025-12", to: "2026-01", assume: {needTonnes: {low: 100, high: 100}`+arguments+`}) {
			flags series { licensed { low mid high } flags } premises { kind origin text rows { file } } } } }`, nil).View.ExportsAgainstNeed
	}
	known := ask("2025-11-30", "")
	require.InDeltaSlice(t, []float64{13.5, 50}, []float64{*known.Series[0].Licensed.Low, *known.Series[0].Licensed.High}, 1e-9, "19 of 141, and half of 2,000")
	require.Equal(t, "RECORD", origins(known)["APPROVED"])
	june := ask("2025-06-30", "")
	require.InDeltaSlice(t, []float64{25, 25}, []float64{*june.Series[0].Licensed.Low, *june.Series[0].Licensed.High}, 1e-9, "a quarter of the requests of car suppliers")
	part := ask("2025-06-30", ", controlled: {low: 0.2, high: 0.6}")
	require.InDeltaSlice(t, []float64{40 + 15, 80 + 5}, []float64{*part.Series[0].Licensed.Low, *part.Series[0].Licensed.High}, 1e-9)
	require.NotContains(t, part.Flags, "CONTROLLED_PART_ASSUMED")
	early := ask("2025-04-30", "")
	require.Contains(t, early.Flags, "LICENCE_ASSUMED", "nobody had counted")
	require.InDeltaSlice(t, []float64{0, 100}, []float64{*early.Series[0].Licensed.Low, *early.Series[0].Licensed.High}, 1e-9)
}

// A control that a scenario lifts lets everything through.
func TestLiftedControl(t *testing.T) {
	got := read[struct {
		View struct{ ExportsAgainstNeed needAnswer }
	}](t, seedAPI(), `{ view(asOf: "2026-06-30", scenario: [{control: {controls: ["mofcom-2025-18"], state: SUSPENDED, from: "2026-07-11"}}]) {
		exportsAgainstNeed(item: "rare-earth-magnet", destination: "EU", from: "2026-07", to: "2026-08", assume: {needTonnes: {low: 310, high: 310}, approved: {low: 0, high: 0}}) { series { licensed { low mid high } } } } }`, nil).View.ExportsAgainstNeed
	require.InDelta(t, 210, *got.Series[0].Licensed.High, 1e-9, "21 of 31 days")
	require.InDelta(t, 310, *got.Series[1].Licensed.Low, 1e-9)
}

func TestExportsAgainstNeedRefuses(t *testing.T) {
	for arguments, want := range map[string][2]string{
		`item: "rare-earth-magnetz", destination: "EU"`:                                                  {"NOT_FOUND", "rare-earth-magnetz"},
		`item: "rare-earth-magnet", destination: "lynas"`:                                                {"NOT_FOUND", "lynas"},
		`item: "ndpr-oxide", destination: "EU"`:                                                          {"BAD_INPUT", "needs a licence under no Chinese control"},
		`item: "rare-earth-magnet", destination: "EU", control: "mofcom-2023-graphite"`:                  {"BAD_INPUT", "does not make"},
		`item: "rare-earth-magnet", destination: "EU", from: "2025"`:                                     {"BAD_INPUT", "from: is 2025, not a month"},
		`item: "rare-earth-magnet", destination: "EU", from: "2025-04", to: "2025-03"`:                   {"BAD_INPUT", "to: makes more than 60 months, or none"},
		`item: "rare-earth-magnet", destination: "EU", from: "2025-04", to: "2030-04"`:                   {"BAD_INPUT", "to: makes more than 60 months"},
		`item: "rare-earth-magnet", destination: "EU", assume: {needTonnes: {low: 0, high: 2}}`:          {"BAD_INPUT", "assume.needTonnes: is not above 0"},
		`item: "rare-earth-magnet", destination: "EU", assume: {approved: {low: 0.6, high: 0.5}}`:        {"BAD_INPUT", "assume.approved: is 0.6 to 0.5"},
		`item: "rare-earth-magnet", destination: "EU", assume: {stockDays: {low: -1, high: 5}}`:          {"BAD_INPUT", "assume.stockDays: is -1 to 5 days"},
		`item: "rare-earth-magnet", destination: "EU", assume: {baseFrom: "2025-03", baseTo: "2025-02"}`: {"BAD_INPUT", "or the base does"},
	} {
		r := seedAPI().ask(t, `{ view(asOf: "2026-06-30") { exportsAgainstNeed(`+arguments+`) { missing } } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want[0], r.Errors[0].Extensions.Code, r.Errors[0].Message)
		require.Contains(t, r.Errors[0].Message, want[1])
	}
}
