package chokepoint

import "slices"

// keeping is a product as something that losses stop: at most so much is left of it.
type keeping struct {
	*left
	roots      []int32
	below      float64
	candidates []int32 // those given up first stand first
	most       int     // links looked at, after which no more is given up
	kept       []int32
}

func (k *keeping) lose(loss int32) { k.left.lose(loss) }
func (k *keeping) stopped() bool   { return leastOf(k.left, k.roots) <= k.below }
func (k *keeping) work() int       { return k.visited }

// support gives up as many losses as the product can do without, by halves; those that are left keep it going.
func (k *keeping) support(protected, into []int32) []int32 {
	k.kept = k.kept[:0]
	for _, c := range k.candidates {
		if protected[c] == 0 {
			k.kept = append(k.kept, c)
		}
	}
	before := len(k.marks)
	into = k.giveUp(k.kept, into)
	for len(k.marks) > before {
		k.restore()
	}
	slices.Sort(into)
	return into
}

func (k *keeping) giveUp(losses, into []int32) []int32 {
	if len(losses) == 0 {
		return into
	}
	if k.visited > k.most {
		return append(into, losses...)
	}
	k.left.lose(losses...)
	if !k.stopped() {
		return into
	}
	k.restore()
	if len(losses) == 1 {
		return append(into, losses[0])
	}
	half := len(losses) / 2
	return k.giveUp(losses[half:], k.giveUp(losses[:half], into))
}
