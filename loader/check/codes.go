package check

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/lodestone-graph/lodestone/graph"
)

// codeShapes are the shapes that a column may name with codes=NAME.
var codeShapes = map[string]struct {
	shape   *regexp.Regexp
	words   string
	digits  []int // lengths of codes that are digits only
	control bool  // a code with a letter from A to E as its second character
}{
	"hs":      {regexp.MustCompile(`^\d{4}(\d{2})?$`), "a customs heading of 4 or 6 digits", []int{4, 6}, false},
	"tariff":  {regexp.MustCompile(`^\d{8}(\d{2})?$`), "a tariff line of 8 or 10 digits", []int{8, 10}, false},
	"control": {regexp.MustCompile(`^[1-9][A-E]\d{3}(\.[a-z](\.\d+)?)?$`), "a control code such as 1C902 or 1C902.a.1", nil, true},
}

var (
	exponent  = regexp.MustCompile(`^(\d)(?:[.,]0+)?[eE]\+?(\d+)$`)
	lossy     = regexp.MustCompile(`^\d[.,]\d+[eE]\+\d+$`)
	digits    = regexp.MustCompile(`^\d+$`)
	separated = regexp.MustCompile(`^\d[\d. ]*\d$`)
	trailing  = regexp.MustCompile(`^(\d+)\.0+$`)
)

// checkCodes names the first wrong code of a list and what a spreadsheet may have done to it.
func checkCodes(c *graph.Column, list string, codes []string) (rule, message, advice string) {
	shape := codeShapes[c.Codes]
	for _, code := range codes {
		if shape.shape.MatchString(code) {
			continue
		}
		message = fmt.Sprintf("%s in %s is not %s", Quote(code), c.Name, shape.words)
		if code != list {
			message += " (in " + Quote(list) + ")"
		}
		if code == "" {
			return "list", fmt.Sprintf("%s in %s holds an empty part", Quote(list), c.Name), "remove the semicolon too many"
		}
		if parts := regexp.MustCompile(`[,/ ]+`).Split(code, -1); len(parts) > 1 && each(parts, shape.shape.MatchString) {
			return "list", fmt.Sprintf("%s in %s is not a list separated by semicolons", Quote(code), c.Name), "write " + Quote(strings.Join(parts, ";"))
		}
		if shape.control {
			return controlCode(code, message)
		}
		return digitCode(code, message, shape.digits)
	}
	return "", "", ""
}

func each(parts []string, ok func(string) bool) bool {
	for _, p := range parts {
		if !ok(p) {
			return false
		}
	}
	return true
}

func controlCode(code, message string) (string, string, string) {
	if m := exponent.FindStringSubmatch(code); m != nil && len(m[2]) == 3 {
		return "code-as-number", message + ": a spreadsheet took it for a number",
			"write " + m[1] + "E" + m[2] + "; format the column as text first"
	}
	if upper := strings.ToUpper(code[:min(2, len(code))]) + strings.ToLower(code[min(2, len(code)):]); codeShapes["control"].shape.MatchString(upper) {
		return "code", message, DidYouMean([]string{upper})
	}
	return "code", message, ""
}

func digitCode(code, message string, lengths []int) (string, string, string) {
	bare := strings.NewReplacer(".", "", " ", "").Replace(code)
	switch {
	case lossy.MatchString(code), exponent.MatchString(code):
		return "code-as-number", message + ": a spreadsheet took it for a number and dropped digits", "look the code up again; format the column as text first"
	case trailing.MatchString(code):
		return "code-as-number", message + ": a spreadsheet took it for a number", "write " + trailing.FindStringSubmatch(code)[1] + "; format the column as text first"
	case digits.MatchString(code) && (len(code)+1 == lengths[0] || len(code)+1 == lengths[1]):
		return "lost-leading-zero", message + ": a spreadsheet dropped its leading zero", "write 0" + code + "; format the column as text first"
	case separated.MatchString(code) && (len(bare) == lengths[0] || len(bare) == lengths[1]):
		return "code", message + ": codes are written without points and blanks", "write " + bare
	}
	return "code", message, ""
}
