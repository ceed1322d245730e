package neo4j

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Only one load at a time may write. Who loads has a node that says so, with the time it was last seen by the server's clock; it is
// renewed while the load lives and goes with the load's last write. A loader that was killed leaves it behind, and is dead when it has
// not been seen for a while.
const (
	seenEvery = 5 * time.Second
	deadAfter = 30 * time.Second
)

// loaderName says which process loads, to people: its machine and its number there.
func loaderName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown host"
	}
	return fmt.Sprintf("%s, process %d", host, os.Getpid())
}

// claim makes this load the one that may write, or says who that is. The release node is made with it, so that from here on the database
// is known as Lodestone's, however the load ends.
func (l *load) claim(ctx context.Context, session driver.SessionWithContext) error {
	return l.store.inTransaction(ctx, session, func(t *transaction) error {
		if _, _, err := t.run(ctx, "MERGE (l:ReleaseLoader {name: 'current'}) SET l.name = l.name", nil); err != nil { // locks it
			return err
		}
		records, _, err := t.run(ctx, `MATCH (l:ReleaseLoader {name: 'current'})
RETURN l.token, l.who, toString(l.since), toString(l.seen), l.seen > datetime.realtime() - duration({seconds: $dead})`,
			map[string]any{"dead": int64(deadAfter.Seconds())})
		if err != nil {
			return err
		}
		if len(records) == 0 {
			return fmt.Errorf("%w (%s): another load has just ended", ErrChanging, l.store.config.URI) // while its lock was waited for
		}
		values := records[0].Values
		alive, _ := values[4].(bool)
		if alive && values[0] != l.token && !l.store.config.TakeOver {
			return fmt.Errorf("%w (%s): %v has been loading since %v, last seen %v; wait for its end. A loader that was killed counts as dead "+
				"%v after it was last seen; to go on at once, run `lodestone load --take-over`",
				ErrBusy, l.store.config.URI, values[1], values[2], values[3], deadAfter)
		}
		_, _, err = t.run(ctx, `MATCH (l:ReleaseLoader {name: 'current'})
SET l.token = $token, l.who = $who, l.since = datetime.realtime(), l.seen = datetime.realtime()
MERGE (r:Release {name: 'current'}) ON CREATE SET r.state = 'LOADING', r.load = 0`,
			map[string]any{"token": l.token, "who": loaderName()})
		return err
	})
}

// held locks the claim until the transaction ends; the error is ErrOvertaken when another load has it.
func (l *load) held(ctx context.Context, t *transaction, then string) error {
	records, _, err := t.run(ctx, "MATCH (l:ReleaseLoader {name: 'current'}) WHERE l.token = $token "+then+" RETURN 1",
		map[string]any{"token": l.token})
	if err == nil && len(records) == 0 {
		err = fmt.Errorf("%w (%s)", ErrOvertaken, l.store.config.URI)
	}
	return err
}

const (
	renewed  = "SET l.seen = datetime.realtime()"
	released = "DELETE l"
)

// keepAlive renews the claim in the background until the function it gives is called.
func (l *load) keepAlive(ctx context.Context) (stop func()) {
	beating, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for wait(beating, seenEvery) {
			session := l.store.session(beating, driver.AccessModeWrite)
			_ = l.store.inTransaction(beating, session, func(t *transaction) error { return l.held(beating, t, renewed) }) // the load itself sees what is wrong
			closeSession(beating, session)
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// giveUp gives the claim back after a load that wrote nothing, or failed. When that fails too, the claim dies by itself.
func (l *load) giveUp(ctx context.Context) {
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
	defer cancel()
	session := l.store.session(limited, driver.AccessModeWrite)
	defer closeSession(limited, session)
	_ = l.store.inTransaction(limited, session, func(t *transaction) error {
		err := l.held(limited, t, released)
		if errors.Is(err, ErrOvertaken) {
			return nil // it is gone, or another's
		}
		return err
	})
}
