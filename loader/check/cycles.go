package check

import (
	"fmt"
	"slices"
	"strings"
)

// link is a row of a table that joins two things.
type link struct {
	from, to string
	table    string
	line     int32
}

// cycles finds loops. Recipes and kinds must be free of them, each alone and both together, because amounts are summed along
// them. Firms may hold shares in each other, so a loop of holdings is only pointed out.
func (c *checker) cycles() {
	var feeds, kinds, owns []link
	for i := range c.facts.Feeds {
		feeds = append(feeds, link{c.facts.Feeds[i].From, c.facts.Feeds[i].To, "feeds", c.facts.Feeds[i].Line})
	}
	for i := range c.facts.Kinds {
		kinds = append(kinds, link{c.facts.Kinds[i].Item, c.facts.Kinds[i].KindOf, "kinds", c.facts.Kinds[i].Line})
	}
	for i := range c.facts.Owns {
		owns = append(owns, link{c.facts.Owns[i].Owner, c.facts.Owns[i].Owned, "owns", c.facts.Owns[i].Line})
		if o := &c.facts.Owns[i]; o.Owner == o.Owned && o.Owner != "" {
			c.warn("owns", o.Line, "owns-itself", fmt.Sprintf("%q holds shares in itself", o.Owner), "right for treasury shares only", "owned", "owner")
		}
	}
	inFeeds, inKinds := loops(feeds), loops(kinds)
	for _, loop := range inFeeds {
		c.cycle(Error, loop, "goes into itself", "a recipe runs from input to output; remove or turn round one of these rows")
	}
	for _, loop := range inKinds {
		c.cycle(Error, loop, "is a kind of itself", "kinds run from the narrower item to its class; remove or turn round one of these rows")
	}
	both := append(without(feeds, inFeeds), without(kinds, inKinds)...)
	for _, loop := range loops(both) {
		c.cycle(Error, loop, "goes into itself by way of its kinds", "an item may not be made from its own class; name the grade that is meant")
	}
	for _, loop := range loops(owns) {
		c.cycle(Warning, loop, "holds shares in itself through others", "right for cross-holdings only; control is then solved through the loop")
	}
}

// cycle reports one loop and how many more rows it is tangled with.
func (c *checker) cycle(severity Severity, loop []link, what, advice string) {
	shortest := shortestCycle(loop)
	var path, rows []string
	for _, l := range shortest {
		path = append(path, l.from)
		rows = append(rows, fmt.Sprintf("%s.csv:%d", l.table, l.line))
	}
	path = append(path, shortest[0].from)
	message := fmt.Sprintf("%q %s: %s", path[0], what, shortened(path, " -> "))
	advice = "rows " + shortened(rows, ", ") + "; " + advice
	if more := len(loop) - len(shortest); more > 0 {
		advice += fmt.Sprintf("\n%s more among the same things may close other loops", Count(more, "row"))
	}
	first := shortest[0]
	columns := map[string][]string{"feeds": {"from", "to"}, "kinds": {"item", "kind_of"}, "owns": {"owner", "owned"}}[first.table]
	c.add(severity, first.table, first.line, "cycle", message, advice, columns...)
}

// shortened joins words and leaves out the middle of a long list.
func shortened(words []string, by string) string {
	if n := len(words); n > 12 {
		words = append(append(slices.Clone(words[:8]), fmt.Sprintf("… %d more …", n-11)), words[n-3:]...)
	}
	return strings.Join(words, by)
}

// without removes the links that lie in loops.
func without(links []link, loops [][]link) []link {
	looped := map[int32]bool{}
	for _, loop := range loops {
		for _, l := range loop {
			looped[l.line] = true
		}
	}
	var rest []link
	for _, l := range links {
		if !looped[l.line] {
			rest = append(rest, l)
		}
	}
	return rest
}

// loops lists the links inside each strongly connected component of two or more things, in the order of the links.
func loops(links []link) [][]link {
	component := components(links)
	index := map[int]int{}
	var found [][]link
	for _, l := range links {
		if l.from == l.to || l.from == "" || l.to == "" || component[l.from] != component[l.to] {
			continue
		}
		id := component[l.from]
		if _, ok := index[id]; !ok {
			index[id] = len(found)
			found = append(found, nil)
		}
		found[index[id]] = append(found[index[id]], l)
	}
	return found
}

// shortestCycle finds the shortest cycle through the first link of a strongly connected set, by breadth first.
func shortestCycle(loop []link) []link {
	out := map[string][]link{}
	for _, l := range loop {
		out[l.from] = append(out[l.from], l)
	}
	first := loop[0]
	reached := map[string]link{first.to: first}
	queue := []string{first.to}
	for len(queue) > 0 && queue[0] != first.from {
		for _, l := range out[queue[0]] {
			if _, ok := reached[l.to]; !ok {
				reached[l.to] = l
				queue = append(queue, l.to)
			}
		}
		queue = queue[1:]
	}
	var cycle []link
	for at := first.from; ; at = cycle[len(cycle)-1].from {
		cycle = append(cycle, reached[at])
		if at == first.to {
			break
		}
	}
	slices.Reverse(cycle)
	return cycle
}

// components numbers the strongly connected components by Tarjan's method, with a stack of its own, so that a chain of a
// million rows does not exhaust the program's.
func components(links []link) map[string]int {
	out := map[string][]string{}
	var names []string
	for _, l := range links {
		if _, ok := out[l.from]; !ok {
			names = append(names, l.from)
		}
		out[l.from] = append(out[l.from], l.to)
	}
	type frame struct {
		name string
		next int
	}
	order, low, component := map[string]int{}, map[string]int{}, map[string]int{}
	var open []string
	for _, start := range names {
		if order[start] != 0 {
			continue
		}
		frames := []frame{{name: start}}
		for len(frames) > 0 {
			top := &frames[len(frames)-1]
			if top.next == 0 {
				order[top.name] = len(order) + 1
				low[top.name] = order[top.name]
				open = append(open, top.name)
			}
			if top.next < len(out[top.name]) {
				to := out[top.name][top.next]
				top.next++
				if order[to] == 0 {
					frames = append(frames, frame{name: to})
				} else if component[to] == 0 {
					low[top.name] = min(low[top.name], order[to])
				}
				continue
			}
			name := top.name
			frames = frames[:len(frames)-1]
			if len(frames) > 0 {
				below := frames[len(frames)-1].name
				low[below] = min(low[below], low[name])
			}
			if low[name] == order[name] {
				for i := len(open) - 1; ; i-- {
					component[open[i]] = order[name]
					if open[i] == name {
						open = open[:i]
						break
					}
				}
			}
		}
	}
	return component
}
