package check

import (
	"fmt"
	"slices"
	"strings"
)

// members checks that regions and groups have members. WORLD has none, nor has a group whose note begins with "No fixed
// members".
func (c *checker) members() {
	if c.read("region_members") {
		members := map[string][]string{}
		for i := range c.facts.RegionMembers {
			m := &c.facts.RegionMembers[i]
			members[m.Region] = append(members[m.Region], m.Country)
		}
		for i := range c.facts.Regions {
			r := &c.facts.Regions[i]
			switch {
			case r.ID == "WORLD" || !capitals(r.ID):
			case len(members[r.ID]) == 0:
				c.error("regions", r.Line, "no-members", fmt.Sprintf("%q has no row in region_members.csv", r.ID),
					"list its countries there; only WORLD needs none", "id")
			case r.ID == "EU":
				c.europeanUnion(r.Line, members[r.ID])
			}
		}
	}
	if c.read("item_group_members") {
		members := map[string]bool{}
		for i := range c.facts.ItemGroupMembers {
			members[c.facts.ItemGroupMembers[i].Group] = true
		}
		for i := range c.facts.ItemGroups {
			g := &c.facts.ItemGroups[i]
			if g.ID != "" && !members[g.ID] && !strings.HasPrefix(strings.ToLower(g.Note), "no fixed members") {
				c.error("item_groups", g.Line, "no-members", fmt.Sprintf("%q has no row in item_group_members.csv", g.ID),
					"list its items there; a group that is a rule says \"No fixed members\" at the start of its note", "id", "note")
			}
		}
	}
}

// unionMembers are the member states of the European Union since 2020-02-01.
const unionMembers = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"

func (c *checker) europeanUnion(line int32, members []string) {
	union := strings.Fields(unionMembers)
	var lacks, extra []string
	for _, country := range union {
		if !slices.Contains(members, country) {
			lacks = append(lacks, country)
		}
	}
	for _, country := range members {
		if country != "" && !slices.Contains(union, country) {
			extra = append(extra, country)
		}
	}
	var what []string
	if len(lacks) > 0 {
		what = append(what, "lack "+strings.Join(lacks, ", "))
	}
	if len(extra) > 0 {
		what = append(what, "should not hold "+strings.Join(extra, ", "))
	}
	if len(what) > 0 {
		c.error("regions", line, "eu-members", "the members of EU in region_members.csv "+strings.Join(what, " and "),
			"EU stands for the 27 member states; give another union another id", "id")
	}
}
