package graph

import (
	"errors"
	"slices"
	"strings"
)

// ControlChange sets what export controls are, whatever the record says, from one day to another. Of several changes that speak of a
// control on a day, the last holds; on other days the record does.
type ControlChange struct {
	Controls []Node
	InForce  bool // in force, or suspended
	From     Day
	Until    Day // the last day; MaxDay: open
}

// LicenceChange grants a licence that is not on record, or moves the end of one that is; exactly one of its parts is set.
type LicenceChange struct {
	Grant *GrantedLicence
	End   *LicenceEnd
}

// GrantedLicence is a licence that is not on record.
type GrantedLicence struct {
	Holder, Customer Node // firms; NoNode: not named
	Type             Node
	Item             Node // an item or group; NoNode: every item
	From, Until      Day  // its first and last day; MaxDay: open
}

// LicenceEnd makes a day the last one of a licence on record, earlier or later than on record.
type LicenceEnd struct {
	Licence Node
	Last    Day
}

// Reasons why an edit of the law is refused.
var (
	ErrEditControl = errors.New("a control edit names one control or more, and does not end before it begins")
	ErrEditLicence = errors.New("a licence edit grants a licence of a type, to firms, for an item or group, that does not end before it begins; or it ends a licence on record")
)

func (c *ControlChange) clone() *ControlChange {
	out := *c
	out.Controls = slices.Clone(c.Controls)
	return &out
}

func (c *LicenceChange) clone() *LicenceChange {
	out := *c
	if c.Grant != nil {
		grant := *c.Grant
		out.Grant = &grant
	}
	if c.End != nil {
		end := *c.End
		out.End = &end
	}
	return &out
}

func (v *View) checkControl(c *ControlChange) error {
	known := func(n Node) bool { return v.Is(n, KindControl) }
	if len(c.Controls) == 0 || c.Until < c.From || slices.ContainsFunc(c.Controls, func(n Node) bool { return !known(n) }) {
		return ErrEditControl
	}
	return nil
}

func (v *View) checkLicence(c *LicenceChange) error {
	if (c.Grant == nil) == (c.End == nil) {
		return ErrEditParts
	}
	if c.End != nil {
		if !v.Is(c.End.Licence, KindLicence) {
			return ErrEditLicence
		}
		return nil
	}
	g := c.Grant
	firm := func(n Node) bool { return n == NoNode || v.Is(n, KindFirm) }
	goods := g.Item == NoNode || v.IsItem(g.Item) || v.Is(g.Item, KindItemGroup)
	if !firm(g.Holder) || !firm(g.Customer) || !v.Is(g.Type, KindLicenceType) || !goods || g.Until < g.From {
		return ErrEditLicence
	}
	return nil
}

// spellLaw spells an edit of the law canonically.
func (v *View) spellLaw(b *strings.Builder, e *Edit) {
	day := func(d Day) string {
		if d == MaxDay || d == MinDay {
			return ""
		}
		return d.String()
	}
	key := func(n Node) string {
		if n == NoNode {
			return ""
		}
		return v.Key(n)
	}
	var name string
	var parts []string
	switch {
	case e.Control != nil:
		state := "SUSPENDED"
		if e.Control.InForce {
			state = "IN_FORCE"
		}
		keys := slices.Sorted(slices.Values(v.Keys(e.Control.Controls)))
		name, parts = "control", []string{strings.Join(slices.Compact(keys), "+"), state, day(e.Control.From), day(e.Control.Until)}
	case e.Licence.End != nil:
		name, parts = "end", []string{key(e.Licence.End.Licence), day(e.Licence.End.Last)}
	default:
		g := e.Licence.Grant
		name, parts = "grant", []string{key(g.Holder), key(g.Customer), key(g.Type), key(g.Item), day(g.From), day(g.Until)}
	}
	b.WriteString(name + "(" + strings.Join(parts, ",") + ");")
}
