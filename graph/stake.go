package graph

// Stake is the part of a plant, 0 to 1, that the operator of a row of operates counts for: as stated, or an equal part of what the
// stated stakes leave. Stated is false where nothing says so.
func (v *View) Stake(operation int32) (part float64, stated bool) {
	rest, unstated := 1.0, 0
	rows := v.facts.Operates
	for _, row := range v.Operates.In(v.Operates.To[operation]) {
		if !v.On(v.Operates.Table, row) {
			continue
		}
		if s := rows[row].StakePercent; s.Known {
			rest -= s.Value / 100
		} else {
			unstated++
		}
	}
	if s := rows[operation].StakePercent; s.Known {
		return s.Value / 100, true
	}
	return max(rest, 0) / float64(unstated), unstated == 1 && rest == 1
}
