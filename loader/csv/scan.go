package csv

import (
	"fmt"
	"strings"
)

// scanner cuts a text into records after RFC 4180. Lines end in LF or CRLF; quoted cells may hold line ends, which become LF.
// What breaks the rules becomes a fault, and scanning goes on in the next line: no line is lost.
type scanner struct {
	text   string
	comma  byte
	offset int // of the next record
	line   int // of the next record, 1-based

	record record
}

// record is one row of a file. It is valid until the next call of next.
type record struct {
	line   int      // on which it starts
	lines  int      // that it spans
	start  int      // byte offset in the text
	cells  []string // their content
	at     []int    // byte offset of each cell, with its quote
	ends   []int    // byte offset behind each cell
	faults []fault
	broken bool // a quote is wrong, so the cells cannot be trusted
}

// fault is something wrong at a place of the text.
type fault struct {
	at, end int // byte offsets
	rule    string
	message string
	advice  string
}

func newScanner(text string, comma byte) *scanner { return &scanner{text: text, comma: comma, line: 1} }

// next reads a record; false at the end of the text.
func (s *scanner) next() bool {
	if s.offset >= len(s.text) {
		return false
	}
	r := &s.record
	*r = record{line: s.line, start: s.offset, cells: r.cells[:0], at: r.at[:0], ends: r.ends[:0], faults: r.faults[:0]}
	for s.cell() {
	}
	r.lines = s.line - r.line
	return true
}

// cell reads a cell and what ends it; false when that also ends the record.
func (s *scanner) cell() bool {
	if s.offset < len(s.text) && s.text[s.offset] == '"' {
		return s.quoted()
	}
	start := s.offset
	end := start
	for end < len(s.text) && s.text[end] != s.comma && s.text[end] != '\n' {
		end++
	}
	content := end
	if (end == len(s.text) || s.text[end] == '\n') && content > start && s.text[content-1] == '\r' {
		content--
	}
	s.add(s.text[start:content], start, content)
	if quote := strings.IndexByte(s.text[start:content], '"'); quote >= 0 {
		s.fault(start+quote, start+quote+1, "bare-quote", "a quote stands inside a cell that is not quoted",
			"put the whole cell in quotes and write the quote twice: "+quote2(s.text[start:content]))
	}
	return s.separator(end)
}

// separator steps over what ends a cell.
func (s *scanner) separator(end int) bool {
	s.offset = min(end+1, len(s.text))
	if end < len(s.text) && s.text[end] == s.comma {
		return true
	}
	s.line++
	return false
}

func (s *scanner) quoted() bool {
	start := s.offset
	var doubled bool
	i := start + 1
	for {
		quote := strings.IndexByte(s.text[i:], '"')
		if quote < 0 {
			return s.unclosed(start, "the quote opened here is never closed")
		}
		i += quote + 1
		if i == len(s.text) || s.text[i] != '"' {
			break
		}
		doubled = true
		i++
	}
	rest := s.text[i:]
	if rest != "" && rest[0] != s.comma && rest[0] != '\n' && rest != "\r" && !strings.HasPrefix(rest, "\r\n") {
		return s.textAfterQuote(start, i)
	}
	content := s.text[start+1 : i-1]
	s.line += strings.Count(content, "\n")
	if doubled {
		content = strings.ReplaceAll(content, `""`, `"`)
	}
	if strings.IndexByte(content, '\r') >= 0 {
		content = strings.ReplaceAll(content, "\r\n", "\n")
	}
	s.add(content, start, i)
	if rest != "" && rest[0] == '\r' {
		i++
	}
	return s.separator(i)
}

// textAfterQuote deals with `"abc"def`: the closing quote at end-1 is followed by text. When the cell spans lines, its
// opening quote is the more likely mistake.
func (s *scanner) textAfterQuote(start, end int) bool {
	if lines := strings.Count(s.text[start:end], "\n"); lines > 0 {
		return s.unclosed(start, fmt.Sprintf(
			"the quote opened here is closed only by the quote in line %d, which has text right behind it", s.line+lines))
	}
	lineEnd := s.lineEnd(start)
	s.add(s.text[start:lineEnd], start, lineEnd)
	s.fault(end-1, end, "text-after-quote", "text follows the quote that closes the cell",
		"a quote inside a quoted cell is written twice; a cell ends with its closing quote")
	s.record.broken = true
	return s.separator(s.nextLine(lineEnd))
}

// unclosed gives up the cell at the end of its first line.
func (s *scanner) unclosed(start int, message string) bool {
	lineEnd := s.lineEnd(start)
	s.add(s.text[start:lineEnd], start, lineEnd)
	s.fault(start, lineEnd, "unterminated-quote", message, "close the quote where the cell ends, or remove it; a quote inside a quoted cell is written twice")
	s.record.broken = true
	return s.separator(s.nextLine(lineEnd))
}

// lineEnd is the offset behind the last character of the line that holds offset.
func (s *scanner) lineEnd(offset int) int {
	end := len(s.text)
	if n := strings.IndexByte(s.text[offset:], '\n'); n >= 0 {
		end = offset + n
	}
	if end > offset && s.text[end-1] == '\r' {
		end--
	}
	return end
}

// nextLine is the offset of the line feed that ends the line whose text ends at lineEnd.
func (s *scanner) nextLine(lineEnd int) int {
	if lineEnd < len(s.text) && s.text[lineEnd] == '\r' {
		return lineEnd + 1
	}
	return lineEnd
}

// restart reads the record again as if its first line ended it, when a quoted cell swallowed lines that are rows.
func (s *scanner) restart() {
	r := &s.record
	lineEnd := s.lineEnd(r.start)
	for i, at := range r.at {
		if r.ends[i] > lineEnd {
			r.cells, r.at, r.ends = r.cells[:i], r.at[:i], r.ends[:i]
			s.offset, s.line = at, r.line
			s.unclosed(at, fmt.Sprintf("the quote opened here is closed only in line %d, behind other rows", r.line+r.lines-1))
			r.lines = 1
			return
		}
	}
}

func (s *scanner) add(content string, at, end int) {
	s.record.cells = append(s.record.cells, content)
	s.record.at = append(s.record.at, at)
	s.record.ends = append(s.record.ends, end)
}

func (s *scanner) fault(at, end int, rule, message, advice string) {
	s.record.faults = append(s.record.faults, fault{at: at, end: end, rule: rule, message: message, advice: advice})
}

// quote2 writes a cell in quotes, shortened when long.
func quote2(cell string) string {
	return `"` + strings.ReplaceAll(clip(cell, 40), `"`, `""`) + `"`
}

// clip shortens a text to n characters.
func clip(text string, n int) string {
	count := 0
	for i := range text {
		if count == n {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
