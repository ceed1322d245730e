package check

import (
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

// checkCode says what is wrong with a code of a list, and what a spreadsheet may have done to it; nil when it is fine.
func checkCode(c *graph.Column, list, code string) *Explained {
	shape := codeShapes[c.Codes]
	if shape.shape.MatchString(code) {
		return nil
	}
	if code == "" {
		return &Explained{Rule: "list", Message: Quote(list) + " in " + c.Name + " holds an empty part", Advice: "remove the semicolon too many"}
	}
	if parts := notSemicolons.Split(code, -1); len(parts) > 1 && each(parts, shape.shape.MatchString) {
		return &Explained{Rule: "list", Message: Quote(code) + " in " + c.Name + " is not a list separated by semicolons",
			Advice: "write " + Quote(strings.Join(parts, ";"))}
	}
	e := &Explained{Rule: "code", Message: Quote(code) + " in " + c.Name + " is not " + shape.words}
	if shape.control {
		controlCode(e, code)
	} else {
		digitCode(e, code, shape.digits)
	}
	return e
}

var notSemicolons = regexp.MustCompile(`[,/ ]+`)

const asText = "; format the column as text first"

func each(parts []string, ok func(string) bool) bool {
	for _, p := range parts {
		if !ok(p) {
			return false
		}
	}
	return true
}

func controlCode(e *Explained, code string) {
	head := min(2, len(code))
	mended := strings.ToUpper(code[:head]) + strings.ToLower(code[head:])
	if m := exponent.FindStringSubmatch(code); m != nil && len(m[2]) == 3 {
		e.Rule, e.Advice = "code-as-number", "a spreadsheet took it for a number; write "+m[1]+"E"+m[2]+asText
	} else if codeShapes["control"].shape.MatchString(mended) {
		e.Advice = DidYouMean([]string{mended})
	}
}

func digitCode(e *Explained, code string, lengths []int) {
	bare := strings.NewReplacer(".", "", " ", "").Replace(code)
	switch {
	case lossy.MatchString(code), exponent.MatchString(code):
		e.Rule, e.Advice = "code-as-number", "a spreadsheet took it for a number and dropped digits; look the code up again"+asText
	case trailing.MatchString(code):
		e.Rule, e.Advice = "code-as-number", "a spreadsheet took it for a number; write "+trailing.FindStringSubmatch(code)[1]+asText
	case digits.MatchString(code) && (len(code)+1 == lengths[0] || len(code)+1 == lengths[1]):
		e.Rule, e.Advice = "lost-leading-zero", "a spreadsheet dropped its leading zero; write 0"+code+asText
	case separated.MatchString(code) && (len(bare) == lengths[0] || len(bare) == lengths[1]):
		e.Advice = "codes are written without points and blanks: " + bare
	}
}
