package check

import "fmt"

// firms checks the rows that join firms: supplies, licences, listed entities, sizes.
func (c *checker) firms() {
	horizon := c.newestYear()
	for i := range c.facts.Supplies {
		s := &c.facts.Supplies[i]
		if s.Supplier == s.Buyer && s.Supplier != "" {
			c.error("supplies", s.Line, "supplies-itself", fmt.Sprintf("%q supplies itself", s.Supplier),
				"what a firm makes for itself belongs in makes.csv or produces.csv", "buyer", "supplier")
		}
		if s.Status == "ACTIVE" && s.End.Known() && s.End.Year < horizon {
			c.error("supplies", s.Line, "active-but-ended", fmt.Sprintf("the supply is ACTIVE but ended %s; the newest source is of %d", s.End.Text(), horizon),
				"write ENDED, or mend the end", "status", "end")
		}
	}
	for i := range c.facts.Licences {
		if l := &c.facts.Licences[i]; l.Holder == "" && l.Customer == "" {
			c.error("licences", l.Line, "licence-without-firm", "neither holder nor customer is named",
				"name one; for a firm that is not named use an aggregate firm such as \"EU firms not named\"", "holder", "customer")
		}
	}
	countries := map[string]string{}
	for i := range c.facts.Firms {
		countries[c.facts.Firms[i].ID] = c.facts.Firms[i].Country
	}
	for i := range c.facts.ListedEntities {
		e := &c.facts.ListedEntities[i]
		if country := countries[e.Entity]; c.ids.of(country).table != nil && c.ids.of(e.Country).table != nil && country != e.Country {
			c.error("listed_entities", e.Line, "country-differs", fmt.Sprintf("%q is listed for %s, but firms.csv has it in %s", e.Entity, e.Country, country),
				"mend one of the two", "country", "entity")
		}
	}
	for i := range c.facts.FirmSizes {
		if s := &c.facts.FirmSizes[i]; !s.RevenueMillionUSD.Known && !s.Employees.Known {
			c.error("firm_sizes", s.Line, "no-amount", "neither revenue nor staff is given", "give one of them, or remove the row", "revenue_musd", "employees")
		}
	}
	c.stockHolders()
}

// newestYear is the year of the newest source: what the release knows of the present.
func (c *checker) newestYear() int16 {
	var newest int16
	for i := range c.facts.Sources {
		newest = max(newest, c.facts.Sources[i].Published.Year)
	}
	return newest
}

// stockHolders checks that the holder of a stock is of the kind that the row says.
func (c *checker) stockHolders() {
	if !c.read("firms", "countries", "regions") {
		return
	}
	firms, places := map[string]bool{}, map[string]bool{"": true}
	for i := range c.facts.Firms {
		firms[c.facts.Firms[i].ID] = true
	}
	for i := range c.facts.Countries {
		places[c.facts.Countries[i].ID] = true
	}
	for i := range c.facts.Regions {
		places[c.facts.Regions[i].ID] = true
	}
	for i := range c.facts.Stocks {
		s := &c.facts.Stocks[i]
		var advice string
		switch {
		case s.HolderKind == "FIRM" && !firms[s.Holder]:
			advice = "the holder of a FIRM stock is an id in firms.csv"
		case s.HolderKind == "COUNTRY" && (s.Holder == "" || !places[s.Holder]):
			advice = "the holder of a COUNTRY stock is an id in countries.csv or regions.csv"
		case s.HolderKind == "INDUSTRY" && !places[s.Holder]:
			advice = "the holder of an INDUSTRY stock is its country or region; empty means everywhere"
		default:
			continue
		}
		if s.Holder != "" && !firms[s.Holder] && !places[s.Holder] {
			continue // an unknown id, already reported
		}
		c.error("stocks", s.Line, "holder-kind", fmt.Sprintf("holder %q does not fit holder_kind %s", s.Holder, s.HolderKind), advice, "holder", "holder_kind")
	}
}
