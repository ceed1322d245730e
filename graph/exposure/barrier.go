package exposure

import (
	"cmp"
	"slices"

	"github.com/lodestone-graph/lodestone/graph"
)

// Barrier is a link over the border, on the chains of a part, that counts.
type Barrier struct {
	Tier int // sales from the part: 1 is its own seller
	Shipment
	To []graph.Node // where it may be delivered; the country with the border is none of them
	Hit
}

// Line works out the dependence of a part that is a line, or stands for a choice of inputs, as if no firm belonged to the target.
func (a *Answer) Line(part int32) Line {
	var l Line
	a.line(&l, part, a.solution.Values(part), reach{a.certain[part], a.possible[part]})
	l.Direct = (&firstTier{Answer: a}).share(part)
	return l
}

// Barriers lists the links over the border that count and that chains of a part pass first, nearest first, then in the order of sellers,
// items and buyers, for an answer of AskBorder. It looks at most nodes of the network, and tells whether those were all.
func (a *Answer) Barriers(part int32, most int) (found []Barrier, complete bool) {
	seen := map[int32]bool{}
	for open, next, tier := []int32{part}, []int32(nil), 0; len(open) > 0; open, next, tier = next, nil, tier+1 {
		for len(open) > 0 { // links within a firm are 0 long: the list grows
			n := open[len(open)-1]
			if open = open[:len(open)-1]; seen[n] {
				continue
			}
			if len(seen) >= most {
				return sorted(found, a.Network.View), false
			}
			seen[n] = true
			for _, t := range a.system.equations[n].terms {
				hop := tier
				if t.link&sale != 0 {
					hop++
				}
				switch b, ok := a.barrier(t.node, hop); {
				case t.link&silent != 0 || seen[t.node]:
				case ok:
					found, seen[t.node] = append(found, b), true
				case hop > tier:
					next = append(next, t.node)
				default:
					open = append(open, t.node)
				}
			}
		}
	}
	return sorted(found, a.Network.View), true
}

// barrier tells whether a node is a link over the border that counts.
func (a *Answer) barrier(n int32, tier int) (Barrier, bool) {
	if int(n) < len(a.Network.Parts) || a.memberAt[n] == 0 {
		return Barrier{}, false
	}
	i, _ := slices.BinarySearchFunc(a.crossings, n, func(c crossing, n int32) int { return cmp.Compare(c.node, n) })
	c := &a.crossings[i]
	s := a.Network.Sold(c.line, c.supplier, c.output)
	to := slices.DeleteFunc(slices.Clone(c.to), func(to graph.Node) bool { return to == a.border.Country })
	return Barrier{Tier: tier, Shipment: s, To: to, Hit: a.border.hits[i]}, true
}

func sorted(found []Barrier, v *graph.View) []Barrier {
	slices.SortStableFunc(found, func(x, y Barrier) int {
		return cmp.Or(cmp.Compare(x.Tier, y.Tier), cmp.Compare(v.Key(x.Holder), v.Key(y.Holder)), cmp.Compare(v.Key(x.Item), v.Key(y.Item)),
			cmp.Compare(v.Key(x.User), v.Key(y.User)))
	})
	return found
}
