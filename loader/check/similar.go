package check

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Similar lists up to three of the words that are at most two edits away from word, the nearest first, then by the alphabet.
// Words of up to three letters may differ by one only. A word that differs only in its case, or begins with word as no other
// does, comes first.
func Similar(word string, words []string) []string {
	x := newSimilar(words)
	return x.find(word)
}

// DidYouMean is the advice that offers words.
func DidYouMean(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = Quote(w)
	}
	return "did you mean " + Or(quoted) + "?"
}

// Or joins words: `a, b or c`.
func Or(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// similar finds near words among many. Words lie by length, each with a mask of its letters: an edit changes at most two
// letters of a mask, which rules out nearly all words before a distance is computed.
type similar struct {
	byLength map[int][]candidate
	folded   map[string]string
	found    map[string][]string
	names    map[string]string // what else the words are called, in small letters; may be nil
	work     int               // comparisons left, so that a file full of wrong ids does not take minutes
}

type candidate struct {
	word string
	mask uint64
}

const (
	compared  = 1   // cost of comparing two masks
	distanced = 100 // cost of a distance, in the same unit
	allWork   = 400_000_000
)

func newSimilar(words []string) *similar {
	x := &similar{byLength: map[int][]candidate{}, folded: map[string]string{}, found: map[string][]string{}, work: allWork}
	for _, w := range words {
		x.byLength[len(w)] = append(x.byLength[len(w)], candidate{w, letters(w)})
		x.folded[fold(w)] = w
	}
	return x
}

var folder = strings.NewReplacer(" ", "-", "_", "-")

// fold removes what people get wrong first: case, and which of blank, hyphen and underscore is used.
func fold(word string) string {
	return folder.Replace(strings.ToLower(strings.TrimSpace(word)))
}

func letters(word string) uint64 {
	var mask uint64
	for i := range len(word) {
		mask |= 1 << (word[i] & 63)
	}
	return mask
}

func (x *similar) has(word string) bool { return x.folded[fold(word)] == word }

func (x *similar) find(word string) []string {
	if found, ok := x.found[word]; ok {
		return found
	}
	found := x.search(word)
	x.found[word] = found
	return found
}

func (x *similar) search(word string) []string {
	if same, ok := x.folded[fold(word)]; ok {
		return []string{same}
	}
	most := 2
	if len(word) <= 3 {
		most = 1
	}
	type near struct {
		word     string
		distance int
	}
	var nears []near
	mask := letters(word)
	for length := max(1, len(word)-most); length <= len(word)+most; length++ {
		if x.work -= compared * len(x.byLength[length]); x.work < 0 {
			return nil
		}
		for _, c := range x.byLength[length] {
			if bits.OnesCount64(c.mask^mask) > 2*most {
				continue
			}
			x.work -= distanced
			if d := levenshtein.ComputeDistance(word, c.word); d <= most {
				nears = append(nears, near{c.word, d})
			}
		}
	}
	slices.SortFunc(nears, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), strings.Compare(a.word, b.word))
	})
	var found []string
	for _, n := range nears[:min(3, len(nears))] {
		found = append(found, n.word)
	}
	if found == nil && len(x.folded) < 100 {
		return x.beginning(fold(word))
	}
	return found
}

// beginning finds the only word of a short list that begins as the word does.
func (x *similar) beginning(folded string) []string {
	var found []string
	for f, w := range x.folded {
		if len(folded) >= 2 && strings.HasPrefix(f, folded) {
			found = append(found, w)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}
