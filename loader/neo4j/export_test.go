package neo4j

// SetOneTransaction lowers the weight above which a load is written in many transactions.
func (s *Store) SetOneTransaction(weight int) { s.sizes.oneTransaction = weight }

// SetRanges lowers how many rows a record of a read carries.
func (s *Store) SetRanges(nodes, relations int64) {
	s.sizes.nodesPerRange, s.sizes.relationsPerRange = nodes, relations
}

// ModelNames lists labels as in a pattern, relationship types as in one, and the tables.
func ModelNames() []string {
	var names []string
	for _, n := range theModel().nodes {
		names = append(names, "`"+n.labels[1:]+"`", n.table.Name)
	}
	for _, v := range theModel().verbs {
		names = append(names, "-[:"+v.name)
		if v.table != nil {
			names = append(names, v.table.Name)
		}
	}
	return names
}
