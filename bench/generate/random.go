package generate

import "math/bits"

// random is splitmix64 (Steele, Lea and Flood 2014), in integers alone.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below draws from 0 to n-1.
func (r *random) below(n int) int {
	high, _ := bits.Mul64(r.next(), uint64(n))
	return int(high)
}

// skewed draws from 0 to n-1, the low ones more often: n times the power of an even draw from 0 to 1.
func (r *random) skewed(n, power int) int {
	u := r.next()
	x := u
	for range power - 1 {
		x, _ = bits.Mul64(x, u)
	}
	high, _ := bits.Mul64(x, uint64(n))
	return int(high)
}

// pick draws an index by weights that add to 1,000.
func (r *random) pick(weights []int) int {
	x := r.below(1000)
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}

func (r *random) permutation(n int) []int32 {
	p := make([]int32, n)
	for i := range p {
		p[i] = int32(i)
	}
	for i := n - 1; i > 0; i-- {
		j := r.below(i + 1)
		p[i], p[j] = p[j], p[i]
	}
	return p
}
