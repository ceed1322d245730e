package check

import (
	"fmt"

	"github.com/lodestone-graph/lodestone/graph"
)

// amounts checks pairs of ends and rows that state nothing.
func (c *checker) amounts() {
	for i := range c.facts.LeadTimes {
		l := &c.facts.LeadTimes[i]
		c.days("lead_times", l.Line, l.DaysLow, l.DaysHigh)
		if !l.DaysLow.Known && !l.DaysHigh.Known {
			c.error("lead_times", l.Line, "no-amount", "no number of days is given", "give days_low, days_high or both", "days_low", "days_high")
		}
	}
	for i := range c.facts.Stocks {
		s := &c.facts.Stocks[i]
		c.days("stocks", s.Line, s.DaysLow, s.DaysHigh)
		if !s.DaysLow.Known && !s.DaysHigh.Known && !s.Tonnes.Known {
			c.error("stocks", s.Line, "no-amount", "neither days nor tonnes are given", "give one of them, or remove the row", "days_low", "days_high", "tonnes")
		}
	}
	for i := range c.facts.LicenceTypes {
		t := &c.facts.LicenceTypes[i]
		if t.TypicalDaysLow.Known && t.TypicalDaysHigh.Known && t.TypicalDaysLow.Value > t.TypicalDaysHigh.Value {
			c.error("licence_types", t.Line, "low-above-high", fmt.Sprintf("typical_days_low %s is above typical_days_high %s",
				t.TypicalDaysLow.Text(), t.TypicalDaysHigh.Text()), "exchange the two", "typical_days_low", "typical_days_high")
		}
	}
	for i := range c.facts.MarketShares {
		m := &c.facts.MarketShares[i]
		c.shareOrTonnes("market_shares", m.Line, m.SharePercent, m.Tonnes)
	}
	for i := range c.facts.MarketProjections {
		m := &c.facts.MarketProjections[i]
		c.shareOrTonnes("market_projections", m.Line, m.SharePercent, m.Tonnes)
	}
	c.licenceCounts()
}

func (c *checker) days(table string, line int32, low, high graph.Number) {
	if low.Known && high.Known && low.Value > high.Value {
		c.error(table, line, "low-above-high", fmt.Sprintf("days_low %s is above days_high %s", low.Text(), high.Text()), "exchange the two", "days_low", "days_high")
	}
}

func (c *checker) shareOrTonnes(table string, line int32, share, tonnes graph.Number) {
	if !share.Known && !tonnes.Known {
		c.error(table, line, "no-amount", "neither a share nor tonnes are given", "give one of them, or remove the row", "share_pct", "tonnes")
	}
}

func (c *checker) licenceCounts() {
	for i := range c.facts.LicenceStatistics {
		s := &c.facts.LicenceStatistics[i]
		if sum := s.Approved.Value + s.Rejected.Value + s.Pending.Value; s.Applied.Known && sum > s.Applied.Value {
			c.error("licence_statistics", s.Line, "more-than-applied",
				fmt.Sprintf("approved, rejected and pending add up to %d, more than the %d applied", sum, s.Applied.Value),
				"are counts of different days mixed?", "applied", "approved", "rejected", "pending")
		}
	}
}
