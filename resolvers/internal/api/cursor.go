package api

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"math"
	"strconv"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// rank is what a list is ordered by, before the key: smaller first.
type rank struct {
	number float64
	text   string
}

func (r rank) compare(other rank) int {
	return cmp.Or(cmp.Compare(r.number, other.number), cmp.Compare(r.text, other.text))
}

// largestFirst ranks by a number, the largest first and what is unknown last.
func largestFirst(x *float64) rank {
	if x == nil || math.IsNaN(*x) {
		return rank{number: math.Inf(1)}
	}
	return rank{number: -*x}
}

// place says where an element stands in a list; a cursor holds one.
type place struct {
	rank
	key string
}

// cursorText is what a cursor holds inside: the list and order it belongs to, and a place.
type cursorText struct {
	List   string `json:"l"`
	Order  string `json:"o,omitempty"`
	Number string `json:"n,omitempty"`
	Text   string `json:"t,omitempty"`
	Key    string `json:"k"`
}

// maxCursor bounds what is read; keys and titles are far shorter.
const maxCursor = 4_096

func writeCursor(list, order string, p place) string {
	c := cursorText{List: list, Order: order, Text: p.text, Key: p.key}
	if p.number != 0 {
		c.Number = strconv.FormatFloat(p.number, 'g', -1, 64)
	}
	text, err := json.Marshal(c)
	if err != nil {
		return "" // texts and keys always print
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

const cursorHint = "Give the endCursor of the page before, with the same list and orderBy, or leave after out to begin anew."

// readCursor reads a cursor of a list in an order. Damaged cursors and those of other lists are BAD_INPUT.
func readCursor(cursor, list, order string) (place, error) {
	bad := func(problem string) (place, error) { return place{}, apierror.BadInput("after", problem, cursorHint) }
	var c cursorText
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	if len(cursor) > maxCursor || err != nil || json.Unmarshal(raw, &c) != nil || c.List == "" {
		return bad("is not a cursor of this API")
	}
	if c.List != list || c.Order != order {
		return bad("is a cursor of another list or order")
	}
	p := place{rank: rank{text: c.Text}, key: c.Key}
	if c.Number != "" {
		if p.number, err = strconv.ParseFloat(c.Number, 64); err != nil || math.IsNaN(p.number) {
			return bad("is not a cursor of this API")
		}
	}
	return p, nil
}
