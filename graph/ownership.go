package graph

import "slices"

// ControlStake is the stake, in percent, from which a holding counts as control.
const ControlStake = 50

// HeldFirm is a firm of a group, with the rows of owns on the way to it.
type HeldFirm struct {
	Firm     Node
	Rows     []RowRef
	Unstated bool // no chain of stated stakes leads to it
}

// Held lists the firms that a firm holds at 50 % or more, or at an unstated stake, through any chain: first those that chains of
// stated stakes lead to, then those that only an unstated stake adds, breadth first. The firm itself is not among them.
func (v *View) Held(firm Node) []HeldFirm {
	var held []HeldFirm
	seen := map[Node]bool{firm: true}
	follow := func(at HeldFirm, unstated bool) {
		for _, row := range v.Owns.Out(at.Firm) {
			stake, to := v.facts.Owns[row].StakePercent, v.Owns.To[row]
			control := stake.Known && stake.Value >= ControlStake || !stake.Known && unstated
			if seen[to] || !control || !v.On(v.Owns.Table, row) {
				continue
			}
			seen[to] = true
			held = append(held, HeldFirm{Firm: to, Rows: append(slices.Clip(at.Rows), v.Owns.Row(row)), Unstated: unstated})
		}
	}
	for _, unstated := range []bool{false, true} {
		follow(HeldFirm{Firm: firm}, unstated)
		for i := 0; i < len(held); i++ {
			follow(held[i], unstated)
		}
	}
	return held
}

// belonging tells how far firms belong to some firms: those named wholly, the others as far as they are held. Who states at least
// 50 % holds a firm for sure. Of the holders that state no stake, beside others like them or one of 50 %, only one can have the
// majority: a firm belongs by its unstated holders surely when all who may be its parent belong, else possibly, each as likely as another.
func (v *View) belonging(named []Node) map[Node]Membership {
	belongs := map[Node]Membership{}
	var held []Node
	for _, f := range named {
		belongs[f] = Membership{1, 1, 1}
	}
	for _, f := range named {
		for _, h := range v.Held(f) {
			if belongs[h.Firm].High == 0 {
				belongs[h.Firm] = Membership{High: 1}
				held = append(held, h.Firm)
			}
		}
	}
	for change := 1.0; change > 1e-13; {
		change = 0
		for _, f := range held {
			m := v.heldBy(f, belongs)
			change = max(change, m.Low-belongs[f].Low, m.Estimate-belongs[f].Estimate)
			belongs[f] = m
		}
	}
	return belongs
}

// heldBy weighs all who may be the parent of a firm by how far they belong.
func (v *View) heldBy(firm Node, belongs map[Node]Membership) Membership {
	low, estimate := 1.0, 0.0
	sure := Membership{High: 1}
	parents := 0.0
	for _, row := range v.Owns.In(firm) {
		stake, from := v.facts.Owns[row].StakePercent, v.Owns.From[row]
		if from == firm || !v.On(v.Owns.Table, row) || stake.Known && stake.Value < ControlStake {
			continue
		}
		m := belongs[from]
		if stake.Known {
			sure.Low, sure.Estimate = max(sure.Low, m.Low), max(sure.Estimate, m.Estimate)
		}
		low, estimate, parents = min(low, m.Low), estimate+m.Estimate, parents+1
	}
	return Membership{max(sure.Low, low), max(sure.Estimate, estimate/parents), 1}
}

// Controllers solves who controls each firm in the end. Stakes are followed through every chain and loop: the part of a
// firm that a country (or firm) holds is the sum over its owners of their stake times that country's part of the owner; what
// no owner on record holds belongs to the firm's own country. A holder with an unstated stake, where no stated stake
// reaches 50 %, is taken to hold what the stated stakes leave, in equal parts.
//
// The system is linear; it is solved by sweeps until the largest change is below 1e-13. A closed loop that nobody outside
// holds converges to nothing and is given to the countries of its own firms.
type Controllers struct {
	view  *View
	owner [][]stake // by firm index
	rest  []float64 // by firm index: the part no owner on record holds
}

type stake struct {
	owner    Node
	part     float64
	unstated bool
}

// NewControllers reads the holdings of a view.
func NewControllers(v *View) *Controllers {
	first, end := v.Range(KindFirm)
	c := &Controllers{view: v, owner: make([][]stake, end-first), rest: make([]float64, end-first)}
	for f := first; f < end; f++ {
		c.owner[f-first], c.rest[f-first] = v.stakes(f)
	}
	return c
}

func (v *View) stakes(firm Node) (owners []stake, rest float64) {
	stated, unstated := 0.0, 0
	for _, row := range v.Owns.In(firm) {
		if !v.On(v.Owns.Table, row) {
			continue
		}
		s := v.facts.Owns[row].StakePercent
		owners = append(owners, stake{owner: v.Owns.From[row], part: s.Value / 100, unstated: !s.Known})
		stated += s.Value / 100
		if !s.Known {
			unstated++
		}
	}
	if stated > 1 {
		for i := range owners {
			owners[i].part /= stated
		}
		stated = 1
	}
	if rest = 1 - stated; rest < 1e-9 {
		rest = 0 // what decimals leave of a whole
	}
	if unstated > 0 && !slices.ContainsFunc(owners, func(s stake) bool { return s.part >= ControlStake/100.0 }) {
		for i := range owners {
			if owners[i].unstated {
				owners[i].part = rest / float64(unstated)
			}
		}
		rest = 0
	}
	return owners, rest
}

// Part solves the part of each firm, by firm index, that belongs in the end to one side: a firm for which whole is true
// belongs to it wholly, and what no owner on record holds of a firm belongs to it where rest is true of that firm.
func (c *Controllers) Part(whole, rest func(firm Node) bool) []float64 {
	first, _ := c.view.Range(KindFirm)
	grounded := c.grounded()
	part := make([]float64, len(c.owner))
	value := func(i int) float64 {
		f := first + Node(i)
		if whole(f) {
			return 1
		}
		x := 0.0
		if rest(f) {
			x = c.rest[i]
			if !grounded[i] {
				return 1
			}
		}
		if !grounded[i] {
			return 0
		}
		for _, s := range c.owner[i] {
			x += s.part * part[s.owner-first]
		}
		return x
	}
	for change := 1.0; change > 1e-13; {
		change = 0
		for i := range part {
			x := value(i)
			change = max(change, abs(x-part[i]))
			part[i] = x
		}
	}
	return part
}

// grounded tells which firms somebody outside holds in part, through any chain; the others form closed loops.
func (c *Controllers) grounded() []bool {
	first, _ := c.view.Range(KindFirm)
	grounded := make([]bool, len(c.owner))
	for again := true; again; {
		again = false
		for i := range c.owner {
			if grounded[i] {
				continue
			}
			ok := c.rest[i] > 0 || len(c.owner[i]) == 0
			for _, s := range c.owner[i] {
				ok = ok || s.part > 0 && grounded[s.owner-first]
			}
			if ok {
				grounded[i], again = true, true
			}
		}
	}
	return grounded
}

// CountryOf is the country, or region, of a firm or facility.
func (s *Snapshot) CountryOf(n Node) Node {
	key := ""
	if f := s.Firm(n); f != nil {
		key = f.Country
	} else if f := s.Facility(n); f != nil {
		key = f.Country
	}
	country, ok := s.byKey.find(key)
	if !ok {
		return NoNode
	}
	return country
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
