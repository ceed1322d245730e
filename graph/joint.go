package graph

// IsJoint tells whether a row of feeds takes one of several products out of a mixed input: ore, mixed compounds, scrap, or an oxide
// split into oxides. What such an input holds is not what its product holds. Rows of lump items are not joint.
func (s *Snapshot) IsJoint(feed int32) bool {
	input := s.Feeds.From[feed]
	switch form := s.ItemForm(input); {
	case s.IsLump(input):
		return false
	case s.IsScrap(input), form == FormOreConcentrate, form == FormMixedCompound:
		return true
	default:
		return form == FormOxide && s.ItemForm(s.Feeds.To[feed]) == FormOxide
	}
}

// UnitOf is what one unit of an item is counted in: kilograms for elements and materials; empty for technology and services.
func (s *Snapshot) UnitOf(item Node) Unit {
	if c := s.Component(item); c != nil {
		return c.Unit
	}
	if p := s.Product(item); p != nil {
		return p.Unit
	}
	return UnitKg
}
