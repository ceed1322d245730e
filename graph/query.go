package graph

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// query is a text looked for among names.
type query struct {
	folded string
	joined string // without blanks
	words  []queryWord
	buffer []rune // of the word of a name that is compared
}

type queryWord struct {
	text    string
	letters []rune
	present uint64 // which letters it has, see letterSet
	most    int    // typing errors that are forgiven
}

func newQuery(text string) *query {
	folded := foldName(text)
	if utf8.RuneCountInString(folded) > maxQuery {
		folded = strings.TrimSpace(string([]rune(folded)[:maxQuery]))
	}
	q := &query{folded: folded, joined: strings.ReplaceAll(folded, " ", "")}
	for word := range strings.FieldsSeq(folded) {
		letters := []rune(word)
		q.words = append(q.words, queryWord{text: word, letters: letters, present: letterSet(word), most: forgiven(len(letters))})
	}
	return q
}

// forgiven is how many typing errors a word of a length may have.
func forgiven(letters int) int {
	switch {
	case letters >= 10:
		return 3
	case letters >= 6:
		return 2
	case letters >= 4:
		return 1
	}
	return 0
}

// letterSet marks the letters of a word, some letters alike. A letter that another word lacks takes an edit at least.
func letterSet(word string) uint64 {
	set := uint64(0)
	for _, r := range word {
		set |= 1 << (uint32(r) & 63)
	}
	return set
}

// score rates a folded name from 0 to 1: 1 for the whole name; above 0.9 for its beginning; else by how well each word of the query
// agrees with some word of the name, from 0.5 up, less where words agree with nothing. 0 is no match.
func (q *query) score(folded string) float64 {
	if folded == q.folded {
		return 1
	}
	part := float64(len(q.folded)) / float64(max(len(folded), len(q.folded)))
	if strings.HasPrefix(folded, q.folded) {
		return 0.9 + 0.09*part
	}
	score := q.scoreJoined(folded)
	if strings.Contains(folded, q.folded) && len(q.folded) >= 3 { // a single sign of Chinese has three bytes
		score = 0.7 + 0.1*part
	}
	agreed, matched := 0.0, 0
	for i := range q.words {
		best := 0.0
		for rest := folded; rest != ""; {
			other := rest
			if space := strings.IndexByte(rest, ' '); space >= 0 {
				other, rest = rest[:space], rest[space+1:]
			} else {
				rest = ""
			}
			best = max(best, q.agreement(&q.words[i], other))
		}
		agreed += best
		if best > 0 {
			matched++
		}
	}
	if n := len(q.words); 3*matched >= 2*n && matched > 0 {
		share := float64(matched) / float64(n)
		score = max(score, share*share*(0.5+0.35*agreed/float64(matched)+0.04*part))
	} else if strings.HasPrefix(q.folded, folded+" ") { // more was typed than the name has
		score = max(score, 0.4+0.3*float64(len(folded))/float64(len(q.folded)))
	}
	return score
}

// scoreJoined rates a name that differs in where words are parted only, such as f35 and f-35, or begins so.
func (q *query) scoreJoined(folded string) float64 {
	if q.joined == q.folded && !strings.Contains(folded, " ") {
		return 0
	}
	at, size := 0, 0
	for i := range len(folded) {
		if folded[i] == ' ' {
			continue
		}
		size++
		if at < len(q.joined) {
			if folded[i] != q.joined[at] {
				return 0
			}
			at++
		}
	}
	switch {
	case at < len(q.joined):
		return 0
	case at == size:
		return 0.97
	}
	return 0.85 + 0.05*float64(at)/float64(size)
}

// agreement rates how well a word of a query agrees with a word of a name, from 0 to 1.
func (q *query) agreement(word *queryWord, other string) float64 {
	if strings.HasPrefix(other, word.text) {
		return 0.9 + 0.1*float64(len(word.text))/float64(len(other))
	}
	if isIdeographic(word.letters[0]) {
		if strings.Contains(other, word.text) {
			return 0.8
		}
		return 0
	}
	if word.most == 0 || bits.OnesCount64(word.present&^letterSet(other)) > word.most {
		return 0
	}
	q.buffer = q.buffer[:0]
	for _, r := range other {
		q.buffer = append(q.buffer, r)
	}
	toAll, toStart := edits(word.letters, q.buffer, word.most)
	switch size := float64(len(word.letters)); {
	case toAll <= word.most:
		return 0.8 * (1 - float64(toAll)/size)
	case toStart <= word.most && len(word.letters) >= 6:
		return 0.6 * (1 - float64(toStart)/size)
	}
	return 0
}
