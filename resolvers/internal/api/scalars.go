package api

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// MarshalDate prints a day as YYYY-MM-DD.
func MarshalDate(d graph.Day) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalDate reads a day written as YYYY-MM-DD.
func UnmarshalDate(v any) (graph.Day, error) {
	text, ok := v.(string)
	if !ok {
		return 0, badScalar("Date", v, "not a text of the form YYYY-MM-DD")
	}
	day, err := graph.ParseDay(text)
	if err != nil {
		return 0, badScalar("Date", v, "not a day of the calendar of the form YYYY-MM-DD")
	}
	return day, nil
}

// MarshalPartialDate prints a date as its source gives it; null when unknown.
func MarshalPartialDate(d graph.Date) graphql.Marshaler {
	if !d.Known() {
		return graphql.Null
	}
	return graphql.MarshalString(d.Text())
}

// UnmarshalPartialDate reads a date to the day, month or year.
func UnmarshalPartialDate(v any) (graph.Date, error) {
	text, _ := v.(string)
	d, err := graph.ParseDate(text)
	if err != nil || !d.Known() {
		return graph.Date{}, badScalar("PartialDate", v, "not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
	}
	return d, nil
}

// shareDecimals hide the last bits of sums, so that 0.9990000000000001 prints as 0.999.
const shareDecimals = 1e12

// MarshalShare prints a share rounded to 12 decimals; null when unknown.
func MarshalShare(x float64) graphql.Marshaler {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return graphql.Null
	}
	return plainNumber(math.Round(x*shareDecimals) / shareDecimals)
}

// UnmarshalShare reads a number from 0 to 1.
func UnmarshalShare(v any) (float64, error) {
	x, err := graphql.UnmarshalFloat(v)
	if err != nil || !(x >= 0 && x <= 1) {
		return 0, badScalar("Share", v, "not a number from 0 to 1")
	}
	return x, nil
}

// MarshalKilograms prints a mass to 12 significant digits; null when unknown.
func MarshalKilograms(x float64) graphql.Marshaler {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return graphql.Null
	}
	return plainNumber(significant(x))
}

// UnmarshalKilograms reads a mass that is not negative.
func UnmarshalKilograms(v any) (float64, error) {
	x, err := graphql.UnmarshalFloat(v)
	if err != nil || !(x >= 0) || math.IsInf(x, 0) {
		return 0, badScalar("Kilograms", v, "not a mass in kilograms, 0 or more")
	}
	return x, nil
}

func significant(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
	return rounded
}

// plainNumber prints a number without an exponent unless it is very small or very large, as JSON writers do.
func plainNumber(x float64) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		format := byte('f')
		if size := math.Abs(x); size != 0 && (size < 1e-6 || size >= 1e21) {
			format = 'g'
		}
		_, _ = io.WriteString(w, strconv.FormatFloat(x+0, format, -1, 64)) // + 0 turns minus zero into zero
	})
}

// MarshalNumber prints a plain number; null when unknown.
func MarshalNumber(x float64) graphql.Marshaler {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return graphql.Null
	}
	return plainNumber(x)
}

// UnmarshalNumber reads a plain number.
func UnmarshalNumber(v any) (float64, error) {
	x, err := graphql.UnmarshalFloat(v)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0, badScalar("Float", v, "not a number")
	}
	return x, nil
}

// badScalar is the error for a value of a scalar; gqlgen adds the path of the argument.
func badScalar(scalar string, v any, problem string) error {
	shown := fmt.Sprint(v)
	if runes := []rune(shown); len(runes) > 40 {
		shown = string(runes[:40]) + "…"
	}
	return apierror.BadInput(scalar, fmt.Sprintf("%q is %s", shown, problem), "See the description of the type in the schema.")
}
