package neo4j

// SetOneTransaction lowers the weight above which a load is written in many transactions.
func (s *Store) SetOneTransaction(weight int) { s.oneTransaction = weight }
