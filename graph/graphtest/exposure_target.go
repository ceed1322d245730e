package graphtest

import (
	"math"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// memberOf tells how far an output lies in the target.
func (x *Exposure) memberOf(n node) membership {
	if n.kind != "output" && n.kind != "graded" {
		return membership{}
	}
	return x.inTarget(n.firm, n.item, x.made(n).plants)
}

func (x *Exposure) inTarget(firm, item string, plants []plant) membership {
	belongs := membership{1, 1, 1}
	if len(x.q.Firms) > 0 {
		belongs = x.firmAsked(firm)
	}
	if len(x.q.Items) > 0 && !x.itemAsked(item) || belongs.high == 0 || len(x.q.Owners) > 0 && !x.controlled("owners")[firm] {
		return membership{}
	}
	if len(plants) == 0 {
		plants = []plant{{tonnes: math.NaN()}}
	}
	hits, tonnes, hitTonnes := 0.0, 0.0, 0.0
	for _, p := range plants {
		tonnes += p.tonnes
		if x.placeAsked(firm, item, p.facility) {
			hits, hitTonnes = hits+1, hitTonnes+p.tonnes
		}
	}
	all := float64(len(plants))
	switch {
	case hits == 0:
		return membership{}
	case hits == all:
		return belongs
	case tonnes > 0:
		return membership{0, hitTonnes / tonnes * belongs.estimate, 1}
	}
	return membership{0, hits / all * belongs.estimate, 1}
}

// firmAsked tells how far a firm belongs to those asked about: the firms named, what those hold who state half or more, and, of several
// who may be the parent for want of a stated stake, the part that belongs.
func (x *Exposure) firmAsked(firm string) membership {
	if x.asked == nil {
		x.asked = map[string]membership{}
		for again := true; again; {
			again = false
			next := map[string]membership{}
			for _, f := range x.Firms {
				next[f.ID] = x.askedBy(f.ID)
				again = again || next[f.ID].estimate > x.asked[f.ID].estimate+1e-14 || next[f.ID].low > x.asked[f.ID].low || next[f.ID].high > x.asked[f.ID].high
			}
			x.asked = next
		}
	}
	return x.asked[firm]
}

func (x *Exposure) askedBy(firm string) membership {
	if slices.Contains(x.q.Firms, firm) {
		return membership{1, 1, 1}
	}
	var parents, certain []membership
	for _, o := range x.Owns {
		if o.Owned != firm || o.Owner == firm || !x.keeps(o.Source, o.Confidence) || o.StakePercent.Known && o.StakePercent.Value < 50 {
			continue
		}
		parents = append(parents, x.asked[o.Owner])
		if o.StakePercent.Known {
			certain = append(certain, x.asked[o.Owner])
		}
	}
	if len(parents) == 0 {
		return membership{}
	}
	all := membership{low: 1}
	for _, p := range parents {
		all.low, all.high = min(all.low, p.low), max(all.high, p.high)
		all.estimate += p.estimate / float64(len(parents))
	}
	for _, p := range certain {
		all.low, all.estimate = max(all.low, p.low), max(all.estimate, p.estimate)
	}
	return all
}

func (x *Exposure) placeAsked(firm, item, facility string) bool {
	if len(x.q.Facilities) > 0 && !slices.Contains(x.q.Facilities, facility) {
		return false
	}
	if len(x.q.Stages) > 0 && !slices.ContainsFunc(x.q.Stages, func(s string) bool {
		return x.answers(item, s) || facility != "" && string(x.plants[facility].Stage) == s
	}) {
		return false
	}
	if len(x.q.Countries) == 0 {
		return true
	}
	place := firm
	if facility != "" {
		place = facility
	}
	located := x.countryAsked(x.countryOf[place])
	switch x.q.By {
	case "OWNERSHIP":
		return x.controlled("countries")[firm]
	case "EITHER":
		return located || x.controlled("countries")[firm]
	}
	return located
}

func (x *Exposure) countryAsked(country string) bool {
	return slices.ContainsFunc(x.q.Countries, func(c string) bool {
		return c == country || slices.ContainsFunc(x.RegionMembers, func(m graph.RegionMember) bool { return m.Region == c && m.Country == country })
	})
}

// controlled lists the firms of which half or more belongs in the end to the target's owners or countries, and the firms that
// these hold.
func (x *Exposure) controlled(by string) map[string]bool {
	if x.control[by] != nil {
		return x.control[by]
	}
	marked := map[string]bool{}
	for firm, part := range x.ultimate(by) {
		if part >= 0.5-1e-9 {
			marked[firm] = true
			for _, h := range x.held(firm, true) {
				marked[h] = true
			}
		}
	}
	x.control[by] = marked
	return marked
}

// ultimate iterates whose each firm is in the end. What nobody on record holds belongs to the firm's country; so does a firm in a
// loop that nobody outside holds a part of.
func (x *Exposure) ultimate(by string) map[string]float64 {
	parts, rest := map[[2]string]float64{}, map[string]float64{}
	for _, f := range x.Firms {
		rest[f.ID] = x.stakes(f.ID, parts)
	}
	grounded := map[string]bool{}
	for range x.Firms {
		for _, f := range x.Firms {
			grounded[f.ID] = grounded[f.ID] || rest[f.ID] > 0
			for _, o := range x.Firms {
				grounded[f.ID] = grounded[f.ID] || parts[[2]string{o.ID, f.ID}] > 0 && grounded[o.ID]
			}
		}
	}
	part := map[string]float64{}
	for change := 1.0; change > 1e-14; {
		change = 0
		next := map[string]float64{}
		for _, f := range x.Firms {
			here := by == "countries" && x.countryAsked(f.Country)
			switch {
			case by == "owners" && slices.Contains(x.q.Owners, f.ID), here && !grounded[f.ID]:
				next[f.ID] = 1
			case grounded[f.ID]:
				if here {
					next[f.ID] = rest[f.ID]
				}
				for _, o := range x.Firms {
					next[f.ID] += parts[[2]string{o.ID, f.ID}] * part[o.ID]
				}
			}
			change = max(change, math.Abs(next[f.ID]-part[f.ID]))
		}
		part = next
	}
	return part
}

// stakes fills in who holds which part of a firm and gives the part that nobody on record holds.
func (x *Exposure) stakes(firm string, parts map[[2]string]float64) (rest float64) {
	var unstated []string
	stated, largest := 0.0, 0.0
	rows := slices.DeleteFunc(slices.Clone(x.Owns), func(o graph.Holding) bool { return o.Owned != firm || !x.keeps(o.Source, o.Confidence) })
	for _, o := range rows {
		if !o.StakePercent.Known {
			unstated = append(unstated, o.Owner)
			continue
		}
		stated += o.StakePercent.Value / 100
	}
	for _, o := range rows {
		part := o.StakePercent.Value / 100 / max(stated, 1)
		parts[[2]string{o.Owner, firm}] = part
		largest = max(largest, part)
	}
	if rest = 1 - min(stated, 1); rest < 1e-9 {
		rest = 0 // what decimals leave of a whole
	}
	if len(unstated) == 0 || largest >= 0.5 {
		return rest
	}
	for _, owner := range unstated {
		parts[[2]string{owner, firm}] = rest / float64(len(unstated))
	}
	return 0
}

// targetShare is the part of a publication that falls to the target. Firms, owners and plants take their plants' capacity over the
// world total of the item's own publication; NaN where either is not stated.
func (x *Exposure) targetShare(p publication, item string) float64 {
	share := 0.0
	if len(x.q.Firms)+len(x.q.Owners)+len(x.q.Facilities) == 0 {
		for _, r := range p.rows {
			if len(x.q.Countries) == 0 || x.countryAsked(r.Country) {
				share += r.SharePercent.Value / 100
			}
		}
		return min(share, 1)
	}
	tonnes := 0.0
	for _, r := range p.rows {
		if r.Tonnes.Known && r.SharePercent.Value > 0 {
			tonnes, share = tonnes+r.Tonnes.Value, share+r.SharePercent.Value/100
		}
	}
	capacity := x.targetCapacity(item)
	if p.of != item || tonnes == 0 || math.IsNaN(capacity) {
		return math.NaN()
	}
	return min(1, capacity*share/tonnes)
}

func (x *Exposure) targetCapacity(item string) float64 {
	total, stated := 0.0, false
	for _, f := range x.Facilities {
		makes := slices.ContainsFunc(x.Produces, func(p graph.Production) bool { return p.Facility == f.ID && p.Item == item && x.makes(p) })
		hit := slices.ContainsFunc(x.Operates, func(o graph.Operation) bool {
			return o.Facility == f.ID && x.keeps(o.Source, o.Confidence) && x.inTarget(o.Firm, item, []plant{{f.ID, math.NaN()}}).high > 0
		})
		if tonnes := x.capacity(f.ID, item); makes && hit && !math.IsNaN(tonnes) {
			total, stated = total+tonnes, true
		}
	}
	if !stated {
		return math.NaN()
	}
	return total
}
