package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"github.com/lodestone-graph/lodestone/bench/generate"
)

// Report is all that a run found, raw.
type Report struct {
	Machine  Machine
	Command  string
	Commit   string
	Started  string
	Seed     *Shape
	Networks []Section
	Missing  []string // peers that were asked for and are not here, with why
}

// Machine is where it ran.
type Machine struct {
	CPU    string
	Cores  int
	Memory string
	Go     string
	Python string
	Node   string
	Java   string
	Load   string // at the start: other work spoils the numbers
}

// Section is one network.
type Section struct {
	Network    generate.Statistics
	Seed       uint64
	Limits     Limits
	Bytes      float64 // a link, of the compiled graph
	Effort     string  // of one share question
	Looks      float64 // at each link, in one share question
	ShockLooks float64 // links looked at in a shock, the mean
	Shape      *Shape
	Rows       []Row
}

func machine(ctx context.Context) Machine {
	m := Machine{CPU: "unknown", Cores: runtime.NumCPU(), Go: runtime.Version()}
	m.CPU = find("/proc/cpuinfo", `model name\s*: (.*)`)
	m.Memory = find("/proc/meminfo", `MemTotal:\s*(.*)`)
	m.Load = find("/proc/loadavg", `^(\S+)`)
	for program, into := range map[string]*string{"python3": &m.Python, "node": &m.Node, "java": &m.Java} {
		if out, err := exec.CommandContext(ctx, program, "--version").CombinedOutput(); err == nil {
			*into = strings.TrimSpace(strings.SplitN(string(out), "\n", 2)[0])
		}
	}
	return m
}

func find(path, pattern string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return "unknown"
	}
	if m := regexp.MustCompile(`(?m)` + pattern).FindSubmatch(data); m != nil {
		return strings.TrimSpace(string(m[1]))
	}
	return "unknown"
}

func (r *Row) finish() {
	if len(r.Milliseconds) == 0 {
		return
	}
	sorted := slices.Sorted(slices.Values(r.Milliseconds))
	r.P50, r.P99 = sorted[len(sorted)/2], sorted[min(len(sorted)-1, len(sorted)*99/100)]
}

func (r *Row) line() string {
	if len(r.Milliseconds) == 0 {
		return fmt.Sprintf("%-40s %-14s %s", r.Question, r.Peer, r.Note)
	}
	return fmt.Sprintf("%-40s %-14s p50 %10.3f ms  p99 %10.3f ms  n %3d  %s", r.Question, r.Peer, r.P50, r.P99, len(r.Milliseconds), r.Note)
}

// markdown is the report as tables.
func (r *Report) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Machine: %s, %d cores, %s; %s, Python %s, Node %s, %s. Load at the start: %s. Commit %s, %s. `%s`\n",
		r.Machine.CPU, r.Machine.Cores, r.Machine.Memory, r.Machine.Go, strings.TrimPrefix(r.Machine.Python, "Python "), r.Machine.Node, r.Machine.Java,
		r.Machine.Load, r.Commit, r.Started, r.Command)
	for _, missing := range r.Missing {
		fmt.Fprintf(&b, "\n**MISSING: %s**\n", missing)
	}
	if r.Seed != nil {
		fmt.Fprintf(&b, "\nThe seed: %s.\n", r.Seed)
	}
	for _, s := range r.Networks {
		s.markdown(&b)
	}
	return b.String()
}

func (s *Section) markdown(b *strings.Builder) {
	n := s.Network
	fmt.Fprintf(b, "\n### %d links, %d nodes (seed %d)\n\n", n.Edges, n.Nodes, s.Seed)
	fmt.Fprintf(b, "%s. %.1f %% of the nodes without buyers, %.1f %% without suppliers; gaps in %.0f %% of the lines; at most %d buyers. The compiled "+
		"graph takes %.1f bytes a link. One share question: %s.\n\n", s.Shape, 100*n.NoBuyers, 100*n.NoSuppliers, 100*n.Gaps, n.MostBuyers, s.Bytes, s.Effort)
	fmt.Fprintf(b, "Machine limits in Go, one thread: %.1f GB/s in order; %.2f ns a link to gather 8 bytes; %.2f ns a link to sweep a weighted number, %.2f a weighted pair.\n\n",
		s.Limits.SequentialGBs, s.Limits.Gather8, s.Limits.SweepOne, s.Limits.SweepPair)
	b.WriteString("| question | who | threads | p50, ms | p99, ms | asked | ours is faster by | |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n")
	for _, r := range s.Rows {
		if len(r.Milliseconds) == 0 {
			fmt.Fprintf(b, "| %s | %s %s | | | | | | %s |\n", r.Question, r.Peer, r.Version, r.Note)
			continue
		}
		ratio, note := "", r.Note
		if reference := s.row(r.Question, "lodestone"); reference != nil && r.Peer != "lodestone" && reference.P50 > 0 {
			ratio = fmt.Sprintf("%.3gx", r.P50/reference.P50)
		}
		if r.Agrees && r.Peer != "lodestone" && !r.Other && r.Apart == 0 {
			note = strings.TrimSuffix("agrees; "+note, "; ")
		}
		fmt.Fprintf(b, "| %s | %s %s | %d | %.4g | %.4g | %d | %s | %s |\n", r.Question, r.Peer, r.Version, r.Threads, r.P50, r.P99, len(r.Milliseconds), ratio, note)
	}
	s.goalTable(b)
}

func (s *Section) row(question, peer string) *Row {
	for i := range s.Rows {
		if s.Rows[i].Question == question && s.Rows[i].Peer == peer && len(s.Rows[i].Milliseconds) > 0 {
			return &s.Rows[i]
		}
	}
	return nil
}

// begin and end enclose, in a document, what a run writes.
const (
	begin = "<!-- bench: begin; written by go run ./bench -doc -->"
	end   = "<!-- bench: end -->"
)

// fill puts the tables into a document, between its marks.
func (r *Report) fill(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text := string(data)
	from, to := strings.Index(text, begin), strings.Index(text, end)
	if from < 0 || to < from {
		return fmt.Errorf("%s has no marks %q and %q", path, begin, end)
	}
	return os.WriteFile(path, []byte(text[:from+len(begin)]+"\n\n"+r.markdown()+"\n"+text[to:]), 0o644)
}
