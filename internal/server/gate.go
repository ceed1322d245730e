package server

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// gate bounds how many operations run at once and how many wait behind them.
type gate struct {
	slots   chan struct{}
	waiting *atomic.Int64
	most    int64
	queue   time.Duration
}

func newGate(limits Limits) gate {
	return gate{
		slots:   make(chan struct{}, limits.Running),
		waiting: new(atomic.Int64),
		most:    int64(limits.Waiting),
		queue:   limits.Queue,
	}
}

// enter waits for a slot. The caller must call leave when it got one.
func (g gate) enter(ctx context.Context) error {
	select {
	case g.slots <- struct{}{}:
		return nil
	default:
	}
	const hint = "Wait a second and send it again."
	if g.waiting.Add(1) > g.most {
		g.waiting.Add(-1)
		return apierror.Unavailable("too many operations are waiting", hint)
	}
	defer g.waiting.Add(-1)
	patience := time.NewTimer(g.queue)
	defer patience.Stop()
	select {
	case g.slots <- struct{}{}:
		return nil
	case <-patience.C:
		return apierror.Unavailable("no other operation finished in time to run this one", hint)
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (g gate) leave() { <-g.slots }
