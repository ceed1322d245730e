// Package generate draws supply networks for measurements: the same network from the same seed on any machine, since it counts
// in integers throughout.
//
// # Shape
//
// A node is a firm with its one output. Items lie in eight tiers from ore to product; the recipe of an item takes two to five
// items of lower tiers, and each is a line of every maker. A line has one to eight suppliers, three on average, picked among
// the makers of its item with a skew that gives customers a power-law tail of about 1.5. Three lines in ten state less than all
// of their supply.
//
// Firms form a bow tie: those that only sell into the core, the core (22 % of the nodes), whose members also buy from each
// other against the tiers, those that only buy from it, and a quarter that nobody buys from. An eighth, the mines, buy nothing.
// Node numbers and the order of links are shuffled. Sixteen countries, one of them with a third of the nodes, and the four
// lowest tiers make 64 target sets.
//
// The measures behind it (tails, firms without suppliers or customers, the giant component) are those of Bacilieri, Borsos,
// Astudillo-Estevez and Lafond on national production networks.
package generate

// Network is a drawn network. Links run from Supplier to Buyer.
type Network struct {
	Nodes    int
	Supplier []int32
	Buyer    []int32
	Line     []int32   // the line that a link serves; lines of one buyer are numbered in a row
	Share    []float64 // of the line, in 1/10,000; stated shares of a line add to 1 at most
	Weight   []float64 // of all that the buyer needs: the share over the number of the buyer's lines
	Lines    int
	Item     []int32 // by node
	Tier     []uint8 // by node
	Country  []uint8 // by node
	Ends     []bool  // by node: a mine
	Recipes  [][]int32
	ItemTier []uint8
	Seed     uint64
}

// The sizes of the shape.
const (
	Tiers        = 8
	Countries    = 16
	ItemsPerTier = 40
	TargetSets   = Countries * 4
)

// Options say what to draw.
type Options struct {
	Edges int // about so many links; there are a tenth as many nodes
	Seed  uint64
	// Closed is the part of a core member's lines that are served from within the core, in 1/1,000; 0 takes 350. From 900 on it is
	// exactly the part of the supply, and all is stated: close to 1,000 the core hardly touches the ground.
	Closed int
}

// group is the place of a node in the bow tie.
type group uint8

const (
	in group = iota
	core
	out
	last // nobody buys from it
)

type drawing struct {
	*Network
	r      random
	group  []group
	makers [4][][]int32 // by group and item
	closed int
}

// Draw draws a network. Cost: about 0.2 µs a link.
func Draw(o Options) *Network {
	if o.Closed == 0 {
		o.Closed = 350
	}
	d := &drawing{Network: &Network{Nodes: max(o.Edges/1000*94, 50), Seed: o.Seed}, r: random{state: o.Seed ^ 0x9e3779b97f4a7c15}, closed: o.Closed}
	d.items()
	d.firms()
	for n := range d.Nodes {
		if d.group[n] == core || !d.Ends[n] {
			d.buy(int32(n))
		}
	}
	d.mix()
	return d.Network
}

// items draws the recipes: inputs of lower tiers, mostly of the tier below.
func (d *drawing) items() {
	d.Recipes = make([][]int32, Tiers*ItemsPerTier)
	d.ItemTier = make([]uint8, Tiers*ItemsPerTier)
	for i := range d.Recipes {
		tier := i / ItemsPerTier
		d.ItemTier[i] = uint8(tier)
		if tier == 0 {
			continue
		}
		for range 2 + d.r.below(4) {
			from := tier - 1
			if tier > 1 && d.r.below(4) == 0 {
				from = d.r.below(tier)
			}
			input := int32(from*ItemsPerTier + d.r.below(ItemsPerTier))
			if !contains(d.Recipes[i], input) {
				d.Recipes[i] = append(d.Recipes[i], input)
			}
		}
	}
}

func contains(list []int32, x int32) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// tierOf says in which tiers the groups lie, in parts of 1,000 by tier.
var tierOf = [4][Tiers]int{
	in:   {400, 220, 160, 100, 60, 40, 20, 0},
	core: {0, 60, 140, 200, 240, 200, 120, 40},
	out:  {0, 20, 60, 120, 200, 240, 240, 120},
	last: {0, 0, 0, 40, 80, 160, 260, 460},
}

// parts of the nodes in each group, in 1,000.
var parts = [4]int{in: 295, core: 290, out: 265, last: 150}

func (d *drawing) firms() {
	n := d.Nodes
	d.group, d.Item, d.Tier = make([]group, n), make([]int32, n), make([]uint8, n)
	d.Country, d.Ends = make([]uint8, n), make([]bool, n)
	for g := range d.makers {
		d.makers[g] = make([][]int32, Tiers*ItemsPerTier)
	}
	for i := range n {
		g := group(d.r.pick(parts[:]))
		tier := d.r.pick(tierOf[g][:])
		item := int32(tier*ItemsPerTier + d.r.skewed(ItemsPerTier, 2))
		d.group[i], d.Item[i], d.Tier[i] = g, item, uint8(tier)
		d.Ends[i] = tier == 0
		if d.r.below(3) > 0 {
			d.Country[i] = uint8(1 + d.r.skewed(Countries-1, 2))
		}
		d.makers[g][item] = append(d.makers[g][item], int32(i))
	}
}

