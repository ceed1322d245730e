// Package live holds the release that the server answers from, and swaps it whole when the record brings another. Whatever goes
// wrong on the way, the last good release keeps answering and the status says why.
package live

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/loader/check"
)

// Holder is the release in use. The zero value holds none. It is safe for concurrent use; readers never wait.
type Holder struct {
	writing sync.Mutex
	state   atomic.Pointer[state]
}

type state struct {
	snapshot *graph.Snapshot
	trouble  string
}

// Current is the snapshot in use, or nil while there is none.
func (h *Holder) Current() *graph.Snapshot {
	snapshot, _ := h.State()
	return snapshot
}

// State is the snapshot in use and what is wrong, as one moment saw them. No trouble is an empty text.
func (h *Holder) State() (snapshot *graph.Snapshot, trouble string) {
	if now := h.state.Load(); now != nil {
		return now.snapshot, now.trouble
	}
	return nil, ""
}

// Swap puts a snapshot in use and ends all trouble.
func (h *Holder) Swap(snapshot *graph.Snapshot) {
	h.writing.Lock()
	defer h.writing.Unlock()
	h.state.Store(&state{snapshot: snapshot})
}

// Trouble says what keeps the release from being renewed, or, with an empty text, that nothing does any more.
func (h *Holder) Trouble(text string) {
	h.writing.Lock()
	defer h.writing.Unlock()
	h.state.Store(&state{snapshot: h.Current(), trouble: text})
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
