// Command bench measures the engine beside what a user would pick instead, on the same networks, in one run: it draws the networks, starts
// the peers and a real Neo4j, asks all of them the same questions in turn, checks that their answers agree, and prints ratios with
// machine, versions and settings.
//
//	go run ./bench -quick                         100 k links, few rounds: some minutes
//	go run ./bench -out docs/performance -doc docs/performance.md
//	go run ./bench -edges 10m -peers scipy,duckdb
//
// Python peers go into a virtual environment and Node's into a folder, both below the user's cache folder; the first run installs them. What is
// missing is named, and the run goes on without it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/bench/generate"
	"github.com/lodestone-graph/lodestone/loader/csv"
)

const (
	startLimit = 5 * time.Minute
	every      = "scipy,igraph,networkx,duckdb,kuzu,python,cypher,graphql"
)

// bench is one run on one network.
type bench struct {
	peers   []peer
	network *generate.Network
	roots   []int32
	folder  string
	rows    []Row
	limit   time.Duration // for one answer
	budget  time.Duration // for one peer and question
	quick   bool
}

func (b *bench) say(format string, values ...any) { fmt.Fprintf(os.Stderr, format+"\n", values...) }

func (b *bench) add(r Row) {
	r.finish()
	b.say("  %s", r.line())
	b.rows = append(b.rows, r)
}

type settings struct {
	edges []int
	peers []string
	seed  uint64
	out   string
	doc   string
	quick bool
}

func main() {
	s, err := parse(os.Args[1:])
	if err == nil {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		err = run(ctx, s)
		stop()
	}
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func parse(args []string) (settings, error) {
	var s settings
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	edges := flags.String("edges", "", "sizes of the networks, as numbers of links: 100k, 1m, 10m (default 100k,1m; quick: 100k)")
	peers := flags.String("peers", every, "who is asked beside the engine; none for nobody")
	flags.Uint64Var(&s.seed, "seed", 1, "seed of the networks")
	flags.StringVar(&s.out, "out", "", "folder for the raw numbers and the tables; none is written without it")
	flags.StringVar(&s.doc, "doc", "", "document to put the tables into, between its marks")
	flags.BoolVar(&s.quick, "quick", false, "few rounds and short limits")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	switch {
	case *edges == "" && s.quick:
		*edges = "100k"
	case *edges == "":
		*edges = "100k,1m"
	}
	for _, text := range strings.Split(*edges, ",") {
		n, err := size(text)
		if err != nil {
			return s, err
		}
		s.edges = append(s.edges, n)
	}
	if *peers != "none" {
		s.peers = strings.Split(*peers, ",")
	}
	for _, p := range s.peers {
		if !strings.Contains(","+every+",", ","+p+",") {
			return s, fmt.Errorf("peer %q is not known: choose of %s, or none", p, every)
		}
	}
	return s, nil
}

// size reads 100k or 1m.
func size(text string) (int, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	factor := 1
	switch {
	case strings.HasSuffix(text, "k"):
		factor = 1_000
	case strings.HasSuffix(text, "m"):
		factor = 1_000_000
	}
	n, err := strconv.Atoi(strings.TrimRight(text, "km"))
	if err != nil || n*factor < 1_000 {
		return 0, fmt.Errorf("%q is no size: say 100k, 1m or 10m", text)
	}
	return n * factor, nil
}

func run(ctx context.Context, s settings) error {
	root, err := moduleRoot(ctx)
	if err != nil {
		return err
	}
	report := &Report{Machine: machine(ctx), Command: "go run ./bench " + strings.Join(os.Args[1:], " "), Commit: commit(ctx, root),
		Started: time.Now().UTC().Format(time.DateTime)}
	if report.Seed, err = seedShape(ctx, root); err != nil {
		return err
	}
	disagreed := false
	for _, edges := range s.edges {
		section, missing, err := measure(ctx, root, s, edges)
		if err != nil {
			return err
		}
		report.Networks = append(report.Networks, section)
		for _, m := range missing {
			if !contains(report.Missing, m) {
				report.Missing = append(report.Missing, m)
			}
		}
		for _, r := range section.Rows {
			disagreed = disagreed || !r.Agrees
		}
	}
	if err := report.write(s); err != nil {
		return err
	}
	fmt.Println(report.markdown())
	if disagreed {
		return errors.New("some answers disagree: see the tables")
	}
	return nil
}

func contains(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(max(len(list), 1))
}

func (r *Report) write(s settings) error {
	if s.out != "" {
		if err := os.MkdirAll(s.out, 0o755); err != nil {
			return err
		}
		raw, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(s.out, "raw.json"), append(raw, '\n'), 0o644); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(s.out, "tables.md"), []byte(r.markdown()), 0o644); err != nil {
			return err
		}
	}
	if s.doc != "" {
		return r.fill(s.doc)
	}
	return nil
}

// measure draws one network, starts the peers on it, and asks everything.
func measure(ctx context.Context, root string, s settings, edges int) (section Section, missing []string, err error) {
	folder, err := os.MkdirTemp("", "lodestone-bench-")
	if err != nil {
		return section, nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	b := &bench{folder: folder, limit: time.Minute, budget: 90 * time.Second, quick: s.quick}
	if s.quick {
		b.limit, b.budget = 20*time.Second, 20*time.Second
	}
	b.say("drawing %d links", edges)
	b.network = generate.Draw(generate.Options{Edges: edges, Seed: s.seed})
	b.roots = b.network.Roots(100, s.seed+1)
	release := filepath.Join(folder, "release")
	if err := errors.Join(writeNetwork(folder, b.network), csv.Write(release, b.network.Facts())); err != nil {
		return section, nil, err
	}
	own, err := newOurs(ctx, b.network, release)
	if err != nil {
		return section, nil, err
	}
	if own.cascades, err = b.drawCascades(ctx, s.seed); err != nil {
		return section, nil, err
	}
	b.peers = []peer{own}
	defer func() {
		for _, p := range b.peers {
			p.stop()
		}
	}()
	section = Section{Network: b.network.Statistics(), Seed: s.seed, Limits: measureLimits(b.network.Nodes, len(b.network.Supplier)),
		Bytes: float64(own.graph.Bytes()) / float64(own.graph.Links())}
	missing = b.startPython(ctx, root, s.peers)
	neo, more := b.startNeo4j(ctx, root, s.peers)
	missing = append(missing, more...)
	if neo != nil {
		defer neo.end()
	}
	for _, m := range missing {
		b.say("MISSING: %s", m)
	}
	runtime.GC() // what the loading left behind is nobody's cost
	if err := b.everything(ctx, neo, own, release); err != nil {
		return section, missing, err
	}
	section.Looks = float64(own.solution.Links) / float64(own.graph.Links())
	section.Effort = fmt.Sprintf("%d sweeps, %.2f looks a link, error at most %.1e", own.solution.Sweeps, section.Looks, own.solution.Error)
	if section.Shape, err = b.shape(ctx, own.graph); err != nil {
		return section, missing, err
	}
	section.ShockLooks = mean(own.cascades.links)
	section.Rows = b.rows
	return section, missing, nil
}