// buy draws the lines of a node and their suppliers.
func (d *drawing) buy(n int32) {
	recipe := d.Recipes[d.Item[n]]
	first := len(d.Supplier)
	lines := 0
	for _, item := range recipe {
		inside := d.group[n] == core && d.r.below(1000) < d.closed
		if d.line(n, item, inside) {
			lines++
		}
	}
	if d.group[n] == core { // what it buys against the tiers closes the loops of the core
		item := int32((1 + d.r.below(Tiers-1)) * ItemsPerTier)
		if d.line(n, item+int32(d.r.below(ItemsPerTier)), true) {
			lines++
		}
	}
	for i := first; i < len(d.Supplier); i++ {
		d.Weight = append(d.Weight, d.Share[i]/float64(lines))
	}
	if d.group[n] == core && d.closed >= nearlyClosed {
		d.close(first)
	}
}

const nearlyClosed = 900

// close scales the weights of a node's links so that what comes from the core has exactly its part.
func (d *drawing) close(first int) {
	var sum [2]float64 // from outside, from inside
	from := func(i int) int {
		if d.group[d.Supplier[i]] == core {
			return 1
		}
		return 0
	}
	for i := first; i < len(d.Supplier); i++ {
		sum[from(i)] += d.Weight[i]
	}
	part := [2]float64{float64(1000-d.closed) / 1000, float64(d.closed) / 1000}
	for i := first; i < len(d.Supplier); i++ {
		d.Weight[i] = d.Weight[i] / sum[from(i)] * part[from(i)]
	}
}

// line draws one line; false when nobody makes the item.
func (d *drawing) line(n, item int32, inside bool) bool {
	makers := d.sellers(d.group[n], item, inside)
	if len(makers) == 0 {
		return false
	}
	count := 1 + d.r.below(3) + d.r.below(3)
	if d.r.below(8) == 0 {
		count += d.r.below(6)
	}
	stated := 10_000
	if d.r.below(10) < 3 {
		stated = 3_000 + d.r.below(6_500)
	}
	var sellers []int32
	var weights []int
	total := 0
	for range count {
		s := makers[d.r.skewed(len(makers), 3)]
		if s == n && d.r.below(20) > 0 {
			continue
		}
		w := 1 + d.r.skewed(100, 2)
		sellers, weights = append(sellers, s), append(weights, w)
		total += w
	}
	for k, s := range sellers {
		d.Supplier, d.Buyer, d.Line = append(d.Supplier, s), append(d.Buyer, n), append(d.Line, int32(d.Lines))
		d.Share = append(d.Share, float64(max(weights[k]*stated/total, 1))/10_000)
	}
	if len(sellers) > 0 {
		d.Lines++
	}
	return len(sellers) > 0
}

// sellers lists from whom a group buys an item: never from further down the bow tie.
func (d *drawing) sellers(g group, item int32, inside bool) []int32 {
	if inside {
		return d.makers[core][item]
	}
	from := in
	switch g {
	case out, last:
		from = group(d.r.pick([]int{250, 300, 450, 0}))
	case core, in:
	}
	for k := range 3 { // whoever makes it, if those do not
		if makers := d.makers[(int(from)+k)%3][item]; len(makers) > 0 && (g >= out || (int(from)+k)%3 == int(in)) {
			return makers
		}
	}
	return nil
}

// mix shuffles node numbers and links.
func (d *drawing) mix() {
	to := d.r.permutation(d.Nodes)
	item, tier := make([]int32, d.Nodes), make([]uint8, d.Nodes)
	country, ends := make([]uint8, d.Nodes), make([]bool, d.Nodes)
	for old, n := range to {
		item[n], tier[n], country[n], ends[n] = d.Item[old], d.Tier[old], d.Country[old], d.Ends[old]
	}
	d.Item, d.Tier, d.Country, d.Ends = item, tier, country, ends
	order := d.r.permutation(len(d.Supplier))
	m := len(order)
	supplier, buyer, line := make([]int32, m), make([]int32, m), make([]int32, m)
	share, weight := make([]float64, m), make([]float64, m)
	for from, at := range order {
		supplier[at], buyer[at], line[at] = to[d.Supplier[from]], to[d.Buyer[from]], d.Line[from]
		share[at], weight[at] = d.Share[from], d.Weight[from]
	}
	d.Supplier, d.Buyer, d.Line, d.Share, d.Weight = supplier, buyer, line, share, weight
}

// TargetSet is the outputs of a country at one of the four lowest tiers, 0 to TargetSets-1. It is never empty.
func (n *Network) TargetSet(k int) []int32 {
	country, tier := uint8(k%Countries), uint8(k/Countries)
	var set []int32
	for i := range n.Nodes {
		if n.Country[i] == country && n.Tier[i] == tier {
			set = append(set, int32(i))
		}
	}
	if len(set) == 0 {
		set = append(set, int32(k%n.Nodes))
	}
	return set
}

// Roots draws nodes of the two highest tiers to ask about.
func (n *Network) Roots(count int, seed uint64) []int32 {
	r := random{state: seed}
	var products []int32
	for i := range n.Nodes {
		if n.Tier[i] >= Tiers-2 {
			products = append(products, int32(i))
		}
	}
	roots := make([]int32, count)
	for k := range roots {
		roots[k] = products[r.below(len(products))]
	}
	return roots
}
