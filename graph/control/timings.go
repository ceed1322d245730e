package control

import (
	"math"

	"github.com/lodestone-graph/lodestone/graph"
)

// Timing is one thing that is known of how long a review takes.
type Timing struct {
	Low, High float64 // calendar days; NaN is not stated, +Inf without limit
	Says      string
	Basis     []string // sources
}

// timing says when a Timing belongs to a decision.
type timing struct {
	licence string
	to      string
	from    graph.Day // 0: always
	Timing
}

var (
	unstated = math.NaN()
	noLimit  = math.Inf(1)
)

// timings is the table of how long reviews take.
var timings = []timing{
	{"cn-individual", "", 0, Timing{63, 63, "By the regulation, 45 working days, about 63 calendar days.", []string{"c-wk-reg792", "c-memetals-apr", "c-rawmat-45"}}},
	{"cn-individual", "", 0, Timing{30, 45, "Observed by the trade press.", []string{"c-mugglehead-gl"}}},
	{"cn-individual", "", 0, Timing{unstated, 30, "The first grants came in under a month.", []string{"d-first-licences"}}},
	{"cn-individual", "", 0, Timing{42, unstated, "Six or seven weeks to several months, as reported from Korea.", []string{"c-vannn-kr"}}},
	{"cn-individual", "", graph.NewDay(2025, 9, 1), Timing{unstated, 63, "Since September 2025 most are decided barely inside 45 working days.", []string{"c-ckhq-sep"}}},
	{"cn-individual", "", graph.NewDay(2025, 11, 24), Timing{45, unstated, "39 % of 131 firms asked by the EU Chamber saw the promised 45 days exceeded.", []string{"c-chinascope-euch"}}},
	{"cn-individual", "US", graph.NewDay(2025, 6, 2), Timing{7, unstated, "For makers named in the deal of June 2025, from 7 days after the leaders' word; such a licence is valid for about 183 days.", []string{"c-zero-6mo"}}},
	{"cn-individual", "", 0, Timing{unstated, noLimit, "A case that is referred to the State Council has no stated limit.", []string{"c-wk-no33"}}},
	{"cn-individual", "", 0, Timing{unstated, unstated, "Whether a request that is returned as incomplete starts the clock again, no rule in the sources says.", []string{"c-ckhq-sep", "c-motorbeats-clepa"}}},
	{"cn-general-rare-earth", "", 0, Timing{0, 0, "Once held, no further days for each shipment to the named customer; the first were granted 33 days after they were agreed.", []string{"c-assam-gl"}}},
	{"cn-watchlist-individual", "", 0, Timing{unstated, noLimit, "The time limit of reviews does not apply to users on a watch list.", []string{"c-wk-jp12"}}},
}

func timingsOf(b *Book, d *Decision) []Timing {
	var found []Timing
	for i := range timings {
		t := &timings[i]
		if t.to != "" && (d.asked.Destination == graph.NoNode || b.view.Key(d.asked.Destination) != t.to) || d.asked.On < t.from {
			continue
		}
		for _, kind := range d.Types {
			if b.view.Key(kind) == t.licence && d.Outcome.passage() != Closed {
				found = append(found, t.Timing)
			}
		}
	}
	return found
}
