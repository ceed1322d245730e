package graph

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"time"
)

// Row says where a fact was read. The file is the name of its table; Line is the 1-based line on which the row starts.
type Row struct {
	Line int32
}

// Number is a decimal cell. The zero value is an empty cell: unknown, never zero. Places keeps the decimals that were
// written, so that a number prints as it was read.
type Number struct {
	Value  float64
	Places int8
	Known  bool
}

// Integer is a whole-number cell; the zero value is unknown.
type Integer struct {
	Value int32
	Known bool
}

// Truth is a true-or-false cell; empty is unknown.
type Truth string

// The values of Truth.
const (
	True  Truth = "true"
	False Truth = "false"
)

// Values lists the words allowed in a file.
func (Truth) Values() []string { return []string{"true", "false"} }

// Date is a day, a month (Day 0) or a year (Month 0 too); the zero value is unknown.
type Date struct {
	Year  int16
	Month uint8
	Day   uint8
}

// Day counts days since 1970-01-01.
type Day int32

// The first and the last day that a Date can stand for when nothing bounds it.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

var (
	numberShape  = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?$`)
	integerShape = regexp.MustCompile(`^-?(0|[1-9]\d*)$`)
	dateShape    = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)
)

// Reasons why a cell does not parse. The loader turns them into advice.
var (
	ErrNotNumber  = errors.New("not a plain number")
	ErrNotInteger = errors.New("not a whole number")
	ErrPrecision  = errors.New("more digits than a 64-bit number keeps")
	ErrNotDate    = errors.New("not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
	ErrNoSuchDay  = errors.New("no such day in the calendar")
)

// ParseNumber reads a decimal with a point and no thousands mark. An empty text is unknown. A number that would not print
// back as it was written is refused with ErrPrecision.
func ParseNumber(text string) (Number, error) {
	if text == "" {
		return Number{}, nil
	}
	if !numberShape.MatchString(text) {
		return Number{}, ErrNotNumber
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Number{}, ErrNotNumber
	}
	places := 0
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == '.' {
			places = len(text) - 1 - i
			break
		}
	}
	if places > math.MaxInt8 {
		return Number{}, ErrPrecision
	}
	n := Number{Value: value, Places: int8(places), Known: true}
	if n.Text() != text {
		return Number{}, ErrPrecision
	}
	return n, nil
}

// Text prints the number as it was written.
func (n Number) Text() string {
	if !n.Known {
		return ""
	}
	return strconv.FormatFloat(n.Value, 'f', int(n.Places), 64)
}

// ParseInteger reads a whole number; an empty text is unknown.
func ParseInteger(text string) (Integer, error) {
	if text == "" {
		return Integer{}, nil
	}
	value, err := strconv.ParseInt(text, 10, 32)
	if err != nil || !integerShape.MatchString(text) || text == "-0" {
		return Integer{}, ErrNotInteger
	}
	return Integer{Value: int32(value), Known: true}, nil
}

// Text prints the number as it was written.
func (n Integer) Text() string {
	if !n.Known {
		return ""
	}
	return strconv.Itoa(int(n.Value))
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD; an empty text is unknown.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	m := dateShape.FindStringSubmatch(text)
	if m == nil {
		return Date{}, ErrNotDate
	}
	year, _ := strconv.Atoi(m[1])
	d := Date{Year: int16(year)}
	if m[2] != "" {
		month, _ := strconv.Atoi(m[2])
		d.Month = uint8(month)
		if month < 1 || month > 12 {
			return Date{}, ErrNoSuchDay
		}
	}
	if m[3] != "" {
		day, _ := strconv.Atoi(m[3])
		if t := time.Date(year, time.Month(d.Month), day, 0, 0, 0, 0, time.UTC); day < 1 || t.Day() != day {
			return Date{}, ErrNoSuchDay
		}
		d.Day = uint8(day)
	}
	if year == 0 {
		return Date{}, ErrNoSuchDay
	}
	return d, nil
}

// Known tells whether the cell held a date.
func (d Date) Known() bool { return d.Year != 0 }

// Exact tells whether the date names one day.
func (d Date) Exact() bool { return d.Day != 0 }

// Text prints the date as it was written.
func (d Date) Text() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// First is the first day of the date's year or month, or its day; MinDay when unknown.
func (d Date) First() Day {
	if d.Year == 0 {
		return MinDay
	}
	return NewDay(int(d.Year), max(int(d.Month), 1), max(int(d.Day), 1))
}

// Last is the last day of the date's year or month, or its day; MaxDay when unknown.
func (d Date) Last() Day {
	switch {
	case d.Year == 0:
		return MaxDay
	case d.Month == 0:
		return NewDay(int(d.Year), 12, 31)
	case d.Day == 0:
		return NewDay(int(d.Year), int(d.Month)+1, 0)
	}
	return d.First()
}

// NewDay is the day of a calendar date; months and days out of range carry over as in time.Date.
func NewDay(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads YYYY-MM-DD.
func ParseDay(text string) (Day, error) {
	d, err := ParseDate(text)
	if err != nil {
		return 0, err
	}
	if !d.Exact() {
		return 0, ErrNotDate
	}
	return d.First(), nil
}

// String prints the day as YYYY-MM-DD.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

// Year is the calendar year of the day.
func (d Day) Year() int { return d.time().Year() }

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }
