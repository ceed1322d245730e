package graph

import (
	"errors"
	"fmt"
	"math"
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
	digits, places, ok := decimalShape(text)
	if !ok {
		return Number{}, ErrNotNumber
	}
	if digits <= exactDigits {
		return Number{Value: exactly(text, places), Places: int8(places), Known: true}, nil
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Number{}, ErrNotNumber
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

// exactDigits is how many decimal digits every 64-bit number keeps. So many make a whole number and a power of ten that are both
// exact, so that their quotient is the nearest number, and it prints as it was written.
const exactDigits = 15

var powersOfTen = [exactDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// exactly is the value of a decimal of at most exactDigits digits.
func exactly(text string, places int) float64 {
	whole := int64(0)
	for i := range len(text) {
		if b := text[i]; b >= '0' {
			whole = whole*10 + int64(b-'0')
		}
	}
	value := float64(whole) / powersOfTen[places]
	if text[0] == '-' {
		return -value
	}
	return value
}

// decimalShape tells whether a text is a sign or none, a whole number without leading zeros, and decimals or none; and counts all
// its digits, and those behind the point.
func decimalShape(text string) (digits, places int, ok bool) {
	i := 0
	if text[0] == '-' {
		i++
	}
	first := i
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	if digits = i - first; digits == 0 || digits > 1 && text[first] == '0' {
		return 0, 0, false
	}
	if i == len(text) {
		return digits, 0, true
	}
	if text[i] != '.' {
		return 0, 0, false
	}
	point := i
	for i++; i < len(text) && isDigit(text[i]); i++ {
	}
	places = i - point - 1
	return digits + places, places, places > 0 && i == len(text)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

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
	if _, places, ok := decimalShape(text); err != nil || !ok || places > 0 || text == "-0" {
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
	d, ok := dateShape(text)
	switch {
	case !ok:
		return Date{}, ErrNotDate
	case d.Year == 0, len(text) >= len("2006-01") && (d.Month < 1 || d.Month > 12):
		return Date{}, ErrNoSuchDay
	case len(text) == len(time.DateOnly) && (d.Day < 1 || int(d.Day) > daysIn(int(d.Year), d.Month)):
		return Date{}, ErrNoSuchDay
	}
	return d, nil
}

// dateShape takes apart a text of the form 2006, 2006-01 or 2006-01-02.
func dateShape(text string) (d Date, ok bool) {
	if n := len(text); n != len("2006") && n != len("2006-01") && n != len(time.DateOnly) {
		return Date{}, false
	}
	for i := range len(text) {
		if i == 4 || i == 7 {
			if text[i] != '-' {
				return Date{}, false
			}
		} else if !isDigit(text[i]) {
			return Date{}, false
		}
	}
	two := func(i int) int16 { return int16(text[i]-'0')*10 + int16(text[i+1]-'0') }
	d.Year = two(0)*100 + two(2)
	if len(text) > 4 {
		d.Month = uint8(two(5))
	}
	if len(text) > 7 {
		d.Day = uint8(two(8))
	}
	return d, true
}

func daysIn(year int, month uint8) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
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

// Date is the day as a cell states it.
func (d Day) Date() Date {
	t := d.time()
	return Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
}

// Year is the calendar year of the day.
func (d Day) Year() int { return d.time().Year() }

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }
