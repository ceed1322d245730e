package check

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
)

var (
	serial     = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	slashed    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$`)
	dotted     = regexp.MustCompile(`^(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})$`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	monthYear  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	compact    = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	withTime   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:.*$`)
	monthNamed = regexp.MustCompile(`(?i)^(?:(\d{1,2})[-. ]+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-, ]+(?:(\d{1,2}),\s*)?(\d{4}|\d{2})$`)
	chinese    = regexp.MustCompile(`^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$`)
)

// explainDate names the dates that spreadsheets write.
func explainDate(c *graph.Column, cell string, err error) *Explained {
	explain := func(rule, what, advice string) *Explained {
		return &Explained{Rule: rule, Message: Quote(cell) + " in " + c.Name + " " + what, Advice: advice}
	}
	if errors.Is(err, graph.ErrNoSuchDay) {
		return explain("date", "is no day of the calendar", "dates are YYYY-MM-DD")
	}
	if serial.MatchString(cell) {
		number, _ := strconv.ParseFloat(cell, 64)
		day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(number))
		return explain("spreadsheet-date", "is the number by which a spreadsheet keeps a day", "write "+fitting(c, day.Year(), int(day.Month()), day.Day()))
	}
	if m := slashed.FindStringSubmatch(cell); m != nil {
		return explain("spreadsheet-date", "is a date as a spreadsheet shows it", either(c, m))
	}
	if m := dotted.FindStringSubmatch(cell); m != nil {
		return explain("spreadsheet-date", "is a date as a spreadsheet shows it", writeDate(c, m[3], m[2], m[1]))
	}
	if m := monthNamed.FindStringSubmatch(cell); m != nil {
		month := strconv.Itoa(1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(m[2]))/3)
		return explain("spreadsheet-date", "is a date as a spreadsheet shows it", writeDate(c, m[4], month, m[1]+m[3]))
	}
	for _, shape := range []*regexp.Regexp{yearFirst, yearMonth, compact, chinese} {
		if m := append(shape.FindStringSubmatch(cell), "", ""); len(m) > 2 {
			return explain("date", "is not written as YYYY-MM-DD", writeDate(c, m[1], m[2], m[3]))
		}
	}
	if m := monthYear.FindStringSubmatch(cell); m != nil {
		return explain("date", "is not written as YYYY-MM", writeDate(c, m[2], m[1], ""))
	}
	if m := withTime.FindStringSubmatch(cell); m != nil {
		return explain("date", "holds a time of day", "write "+m[1])
	}
	if c.Type == graph.Month {
		return explain("month", "is not a month", "write YYYY-MM")
	}
	return explain("date", "is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD, as much as is known")
}

// either offers both readings of 3/4/2025, or the only one of 12/31/2025.
func either(c *graph.Column, m []string) string {
	american, rest := writeDate(c, m[3], m[1], m[2]), writeDate(c, m[3], m[2], m[1])
	switch {
	case american == rest, strings.HasPrefix(rest, "dates"):
		return american
	case strings.HasPrefix(american, "dates"):
		return rest
	}
	return american + " if the month comes first, or " + strings.TrimPrefix(rest, "write ")
}

func writeDate(c *graph.Column, year, month, day string) string {
	y, _ := strconv.Atoi(year)
	if len(year) == 2 {
		y += 2000
	}
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date := fitting(c, y, m, d)
	if _, err := graph.ParseDate(date); err != nil {
		return "dates are YYYY, YYYY-MM or YYYY-MM-DD"
	}
	return "write " + date
}

// fitting writes a date as the column takes it; a month or day of 0 is not known.
func fitting(c *graph.Column, year, month, day int) string {
	switch {
	case month == 0:
		return fmt.Sprintf("%04d", year)
	case day == 0 || c.Type == graph.Month:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
