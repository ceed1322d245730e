package chokepoint

// lossSet is a set of losses as a key: their numbers from 1, ascending, and zeros.
type lossSet [MaxCut]int32

func newLossSet(set []int32) lossSet {
	var key lossSet
	for i, loss := range set {
		key[i] = loss + 1
	}
	return key
}

func (k lossSet) list() []int32 {
	var set []int32
	for _, loss := range k {
		if loss > 0 {
			set = append(set, loss-1)
		}
	}
	return set
}

// anyPart tells whether something holds for a set or any part of it.
func anyPart(set []int32, holds func(part lossSet) bool) bool {
	for bits := 1; bits < 1<<len(set); bits++ {
		var part []int32
		for i, loss := range set {
			if bits>>i&1 == 1 {
				part = append(part, loss)
			}
		}
		if holds(newLossSet(part)) {
			return true
		}
	}
	return false
}
