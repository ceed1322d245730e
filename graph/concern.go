package graph

// refinedForms are the forms in which an element is traded by itself. Alloys and magnets are things of their own.
var refinedForms = map[Form]bool{FormOxide: true, FormCompound: true, FormMetal: true, FormTarget: true}

// Concerning marks, by node, what a row may name to concern one of the things asked about: these themselves;
//
//   - for an item its grades, its classes, and the groups that hold one of these; an element stands for the oxides, compounds, metals
//     and targets that are made of it, too;
//   - for a group its members and their grades;
//   - for a country the regions it is in, and for a region its countries.
//
// Nothing asked about is nil: everything concerns it. It does not depend on a view, since it is a matter of identity. It costs the
// nodes, and the links of those asked about.
func (s *Snapshot) Concerning(about []Node) []bool {
	if len(about) == 0 {
		return nil
	}
	set := make([]bool, s.Nodes())
	for _, n := range about {
		set[n] = true
		switch s.KindOf(n) {
		case KindItemGroup:
			for _, row := range s.Members.Out(n) {
				member := s.Members.To[row]
				set[member] = true
				mark(set, s.below[member])
			}
		case KindCountry:
			for _, row := range s.Regions.In(n) {
				set[s.Regions.From[row]] = true
			}
		case KindRegion:
			for _, row := range s.Regions.Out(n) {
				set[s.Regions.To[row]] = true
			}
		}
		if s.IsItem(n) {
			for _, item := range s.refined(n) {
				s.markItem(set, item)
			}
		}
	}
	return set
}

// markItem marks an item, its grades, its classes, and the groups that hold one of these.
func (s *Snapshot) markItem(set []bool, item Node) {
	for _, related := range [][]Node{{item}, s.below[item], s.above[item]} {
		mark(set, related)
		for _, n := range related {
			for _, row := range s.Members.In(n) {
				set[s.Members.From[row]] = true
			}
		}
	}
}

func mark(set []bool, nodes []Node) {
	for _, n := range nodes {
		set[n] = true
	}
}

// refined lists an item and, for an element, what is made of it in one of the refined forms, step by step.
func (s *Snapshot) refined(item Node) []Node {
	list := []Node{item}
	if !s.Is(item, KindElement) {
		return list
	}
	seen := map[Node]bool{item: true}
	for i := 0; i < len(list); i++ {
		for _, row := range s.Feeds.Out(list[i]) {
			if to := s.Feeds.To[row]; !seen[to] && refinedForms[s.ItemForm(to)] {
				seen[to] = true
				list = append(list, to)
			}
		}
	}
	return list
}
