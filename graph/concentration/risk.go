package concentration

import (
	"fmt"
	"math"
)

// The published formulas that build on an index of concentration. They are pure: the release brings no governance scores.

// HHI is the Herfindahl-Hirschman index of shares from 0 to 1, and how much the unnamed rest can add to it at most.
func HHI(shares []float64) (lower, upper float64) {
	holdings := make([]Holding, len(shares))
	for i, s := range shares {
		holdings[i].Share = s
	}
	m := Measure(holdings)
	return m.HHI.Low, m.HHI.High
}

// SharesOf turns amounts into shares of their sum. The error tells an amount that is negative, or that all are 0.
func SharesOf(amounts []float64) ([]float64, error) {
	total := 0.0
	for i, a := range amounts {
		if !(a >= 0) || math.IsInf(a, 1) {
			return nil, fmt.Errorf("amount %d is %v: amounts are not negative", i, a)
		}
		total += a
	}
	if total == 0 {
		return nil, fmt.Errorf("the %d amounts add to 0", len(amounts))
	}
	shares := make([]float64, len(amounts))
	for i, a := range amounts {
		shares[i] = a / total
	}
	return shares, nil
}

// GovernanceWeight turns a World Governance Indicator, −2.5 (worst) to 2.5, into a weight from 1 (worst) to 0. The EU's scale
// is ten times it.
func GovernanceWeight(estimate float64) float64 { return (2.5 - estimate) / 5 }

// WeightedHHI is Σ s²·w: the index with each country weighted by how risky it is. The EU weights by governance times a
// variable for trade restrictions.
func WeightedHHI(shares, weights []float64) (float64, error) {
	if len(shares) != len(weights) {
		return 0, fmt.Errorf("%d shares but %d weights", len(shares), len(weights))
	}
	sum := 0.0
	for i, s := range shares {
		sum += s * s * weights[i]
	}
	return sum, nil
}

// ImportRisk is Σ g·f / (p + F): imports f by country, weighted by risk g, over domestic production p and all imports F.
func ImportRisk(imports, weights []float64, domestic float64) (float64, error) {
	if len(imports) != len(weights) {
		return 0, fmt.Errorf("%d imports but %d weights", len(imports), len(weights))
	}
	weighted, total := 0.0, domestic
	for i, f := range imports {
		weighted += weights[i] * f
		total += f
	}
	if !(total > 0) {
		return 0, fmt.Errorf("domestic production and imports add to %v", total)
	}
	return weighted / total, nil
}

// GeoPolRisk is the index of world production times the import risk (Gemechu, Helbig, Sonnemann, Thorenz and Tuma 2016).
func GeoPolRisk(hhi, importRisk float64) float64 { return hhi * importRisk }

// EUInputs are the inputs of the EU's supply risk. A mix of supply that is not known is NaN.
type EUInputs struct {
	Global         float64 // weighted index of global supply, 0 to 10
	EU             float64 // weighted index of supply to the EU, 0 to 10
	ImportReliance float64 // (imports − exports) / (domestic production + imports − exports)
	Recycling      float64 // end-of-life recycling input rate, 0 to 1
	Substitution   float64 // substitution index for supply risk, 0 to 1
}

// EUSupplyRisk is the supply risk of the European Commission's method of 2017: the two mixes weighted by half the import
// reliance, or the one that is known, times what recycling and substitution leave. From 1.0 a material can be critical. The
// error tells that neither mix is known.
func EUSupplyRisk(in EUInputs) (float64, error) {
	left := (1 - in.Recycling) * in.Substitution
	switch global, eu := !math.IsNaN(in.Global), !math.IsNaN(in.EU); {
	case global && eu:
		half := min(max(in.ImportReliance, 0), 1) / 2
		return (in.Global*half + in.EU*(1-half)) * left, nil
	case global:
		return in.Global * left, nil
	case eu:
		return in.EU * left, nil
	}
	return 0, fmt.Errorf("neither the global mix of supply nor that of the EU is known")
}

// USSupplyRisk is the supply risk of the US Geological Survey (Nassar and others 2020): the geometric mean of disruption
// potential, trade exposure and economic vulnerability, each 0 to 1. Any factor of 0 makes it 0.
func USSupplyRisk(disruption, exposure, vulnerability float64) float64 {
	return math.Cbrt(disruption * exposure * vulnerability)
}
