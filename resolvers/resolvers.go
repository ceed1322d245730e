// Package resolvers is the API: it answers the schema of schema.graphqls from snapshots. The types of the schema and their fields
// are in internal/api; what gqlgen makes of them is in internal/generated.
package resolvers

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/lodestone-graph/lodestone/graph"
	"github.com/lodestone-graph/lodestone/internal/apierror"
	"github.com/lodestone-graph/lodestone/resolvers/internal/api"
	"github.com/lodestone-graph/lodestone/resolvers/internal/generated"
)

//go:generate go tool gqlgen generate

// NewSchema gives the schema with its resolvers and prices. Snapshot is asked once for each operation and may give another release,
// or nil while there is none; now is the clock that says which day is today, in UTC. Both must be safe for concurrent use.
func NewSchema(snapshot func() *graph.Snapshot, now func() time.Time) graphql.ExecutableSchema {
	root := &root{now: now}
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: root})
	root.worlds = api.NewWorlds(meanings(schema))
	return priced{pinned{schema, snapshot}}
}

// meanings reads what the flags mean from their descriptions in the schema.
func meanings(schema graphql.ExecutableSchema) map[graph.Flag]string {
	out := map[graph.Flag]string{}
	for _, value := range schema.Schema().Types["Flag"].EnumValues {
		out[graph.Flag(value.Name)] = value.Description
	}
	return out
}

// pinned gives every operation one snapshot, however often the release changes while it runs.
type pinned struct {
	graphql.ExecutableSchema
	snapshot func() *graph.Snapshot
}

type snapshotKey struct{}

// Exec runs an operation on the snapshot of this moment.
func (p pinned) Exec(ctx context.Context) graphql.ResponseHandler {
	run, s := p.ExecutableSchema.Exec(ctx), p.snapshot()
	return func(ctx context.Context) *graphql.Response {
		if err := checkArguments(p.Schema(), graphql.GetOperationContext(ctx)); err != nil {
			graphql.AddError(ctx, err)
			return &graphql.Response{}
		}
		return run(context.WithValue(ctx, snapshotKey{}, s))
	}
}

func pinnedSnapshot(ctx context.Context) (*graph.Snapshot, error) {
	s, _ := ctx.Value(snapshotKey{}).(*graph.Snapshot)
	if s == nil {
		return nil, apierror.Unavailable("no release is loaded yet", "Try again in a moment.")
	}
	return s, nil
}

// root resolves the fields of Query.
type root struct {
	now    func() time.Time
	worlds *api.Worlds
}

// Query gives the resolver of the root type.
func (r *root) Query() generated.QueryResolver { return r }

// View opens the release on a day, with a scenario.
func (r *root) View(ctx context.Context, asOf *graph.Day, scenario []*api.Edit, facts *api.FactFilter) (*api.View, error) {
	s, err := pinnedSnapshot(ctx)
	if err != nil {
		return nil, err
	}
	filter, err := facts.Filter(s)
	if err != nil {
		return nil, err
	}
	day := r.today()
	if asOf != nil {
		day = *asOf
	}
	world, err := r.worlds.Open(ctx, s, day, filter)
	if err != nil || len(scenario) == 0 {
		return api.NewView(world), err
	}
	edits, err := world.Scenario(ctx, scenario)
	if err != nil {
		return nil, err
	}
	world, err = r.worlds.With(ctx, world, edits)
	if err != nil {
		return nil, err
	}
	return api.NewView(world), nil
}

func (r *root) today() graph.Day {
	t := r.now().UTC()
	return graph.NewDay(t.Year(), int(t.Month()), t.Day())
}

// Release describes the release that is loaded.
func (r *root) Release(ctx context.Context) (*api.Release, error) {
	s, err := pinnedSnapshot(ctx)
	if err != nil {
		return nil, err
	}
	return api.NewRelease(s), nil
}

// Node finds anything in today's view.
func (r *root) Node(ctx context.Context, id string) (api.Node, error) {
	view, err := r.View(ctx, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	return view.Node(id)
}

// Nodes finds many things in today's view. An unknown id is null and an error of its own.
func (r *root) Nodes(ctx context.Context, ids []string) ([]api.Node, error) {
	view, err := r.View(ctx, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	if len(ids) > mostIDs {
		return nil, apierror.BadInput("ids", "has more than 1000 values", "Send the ids in several operations.")
	}
	nodes := make([]api.Node, len(ids))
	for i, id := range ids {
		node, err := view.Node(id)
		if err != nil {
			graphql.AddError(ctx, err)
			continue
		}
		nodes[i] = node
	}
	return nodes, nil
}

// How much one call may ask for.
const (
	mostIDs  = 1_000
	mostHits = 100
)

// Search finds things by name in today's view.
func (r *root) Search(ctx context.Context, text string, in []graph.NodeKind, first int) ([]*api.SearchHit, error) {
	view, err := r.View(ctx, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	if first < 0 || first > mostHits {
		return nil, apierror.BadInput("first", "is outside 0 to 100", "Ask for at most 100 hits.")
	}
	return view.Search(text, in, first), nil
}
