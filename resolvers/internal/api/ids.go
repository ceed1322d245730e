package api

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// globalID is the opaque id of a node: its kind and readable key, so that it outlives releases.
func globalID(s *graph.Snapshot, n graph.Node) string {
	return base64.RawURLEncoding.EncodeToString([]byte(string(s.KindOf(n)) + ":" + s.Key(n)))
}

// fromGlobalID reads a global id; ok is false for any other text.
func fromGlobalID(s *graph.Snapshot, id string) (graph.Node, bool) {
	raw, err := base64.RawURLEncoding.DecodeString(id)
	if err != nil || !utf8.Valid(raw) {
		return graph.NoNode, false
	}
	kind, key, ok := strings.Cut(string(raw), ":")
	if !ok {
		return graph.NoNode, false
	}
	return s.Find(graph.NodeKind(kind), key)
}

// kinds is a set of kinds of nodes, with the word that errors use for it.
type kinds struct {
	noun string
	of   []graph.NodeKind
}

var (
	anything     = kinds{noun: "thing"}
	elements     = kinds{"element", []graph.NodeKind{graph.KindElement}}
	items        = kinds{"item", []graph.NodeKind{graph.KindElement, graph.KindMaterial, graph.KindComponent, graph.KindProduct}}
	groups       = kinds{"item group", []graph.NodeKind{graph.KindItemGroup}}
	itemsGroups  = kinds{"item or item group", append([]graph.NodeKind{graph.KindItemGroup}, items.of...)}
	firms        = kinds{"firm", []graph.NodeKind{graph.KindFirm}}
	facilities   = kinds{"facility", []graph.NodeKind{graph.KindFacility}}
	countries    = kinds{"country or region", []graph.NodeKind{graph.KindCountry, graph.KindRegion}}
	controls     = kinds{"control", []graph.NodeKind{graph.KindControl}}
	licences     = kinds{"licence", []graph.NodeKind{graph.KindLicence}}
	licenceTypes = kinds{"licence type", []graph.NodeKind{graph.KindLicenceType}}
	statistics   = kinds{"licence statistic", []graph.NodeKind{graph.KindLicenceStatistic}}
	events       = kinds{"event", []graph.NodeKind{graph.KindEvent}}
	rules        = kinds{"buying rule", []graph.NodeKind{graph.KindProcurementRule}}
	sources      = kinds{"source", []graph.NodeKind{graph.KindSource}}
	subjects     = kinds{"firm or item", append([]graph.NodeKind{graph.KindFirm}, items.of...)}
	holders      = kinds{"firm, country or region", []graph.NodeKind{graph.KindFirm, graph.KindCountry, graph.KindRegion}}
)

func (k kinds) has(kind graph.NodeKind) bool {
	if len(k.of) == 0 {
		return true
	}
	for _, own := range k.of {
		if own == kind {
			return true
		}
	}
	return false
}

// maxID bounds what is looked up; no id or name is longer.
const maxID = 400

// suggestions is how many near ids an error names.
const suggestions = 3

// find looks an id up among the nodes of some kinds: a readable key, a global id, or another name. A name that means several
// things means the one of these kinds.
func find(s *graph.Snapshot, id string, among kinds) (graph.Node, error) {
	if n, ok := exact(s, id, among); ok {
		return n, nil
	}
	if len(id) > maxID {
		return graph.NoNode, apierror.NotFound(among.noun, id, nil)
	}
	found, ok := s.Resolve(id)
	if ok && among.has(s.KindOf(found)) {
		return found, nil
	}
	best := named(s, id, among)
	if len(best) == 1 {
		return best[0], nil
	}
	if len(best) > 1 {
		return graph.NoNode, apierror.BadInput("id", fmt.Sprintf("%q means several things", id),
			"Give the readable key: "+strings.Join(s.Keys(head(best, suggestions)), " or ")+".")
	}
	if ok {
		other := apierror.NotFound(among.noun, id, nil)
		other.Hint = fmt.Sprintf("There is %q, but of the kind %s.", s.Key(found), s.KindOf(found))
		return graph.NoNode, other
	}
	return graph.NoNode, apierror.NotFound(among.noun, id, s.Suggest(among.of, id, suggestions))
}

// exact looks up readable keys and global ids.
func exact(s *graph.Snapshot, id string, among kinds) (graph.Node, bool) {
	if n, ok := s.Lookup(id); ok && among.has(s.KindOf(n)) {
		return n, true
	}
	if among.has(graph.KindSource) {
		if n, ok := s.Find(graph.KindSource, id); ok {
			return n, true
		}
	}
	n, ok := fromGlobalID(s, id)
	return n, ok && among.has(s.KindOf(n))
}

// named lists the nodes of some kinds of which the text is a whole name.
func named(s *graph.Snapshot, id string, among kinds) []graph.Node {
	var found []graph.Node
	for _, hit := range s.Search(id, among.of, suggestions) {
		if hit.Score == 1 {
			found = append(found, hit.Node)
		}
	}
	return found
}
