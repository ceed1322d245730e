package graphtest

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/graph/concentration"
)

// ConcentrationVectors is a file of cases on concentration with known answers.
type ConcentrationVectors struct {
	Category  string              `json:"category"`
	Tolerance float64             `json:"tolerance"`
	Cases     []ConcentrationCase `json:"cases"`
}

// ConcentrationCase is one case. Its input takes one of several shapes; the names in it say which.
type ConcentrationCase struct {
	ID       string                     `json:"id"`
	Input    map[string]json.RawMessage `json:"input"`
	Expected map[string]json.RawMessage `json:"expected"`
}

// NewConcentrationVectors reads a file of cases.
func NewConcentrationVectors(data []byte) (*ConcentrationVectors, error) {
	v := &ConcentrationVectors{}
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	return v, nil
}

// Case finds a case by its id.
func (v *ConcentrationVectors) Case(id string) (*ConcentrationCase, error) {
	i := slices.IndexFunc(v.Cases, func(c ConcentrationCase) bool { return c.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("case %q is not in the file", id)
	}
	return &v.Cases[i], nil
}

// Files names the tables beside the file that a case reads its input from; none where the case carries its input.
func (c *ConcentrationCase) Files() []string {
	raw, ok := c.Input["inputs"]
	if !ok {
		return nil
	}
	var files []string
	if json.Unmarshal(raw, &files) == nil {
		return files
	}
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return []string{one}
	}
	return []string{string(raw)}
}

// Answer works a case out with the code under test. The answer holds at least what the case expects.
func (v *ConcentrationVectors) Answer(c *ConcentrationCase) (map[string]float64, error) {
	switch {
	case c.has("shares"):
		return c.index()
	case c.has("tonnes", "wgi_pv_estimate_2022"):
		return c.weighted()
	case c.has("tonnes"):
		return c.tonnes()
	case c.has("imports_t"):
		return v.importer(c)
	case c.has("hhi_gs") || c.has("hhi_eu"):
		return c.european()
	case c.has("dp", "te", "ev"):
		dp, te, ev := c.number("dp"), c.number("te"), c.number("ev")
		return map[string]float64{"sr": concentration.USSupplyRisk(dp, te, ev)}, nil
	}
	return nil, fmt.Errorf("case %s: no formula takes the inputs %v", c.ID, c.names())
}

func (c *ConcentrationCase) has(names ...string) bool {
	for _, n := range names {
		if _, ok := c.Input[n]; !ok {
			return false
		}
	}
	return true
}

func (c *ConcentrationCase) names() []string {
	var names []string
	for n := range c.Input {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// number is NaN where the case does not state it.
func (c *ConcentrationCase) number(name string) float64 {
	x := math.NaN()
	if raw, ok := c.Input[name]; ok && json.Unmarshal(raw, &x) != nil {
		return math.NaN()
	}
	return x
}

// amounts reads a table of amounts by country, in the order of countries.
func (c *ConcentrationCase) amounts(name string) (countries []string, amounts []float64, err error) {
	table := map[string]float64{}
	if err := json.Unmarshal(c.Input[name], &table); err != nil {
		return nil, nil, fmt.Errorf("case %s: %s: %w", c.ID, name, err)
	}
	for country := range table {
		countries = append(countries, country)
	}
	slices.Sort(countries)
	for _, country := range countries {
		amounts = append(amounts, table[country])
	}
	return countries, amounts, nil
}

func (c *ConcentrationCase) index() (map[string]float64, error) {
	var shares []float64
	if err := json.Unmarshal(c.Input["shares"], &shares); err != nil {
		return nil, fmt.Errorf("case %s: shares: %w", c.ID, err)
	}
	lower, upper := concentration.HHI(shares)
	return map[string]float64{"hhi_lower": lower, "hhi_upper": upper, "hhi_lower_10000": lower * 1e4, "hhi_upper_10000": upper * 1e4}, nil
}

func (c *ConcentrationCase) tonnes() (map[string]float64, error) {
	countries, amounts, err := c.amounts("tonnes")
	if err != nil {
		return nil, err
	}
	shares, err := concentration.SharesOf(amounts)
	if err != nil {
		return nil, err
	}
	holdings := make([]concentration.Holding, len(shares))
	out := map[string]float64{}
	for i, s := range shares {
		holdings[i].Share = s
		out["total"] += amounts[i]
		out["share_"+strings.ToLower(strings.ReplaceAll(countries[i], " ", "_"))] = s
	}
	m := concentration.Measure(holdings)
	out["hhi"], out["top1"], out["top3"] = m.HHI.Low, m.Top1.Low, m.Top3.Low
	return out, nil
}

// weights are the governance weights of the countries named.
func (c *ConcentrationCase) weights(countries []string) ([]float64, error) {
	table := map[string]float64{}
	if err := json.Unmarshal(c.Input["wgi_pv_estimate_2022"], &table); err != nil {
		return nil, fmt.Errorf("case %s: indicators: %w", c.ID, err)
	}
	weights := make([]float64, len(countries))
	for i, country := range countries {
		estimate, ok := table[country]
		if !ok {
			return nil, fmt.Errorf("case %s: no indicator of %s", c.ID, country)
		}
		weights[i] = concentration.GovernanceWeight(estimate)
	}
	return weights, nil
}

func (c *ConcentrationCase) weighted() (map[string]float64, error) {
	countries, amounts, err := c.amounts("tonnes")
	if err != nil {
		return nil, err
	}
	shares, err := concentration.SharesOf(amounts)
	if err != nil {
		return nil, err
	}
	weights, err := c.weights(countries)
	if err != nil {
		return nil, err
	}
	index, err := concentration.WeightedHHI(shares, weights)
	if err != nil {
		return nil, err
	}
	out := map[string]float64{"hhi_wgi": index, "hhi_wgi_0_10": 10 * index}
	for i, country := range countries {
		out["weight_"+strings.ToLower(strings.ReplaceAll(country, " ", "_"))] = weights[i]
	}
	return out, nil
}

// importer takes the index and the weights from the cases that it names: "hhi-05", "hhi-06 weights".
func (v *ConcentrationVectors) importer(c *ConcentrationCase) (map[string]float64, error) {
	named := func(name string) (*ConcentrationCase, error) {
		var id string
		if err := json.Unmarshal(c.Input[name], &id); err != nil {
			return nil, fmt.Errorf("case %s: %s: %w", c.ID, name, err)
		}
		return v.Case(strings.Fields(id + " ?")[0])
	}
	indexed, err := named("hhi")
	if err != nil {
		return nil, err
	}
	world, err := v.Answer(indexed)
	if err != nil {
		return nil, err
	}
	weighing, err := named("g")
	if err != nil {
		return nil, err
	}
	countries, imports, err := c.amounts("imports_t")
	if err != nil {
		return nil, err
	}
	weights, err := weighing.weights(countries)
	if err != nil {
		return nil, err
	}
	risk, err := concentration.ImportRisk(imports, weights, c.number("domestic_production_t"))
	if err != nil {
		return nil, err
	}
	return map[string]float64{"import_risk": risk, "geopolrisk": concentration.GeoPolRisk(world["hhi"], risk)}, nil
}

func (c *ConcentrationCase) european() (map[string]float64, error) {
	risk, err := concentration.EUSupplyRisk(concentration.EUInputs{
		Global: c.number("hhi_gs"), EU: c.number("hhi_eu"), ImportReliance: c.number("ir"), Recycling: c.number("eol_rir"), Substitution: c.number("si_sr"),
	})
	return map[string]float64{"sr": risk}, err
}
