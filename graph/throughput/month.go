package throughput

import "github.com/lodestone-graph/lodestone/graph"

// Month counts months from year 0.
type Month int

// MonthOf is the month of a day.
func MonthOf(d graph.Day) Month { return monthOf(d.Date()) }

func monthOf(d graph.Date) Month { return Month(int(d.Year)*12 + int(d.Month) - 1) }

// Date is the month as a cell states it.
func (m Month) Date() graph.Date { return graph.Date{Year: int16(m / 12), Month: uint8(m%12) + 1} }

// First is its first day.
func (m Month) First() graph.Day { return m.Date().First() }

// Days is how many days it has.
func (m Month) Days() int { return int((m + 1).First() - m.First()) }

// daysOfMonth is a month's mean number of days, which turns days of need into months of need.
const daysOfMonth = 365.25 / 12
