package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// plainLetters spells letters that carry no separable mark.
var plainLetters = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "ð", "d", "þ", "th")

// foldName reduces a name to what tells names apart: words of letters and digits, without case, accents or width, with one space
// between them. The marks that voice Japanese syllables stay.
func foldName(text string) string {
	if folded, ok := foldASCII(text); ok {
		return folded
	}
	var bare strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.Is(unicode.Mn, r) && r != '\u3099' && r != '\u309A' {
			continue
		}
		bare.WriteRune(r)
	}
	folded := plainLetters.Replace(cases.Fold().String(norm.NFKC.String(bare.String())))
	words := strings.FieldsFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	return strings.Join(words, " ")
}

// foldASCII folds text of plain letters; ok is false when there are others.
func foldASCII(text string) (folded string, ok bool) {
	out := make([]byte, 0, len(text))
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 0x80:
			return "", false
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			out = append(out, c)
		case len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return string(out), true
}

// isIdeographic tells whether a script writes words without spaces between them.
func isIdeographic(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー'
}

// gram packs up to three runes.
type gram uint64

func gramOf(a, b, c rune) gram { return gram(a)<<42 | gram(b)<<21 | gram(c) }

// gramsOf lists the grams of a folded name, each once: three letters in a row, with two blanks before and one behind each word, and
// across the gaps between words; for scripts without spaces each sign and each two in a row.
func gramsOf(dst []gram, folded string) []gram {
	start := len(dst)
	add := func(g gram) {
		for _, have := range dst[start:] {
			if have == g {
				return
			}
		}
		dst = append(dst, g)
	}
	joinedA, joinedB := ' ', ' ' // the last two letters, gaps aside
	for word := range strings.SplitSeq(folded, " ") {
		a, b := ' ', ' '
		for _, r := range word {
			if isIdeographic(r) {
				add(gramOf(0, 0, r))
				if isIdeographic(b) {
					add(gramOf(0, b, r))
				}
			} else {
				add(gramOf(a, b, r))
				add(gramOf(joinedA, joinedB, r))
			}
			a, b, joinedA, joinedB = b, r, joinedB, r
		}
		if b != ' ' && !isIdeographic(b) {
			add(gramOf(a, b, ' '))
		}
	}
	return dst
}

// edits counts the insertions, deletions, replacements and swaps of neighbours that turn a into b, and into the nearest beginning
// of b (optimal string alignment). It gives up, with more than most, when both need more.
func edits(a, b []rune, most int) (toAll, toStart int) {
	if len(a) > maxWord || len(b) > maxWord {
		return most + 1, most + 1
	}
	var rows [3][maxWord + 1]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least > most+1 { // a swap may still win one back
			return most + 1, most + 1
		}
		before, last, now = last, now, before
	}
	toStart = last[0]
	for _, d := range last[:len(b)+1] {
		toStart = min(toStart, d)
	}
	return last[len(b)], toStart
}

// maxWord bounds the words that typing errors are looked for in.
const maxWord = 40
