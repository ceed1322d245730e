package sankey

import (
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

const longestName = 24

func name(v *graph.View, item graph.Node) string {
	if m := v.Material(item); m != nil {
		return m.Name
	}
	if c := v.Component(item); c != nil {
		return c.Name
	}
	return v.Product(item).Name
}

// shortName cuts a name to a label: without what stands in brackets and after a comma, then whole words, then characters.
func shortName(name string) string {
	short := name
	for _, mark := range []string{" (", ", "} {
		if len([]rune(short)) > longestName {
			short, _, _ = strings.Cut(short, mark)
		}
	}
	letters := []rune(short)
	if len(letters) <= longestName {
		return short
	}
	kept := string(letters[:longestName-1])
	if i := strings.LastIndex(kept, " "); i >= longestName/2 && letters[longestName-1] != ' ' {
		kept = kept[:i]
	}
	return strings.TrimRight(kept, " ") + "…"
}
