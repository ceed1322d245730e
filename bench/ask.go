package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"time"
)

// question is what all peers are asked; a peer reads the fields it needs.
type question struct {
	Question string    `json:"question"`
	Root     int32     `json:"root"`
	Roots    []int32   `json:"roots,omitempty"`
	Targets  []int32   `json:"targets,omitempty"`
	Sets     [][]int32 `json:"sets,omitempty"`
	K        int       `json:"k,omitempty"`
	Depth    int       `json:"depth,omitempty"`
	ID       string    `json:"id,omitempty"` // of the root, as a firm
	Step     float64   `json:"step,omitempty"`
	Out      string    `json:"out,omitempty"`
	Name     string    `json:"name,omitempty"` // of a regime or an economy
}

// answer is what a peer says: its own time, and what is compared.
type answer struct {
	Milliseconds float64   `json:"ms"`
	Count        int       `json:"count"`
	Hash         uint64    `json:"hash"`
	Tiers        []int     `json:"tiers"`
	List         []float64 `json:"list"`
	Values       string    `json:"values"`
	Note         string    `json:"note"`
	Error        string    `json:"error"`
	Unsupported  string    `json:"unsupported"`

	values [][2]float64
}

// peer is whoever is asked.
type peer interface {
	label() string
	about() (version string, threads int)
	ask(ctx context.Context, q question, limit time.Duration) (answer, error)
	stop()
}

// Row is what one peer did with one question.
type Row struct {
	Question     string
	Peer         string
	Version      string
	Threads      int
	Milliseconds []float64
	P50, P99     float64
	Agrees       bool    // with ours, wherever both say it
	Other        bool    // the question was not the same: the note says which it was
	Apart        float64 // how far answers lie apart that need not be the same: those cut off in different ways
	Note         string  // why there is nothing, or what was compared
}

// disagreement is a peer's answer that is not ours.
type disagreement struct{ error }

// compare holds a peer's answer against ours.
func compare(q question, ours, theirs answer) error {
	switch q.Question {
	case "reach":
		if theirs.Count != ours.Count || theirs.Hash != 0 && theirs.Hash != ours.Hash {
			return disagreement{fmt.Errorf("root %d: %d nodes (%x), ours %d (%x)", q.Root, theirs.Count, theirs.Hash, ours.Count, ours.Hash)}
		}
		for tier, n := range theirs.Tiers {
			if tier >= len(ours.Tiers) || ours.Tiers[tier] != n {
				return disagreement{fmt.Errorf("root %d: tiers %v, ours %v", q.Root, theirs.Tiers, ours.Tiers)}
			}
		}
	case "hops":
		if theirs.Count != ours.Count {
			return disagreement{fmt.Errorf("root %s: %d firms within %d hops, ours %d", q.ID, theirs.Count, q.Depth, ours.Count)}
		}
	case "closure", "paths", "sets":
		return compareLists(q, ours.List, theirs.List)
	case "risk":
		if q.Step != cutoff {
			return compareLists(q, ours.List, theirs.List)
		}
	case "exposed":
		return compareValues(ours, theirs, 1)
	case "share", "chokepoints", "shock":
		return compareValues(ours, theirs, 2)
	}
	return nil
}

func compareLists(q question, ours, theirs []float64) error {
	if len(ours) != len(theirs) {
		return disagreement{fmt.Errorf("%d answers, ours %d", len(theirs), len(ours))}
	}
	for i := range ours {
		if math.Abs(ours[i]-theirs[i]) > 1e-9*max(1, ours[i]) || q.Question == "paths" && math.Abs(ours[i]-theirs[i]) > 1e-6*ours[i] {
			return disagreement{fmt.Errorf("number %d is %v, ours %v", i, theirs[i], ours[i])}
		}
	}
	return nil
}

// agreement is how close the shares of two programs must be.
const agreement = 1e-9

