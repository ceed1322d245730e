package graph_test

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/lodestone-graph/lodestone/graph"
)

func TestParseNumber(t *testing.T) {
	for _, text := range []string{"0", "1", "-1", "0.5", "-0.5", "12.340", "100.00", "1000000", "0.0000001", "-0.0", "9007199254740992"} {
		n, err := graph.ParseNumber(text)
		require.NoError(t, err, text)
		require.True(t, n.Known)
		require.Equal(t, text, n.Text())
		want, _ := strconv.ParseFloat(text, 64)
		require.InDelta(t, want, n.Value, 0, text)
	}
	n, err := graph.ParseNumber("")
	require.NoError(t, err)
	require.Equal(t, graph.Number{}, n)
	require.Empty(t, n.Text())
	for _, text := range []string{"1,000", "01", "+1", ".5", "5.", "1e3", "NaN", "Inf", " 1", "1 ", "--1", "0x10", "１"} {
		_, err := graph.ParseNumber(text)
		require.ErrorIs(t, err, graph.ErrNotNumber, text)
	}
	for _, text := range []string{"9007199254740993", "0.12345678901234567890", "123456789012345678901234567890.1"} {
		_, err := graph.ParseNumber(text)
		require.ErrorIs(t, err, graph.ErrPrecision, text)
	}
}

func TestParseInteger(t *testing.T) {
	for _, text := range []string{"0", "7", "-7", "2147483647", "-2147483648"} {
		n, err := graph.ParseInteger(text)
		require.NoError(t, err, text)
		require.Equal(t, text, n.Text())
	}
	for _, text := range []string{"-0", "007", "+1", "1.0", "2147483648", "x", " 1"} {
		_, err := graph.ParseInteger(text)
		require.ErrorIs(t, err, graph.ErrNotInteger, text)
	}
	n, err := graph.ParseInteger("")
	require.NoError(t, err)
	require.Equal(t, graph.Integer{}, n)
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, first, last string }{
		{"2024", "2024-01-01", "2024-12-31"}, {"2024-02", "2024-02-01", "2024-02-29"}, {"2023-02", "2023-02-01", "2023-02-28"},
		{"2024-12", "2024-12-01", "2024-12-31"}, {"2024-02-29", "2024-02-29", "2024-02-29"}, {"1999-12-31", "1999-12-31", "1999-12-31"},
	} {
		d, err := graph.ParseDate(c.text)
		require.NoError(t, err, c.text)
		require.Equal(t, c.text, d.Text())
		require.Equal(t, c.first, d.First().String())
		require.Equal(t, c.last, d.Last().String())
		require.Equal(t, len(c.text) == 10, d.Exact())
	}
	for _, text := range []string{"2023-02-29", "2024-13", "2024-00", "2024-01-00", "2024-04-31", "0000", "0000-01-01"} {
		_, err := graph.ParseDate(text)
		require.ErrorIs(t, err, graph.ErrNoSuchDay, text)
	}
	for _, text := range []string{"24", "2024-1", "2024-01-1", "2024/01/01", "01-01-2024", "2024-01-01T00:00:00Z", " 2024"} {
		_, err := graph.ParseDate(text)
		require.ErrorIs(t, err, graph.ErrNotDate, text)
	}
	d, err := graph.ParseDate("")
	require.NoError(t, err)
	require.False(t, d.Known())
	require.Equal(t, graph.MinDay, d.First())
	require.Equal(t, graph.MaxDay, d.Last())
	require.Empty(t, d.Text())
	_, err = graph.ParseDay("2024-05")
	require.ErrorIs(t, err, graph.ErrNotDate, "a view needs a day")
}

// Every number that a file may hold prints back as it was written.
func TestNumbersAndDatesPrintAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,5})?`).Draw(t, "number")
		n, err := graph.ParseNumber(text)
		if err != nil || n.Text() != text {
			t.Fatalf("%q gives %q, %v", text, n.Text(), err)
		}
		day := time.Date(rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		if day.Year() > 9999 {
			return
		}
		written := day.Format(time.DateOnly)
		d, err := graph.ParseDay(written)
		if err != nil || d.String() != written || d.Year() != day.Year() || d != graph.NewDay(day.Year(), int(day.Month()), day.Day()) {
			t.Fatalf("%s gives %s, %v", written, d, err)
		}
	})
}

// TestParse_AgreesWithTheShapes holds the parsers against regular expressions and the standard library.
func TestParse_AgreesWithTheShapes(t *testing.T) {
	t.Parallel()
	number := regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?$`)
	integer := regexp.MustCompile(`^-?(0|[1-9]\d*)$`)
	text := rapid.OneOf(rapid.StringMatching(`-?\d{0,17}(\.\d{0,17})?`), rapid.StringMatching(`[0-9.+e -]{0,12}`),
		rapid.StringMatching(`\d{4}(-[01]\d(-[0-3]\d)?)?`), rapid.StringMatching(`0000(-02)?|2\d00-02-29|20\d\d-02-29|[0-9-]{4,10}`))
	rapid.Check(t, func(t *rapid.T) {
		text := text.Draw(t, "text")
		if text == "" {
			return
		}
		n, err := graph.ParseNumber(text)
		require.Equal(t, number.MatchString(text), !errors.Is(err, graph.ErrNotNumber), text)
		if value, _ := strconv.ParseFloat(text, 64); err == nil {
			require.Equal(t, math.Float64bits(value), math.Float64bits(n.Value), text)
			require.Equal(t, text, n.Text())
		} else if errors.Is(err, graph.ErrPrecision) {
			_, decimals, _ := strings.Cut(text, ".")
			require.NotEqual(t, text, strconv.FormatFloat(value, 'f', len(decimals), 64))
		}
		whole, err := graph.ParseInteger(text)
		value, failed := strconv.ParseInt(text, 10, 32)
		require.Equal(t, integer.MatchString(text) && failed == nil && text != "-0", err == nil, text)
		if err == nil {
			require.Equal(t, int32(value), whole.Value)
		}
		day, err := graph.ParseDate(text)
		want := false
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			when, failed := time.Parse(layout, text)
			want = want || failed == nil && when.Year() > 0
		}
		require.Equal(t, want, err == nil, text)
		if want {
			require.Equal(t, text, day.Text())
		}
	})
}
