package check

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lodestone-graph/lodestone/graph"
)

var (
	anglo       = regexp.MustCompile(`^[-+]?[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d+)?$`)
	continental = regexp.MustCompile(`^[-+]?\d{1,3}(\.\d{3})+,\d+$|^[-+]?\d{1,3}(\.\d{3}){2,}$`)
	spaced      = regexp.MustCompile(`^[-+]?\d{1,3}([ \x{a0}\x{202f}\x{2009}'’]\d{3})+([.,]\d+)?$`)
	comma       = regexp.MustCompile(`^[-+]?\d*,\d+$`)
	scientific  = regexp.MustCompile(`^[-+]?\d+([.,]\d+)?[eE][-+]?\d+$`)
	percent     = regexp.MustCompile(`^([-+]?[\d.,]+)\s*(%|‰|percent|pct)$`)
	between     = regexp.MustCompile(`^([\d.,]+)\s*(?:-|–|—|to|\.\.+|~)\s*([\d.,]+)$`)
	about       = regexp.MustCompile(`^(?:~|≈|<=?|>=?|≤|≥|±|=|ca\.?|c\.|about|approx\.?|up to|over)\s*([\d.,]+)$`)
	withUnit    = regexp.MustCompile(`^([-+]?[\d.,]+)\s*([^\d\s.,][^\d]*)$`)
	money       = regexp.MustCompile(`^(?:US|A|C)?[$€£¥]\s*([\d.,]+)$`)
	shortDate   = regexp.MustCompile(`(?i)^\d{1,2}[-. ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ]\d{1,2}$`)
)

// explainNumber names the ways in which spreadsheets and people write numbers.
func explainNumber(c *graph.Column, cell string, err error) *Explained {
	value := strings.ReplaceAll(norm.NFKC.String(cell), "−", "-")
	explain := func(rule, what, advice string) *Explained {
		return &Explained{Rule: rule, Message: Quote(cell) + " in " + c.Name + " " + what, Advice: advice}
	}
	write := func(number string) string {
		if c.Parse(number) != nil {
			return "write a plain number, with a point for decimals"
		}
		return "write " + number
	}
	match := func(shape *regexp.Regexp) []string { return shape.FindStringSubmatch(value) }
	switch {
	case errors.Is(err, graph.ErrPrecision):
		return explain("precision", "has more digits than a 64-bit number keeps", "round it to 15 digits")
	case anglo.MatchString(value):
		advice := write(unmarked(value))
		if strings.Count(value, ",") == 1 && !strings.Contains(value, ".") && c.Type == graph.Decimal {
			advice += ", or " + strings.Replace(value, ",", ".", 1) + " if the comma is a decimal comma"
		}
		return explain("thousands-mark", "has a thousands mark", advice)
	case continental.MatchString(value), spaced.MatchString(value):
		return explain("thousands-mark", "has a thousands mark", write(unmarked(value)))
	case comma.MatchString(value):
		return explain("decimal-comma", "has a decimal comma", write(unmarked(value)))
	case scientific.MatchString(value):
		n, _ := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
		return explain("scientific", "is written with an exponent", write(strconv.FormatFloat(n, 'f', -1, 64)))
	case match(percent) != nil:
		return explain("percent-sign", "has a percent sign", write(unmarked(match(percent)[1])))
	case shortDate.MatchString(value):
		return explain("spreadsheet-date", "is a date; a spreadsheet made it of a number", "write the number again; format the column as text first")
	case c.Type == graph.Whole && dateLike.MatchString(value):
		return explain("year", "is a date; the column takes a year", write(value[:4]))
	case match(between) != nil:
		return explain("range", "is a range; a cell holds one number", rangeAdvice(c, match(between)))
	case match(about) != nil:
		return explain("comparison-sign", "has a sign before the number", write(unmarked(match(about)[1]))+"; say in the note that it is not exact")
	case match(money) != nil:
		return explain("unit-in-number", "holds a currency", write(unmarked(match(money)[1]))+"; the column's name says the unit")
	case match(withUnit) != nil:
		parts := match(withUnit)
		return explain("unit-in-number", "holds the unit "+Quote(strings.TrimSpace(parts[2])), write(unmarked(parts[1]))+", in the unit of the column")
	}
	return explainDigits(c, value, explain, write)
}

var dateLike = regexp.MustCompile(`^\d{4}-\d{2}(-\d{2})?$`)

// explainDigits deals with numbers that are merely spelt otherwise.
func explainDigits(c *graph.Column, value string, explain func(rule, what, advice string) *Explained, write func(string) string) *Explained {
	number, err := strconv.ParseFloat(strings.TrimPrefix(value, "+"), 64)
	if err != nil {
		return explain("number", "is not a number", "write digits, with a point for decimals, or leave the cell empty")
	}
	whole := strconv.FormatFloat(number, 'f', -1, 64)
	if c.Type == graph.Whole && strings.Contains(whole, ".") {
		return explain("whole-number", "is not a whole number", "the column takes whole numbers only")
	}
	return explain("number", "is not written plainly", write(whole))
}

// unmarked removes thousands marks and turns a decimal comma into a point.
func unmarked(number string) string {
	number = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "", "+", "").Replace(number)
	point, last := strings.LastIndexByte(number, '.'), strings.LastIndexByte(number, ',')
	switch {
	case point > last && last >= 0, anglo.MatchString(number):
		return strings.ReplaceAll(number, ",", "")
	case strings.Count(number, ".") > 1, last > point:
		number = strings.Replace(strings.ReplaceAll(number, ".", ""), ",", ".", 1)
	}
	if strings.HasPrefix(number, ".") {
		number = "0" + number
	}
	return number
}

func rangeAdvice(c *graph.Column, ends []string) string {
	low, high := unmarked(ends[1]), unmarked(ends[2])
	if strings.HasSuffix(c.Name, "_low") || strings.HasSuffix(c.Name, "_high") || c.Name == "quantity" {
		return "write " + low + " in the column for the low end and " + high + " in that for the high end"
	}
	return "write one number and say in the note that it ranges from " + low + " to " + high
}