func compareValues(ours, theirs answer, columns int) error {
	values, err := readValues(theirs.Values, len(ours.values))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(theirs.Values) }()
	for i := range values {
		for k := range columns {
			if d := math.Abs(values[i][k] - ours.values[i][k]); !(d <= agreement) {
				return disagreement{fmt.Errorf("node %d: %v, ours %v", i, values[i], ours.values[i])}
			}
		}
	}
	return nil
}

// plan is a question in all its rounds.
type plan struct {
	name   string
	only   []string // who is asked; nil is everybody
	turn   int      // how many rounds a peer answers before it is the next one's turn: short questions find their data in the cache
	rounds []question
}

// asks tells whether a peer is asked. Plain Python answers what no library does, and nothing else.
func (p *plan) asks(peer string) bool {
	if p.only == nil {
		return peer != "python"
	}
	return slices.Contains(p.only, peer)
}

// interleave asks all peers all rounds of a question in turn, ours first, and compares. A peer that has used up its time in a question is
// left alone for the rest of it.
func (b *bench) interleave(ctx context.Context, p plan) error {
	rows := make([]Row, len(b.peers))
	done := make([]bool, len(b.peers))
	spent := make([]time.Duration, len(b.peers))
	for i, peer := range b.peers {
		version, threads := peer.about()
		rows[i] = Row{Question: p.name, Peer: peer.label(), Version: version, Threads: threads, Agrees: true}
		done[i] = !p.asks(peer.label())
	}
	for rounds := range slices.Chunk(p.rounds, max(p.turn, 1)) {
		references := make([]answer, len(rounds))
		for i, peer := range b.peers {
			for k, q := range rounds {
				if done[i] {
					break
				}
				start := time.Now()
				a, err := b.askOne(ctx, peer, q)
				spent[i] += time.Since(start)
				if ctx.Err() != nil {
					return ctx.Err()
				}
				if err == nil && i == 0 {
					references[k] = a
				} else if err == nil {
					err = compare(q, references[k], a)
				}
				rows[i].Other = i > 0 && q.Question == "share-some-hops"
				if err == nil && q.Question == "risk" && q.Step == cutoff {
					rows[i].apart(references[k].List, a.List)
				}
				done[i] = rows[i].take(a, err) || spent[i] > b.budget
			}
		}
	}
	for i := range rows {
		if p.asks(rows[i].Peer) {
			b.add(rows[i])
		}
	}
	if rows[0].Note != "" && len(rows[0].Milliseconds) == 0 {
		return fmt.Errorf("%s: ours: %s", p.name, rows[0].Note)
	}
	return nil
}

func (b *bench) askOne(ctx context.Context, p peer, q question) (answer, error) {
	if slices.Contains([]string{"share", "exposed", "chokepoints", "shock"}, q.Question) {
		q.Out = b.folder + "/values.bin"
	}
	return p.ask(ctx, q, b.limit)
}

// apart keeps how far two answers to a question that is cut off differ at most.
func (r *Row) apart(ours, theirs []float64) {
	for i := range ours {
		r.Apart = max(r.Apart, math.Abs(ours[i]-theirs[i]))
	}
	if r.Apart > 0 {
		r.Note = fmt.Sprintf("cut off in another way: by rounds; answers differ by up to %.1e", r.Apart)
	}
}

// take records an answer, and tells whether the peer is through with the question.
func (r *Row) take(a answer, err error) bool {
	var other disagreement
	var none unsupported
	switch {
	case err == nil:
		r.Milliseconds = append(r.Milliseconds, a.Milliseconds)
		if a.Note != "" {
			r.Note = a.Note
		}
		return false
	case errors.As(err, &other):
		r.Milliseconds = append(r.Milliseconds, a.Milliseconds)
		r.Agrees, r.Note = false, "DISAGREES: "+err.Error()
	case errors.As(err, &none):
		r.Note = "does not answer: " + err.Error()
	case errors.Is(err, errSlow):
		r.Note = "over the limit"
	default:
		r.Note = "FAILED: " + err.Error()
	}
	return true
}
