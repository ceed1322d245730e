// Package live holds the release that the server answers from, and swaps it whole when the record brings another. Whatever goes
// wrong on the way, the last good release keeps answering and the status says why.
package live

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// Holder is the release in use. The zero value holds none. It is safe for concurrent use; readers never wait.
type Holder struct {
	writing sync.Mutex
	state   atomic.Pointer[State]
}

// State is a moment of a Holder.
type State struct {
	Snapshot *graph.Snapshot // in use; nil while there is none
	Trouble  string          // why the release cannot be renewed; empty when nothing is wrong
	Stale    time.Time       // from when on changes of the record may be missing; zero while it is followed
	Unkept   string          // why the release in use is not kept on disk; empty when it is, or need not be
}

// Current is the snapshot in use, or nil while there is none.
func (h *Holder) Current() *graph.Snapshot { return h.State().Snapshot }

// State gives all that is to be said, as one moment saw it.
func (h *Holder) State() State {
	if now := h.state.Load(); now != nil {
		return *now
	}
	return State{}
}

// Swap puts a snapshot in use and ends all trouble.
func (h *Holder) Swap(snapshot *graph.Snapshot) {
	h.change(func(now *State) { *now = State{Snapshot: snapshot} })
}

// Restore puts a snapshot in use that was the record's at that time; it is stale until the next Swap.
func (h *Holder) Restore(snapshot *graph.Snapshot, known time.Time) {
	h.change(func(now *State) { now.Snapshot, now.Stale = snapshot, known })
}

// Trouble says what keeps the release from being renewed as of now, or, with an empty text, that nothing does any more. The first
// trouble sets from when on the release is stale.
func (h *Holder) Trouble(text string, at time.Time) {
	h.change(func(now *State) {
		now.Trouble = text
		switch {
		case text == "":
			now.Stale = time.Time{}
		case now.Stale.IsZero() && now.Snapshot != nil:
			now.Stale = at
		}
	})
}

// Unkept says why the release in use could not be kept on disk.
func (h *Holder) Unkept(text string) {
	h.change(func(now *State) { now.Unkept = text })
}

func (h *Holder) change(change func(*State)) {
	h.writing.Lock()
	defer h.writing.Unlock()
	now := h.State()
	change(&now)
	h.state.Store(&now)
}

// Build checks facts that did not come from checked files and builds their snapshot.
func Build(facts *graph.Facts) (*graph.Snapshot, error) {
	var first []string
	errors := 0
	for _, finding := range check.Facts(facts, check.Scope{}) {
		if finding.Severity != check.Error {
			continue
		}
		if errors++; len(first) < 3 {
			first = append(first, describe(&finding))
		}
	}
	if errors > 0 {
		return nil, fmt.Errorf("the release breaks %s: %s", check.Count(errors, "rule"), strings.Join(first, "; "))
	}
	return graph.Build(facts)
}

func describe(finding *check.Finding) string {
	if finding.Table == nil {
		return finding.Problem.Rule + ": " + finding.Problem.Message
	}
	return fmt.Sprintf("%s row %d: %s: %s", finding.Table.Name, finding.Line, finding.Rule, finding.Message)
}
