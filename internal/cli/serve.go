package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/live"
	"github.com/lodestone-graph/lodestone/internal/server"
)

type serveCommand struct {
	Address string        `name:"addr" env:"LODESTONE_ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address to listen on. Default: ${default}."`
	Folder  string        `name:"dir" env:"LODESTONE_DIR" placeholder:"DIR" help:"Folder of CSV files to read; without it the embedded data."`
	Record  recordFlags   `embed:"" group:"Neo4j"`
	Every   time.Duration `name:"neo4j-poll" env:"LODESTONE_NEO4J_POLL" default:"2s" group:"Neo4j" placeholder:"TIME" help:"Time between two looks for a new release. Default: ${default}."`
	Kept    string        `name:"keep-release" env:"LODESTONE_KEEP_RELEASE" group:"Neo4j" placeholder:"FILE" help:"File that keeps the last good release of Neo4j; a server that starts while Neo4j is away answers from it, and says so."`
	Limits  limitFlags    `embed:"" group:"Limits"`
}

// limitFlags are the limits that operators have reasons to move; the others are fixed.
type limitFlags struct {
	Price    int           `name:"max-price" env:"LODESTONE_MAX_PRICE" default:"100000" placeholder:"N" help:"Highest price of an operation. Default: ${default}."`
	Deadline time.Duration `name:"deadline" env:"LODESTONE_DEADLINE" default:"10s" placeholder:"TIME" help:"Longest time for one operation. Default: ${default}."`
	Body     int64         `name:"max-body" env:"LODESTONE_MAX_BODY" default:"1048576" placeholder:"BYTES" help:"Largest request body. Default: ${default}."`
	Running  int           `name:"max-running" env:"LODESTONE_MAX_RUNNING" default:"0" placeholder:"N" help:"Operations at work at the same time; 0 is four for each processor."`
	Drain    time.Duration `name:"drain" env:"LODESTONE_DRAIN" default:"15s" placeholder:"TIME" help:"Time that running requests get when the server stops. Default: ${default}."`
}

// Validate refuses limits that no operation fits in.
func (l *limitFlags) Validate() error {
	if l.Price < 1 || l.Deadline <= 0 || l.Body < 1 || l.Running < 0 || l.Drain < 0 {
		return errors.New("limits must be positive")
	}
	return nil
}

func (l *limitFlags) limits() server.Limits {
	limits := server.DefaultLimits()
	limits.Price, limits.Deadline, limits.BodyBytes, limits.Drain = l.Price, l.Deadline, l.Body, l.Drain
	limits.WriteTimeout = l.Deadline + 30*time.Second
	if l.Running > 0 {
		limits.Running = l.Running
	}
	return limits
}

// Run listens first, so that a taken address is known at once and health is answered while the release is being read.
func (c *serveCommand) Run(s *session) error {
	if c.Record.URI != "" && c.Folder != "" {
		return usageError(errTwoSources)
	}
	if c.Kept != "" && c.Record.URI == "" {
		return usageError(errors.New("--keep-release needs --neo4j-uri"))
	}
	listener, err := new(net.ListenConfig).Listen(s.ctx, "tcp", c.Address)
	if err != nil {
		return unavailable(fmt.Errorf("listen on %s: %w", c.Address, err))
	}
	warnBeyondLoopback(s, listener.Addr())
	holder := new(live.Holder)
	limits := c.Limits.limits()
	handler := server.New(server.Config{
		Schema: newSchema(holder.Current),
		Status: statusOf(holder),
		Limits: limits,
		Log:    s.log,
	})
	group, ctx := errgroup.WithContext(s.ctx)
	group.Go(func() error { return server.Serve(ctx, listener, handler, limits) })
	group.Go(func() error { return c.keep(ctx, s, holder, announcer(s, listener.Addr())) })
	err = group.Wait()
	s.log.Info().Msg("stopped")
	return err
}

// keep puts the release in use, once from files or again and again from the record.
func (c *serveCommand) keep(ctx context.Context, s *session, holder *live.Holder, announce func(*graph.Snapshot)) error {
	if c.Record.URI == "" {
		snapshot, err := s.readSnapshot(c.Folder, recordFlags{})
		if err != nil {
			return err
		}
		holder.Swap(snapshot)
		announce(snapshot)
		return nil
	}
	keeper := &live.Keeper{
		Holder: holder,
		Log:    s.log,
		Every:  c.Every,
		Connect: func(ctx context.Context) (live.Record, error) {
			store, err := c.Record.connect(ctx)
			if err != nil {
				return nil, err // not the store: a nil pointer in an interface is not nil
			}
			return store, nil
		},
		Swapped: announce,
	}
	if c.Kept != "" {
		keeper.Disk = &live.Disk{File: c.Kept, Origin: c.Record.origin()}
	}
	if err := keeper.Run(ctx); err != nil {
		return recordError(err)
	}
	return nil
}

// announcer prints the one line that says where to look, when the first release is in use.
func announcer(s *session, address net.Addr) func(*graph.Snapshot) {
	told := false
	return func(snapshot *graph.Snapshot) {
		if told {
			return
		}
		told = true
		_, _ = fmt.Fprintf(s.streams.Out, "Lodestone answers at http://%s (explorer at /explorer/, GraphQL at /graphql), release %s\n", address, snapshot.Release())
	}
}

// statusOf tells the server what the holder holds. The trouble of a record that is away is a warning while a release is in use.
func statusOf(holder *live.Holder) func() server.Status {
	return func() server.Status {
		now := holder.State()
		if now.Snapshot == nil {
			trouble := now.Trouble
			if trouble == "" {
				trouble = "the release is being read"
			}
			return server.Status{Reasons: []string{trouble}}
		}
		status := server.Status{Release: now.Snapshot.Release(), Stale: now.Stale}
		for _, warning := range []string{now.Trouble, now.Unkept} {
			if warning != "" {
				status.Warnings = append(status.Warnings, warning)
			}
		}
		return status
	}
}

func warnBeyondLoopback(s *session, address net.Addr) {
	if tcp, ok := address.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		s.log.Warn().Str("address", address.String()).Msg("listening beyond this machine, without encryption or keys")
	}
}
