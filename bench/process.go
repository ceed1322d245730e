package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// process is a peer that runs beside the benchmark and answers one JSON line each.
type process struct {
	name    string
	command []string
	dir     string
	version string
	threads int

	cmd     *exec.Cmd
	in      io.WriteCloser
	lines   chan []byte
	problem strings.Builder
}

var errSlow = errors.New("no answer in time")

// start runs the program and waits until it has loaded its network.
func (p *process) start(ctx context.Context, limit time.Duration) error {
	p.cmd = exec.CommandContext(ctx, p.command[0], p.command[1:]...)
	p.cmd.Dir = p.dir
	p.cmd.Stderr = &p.problem
	// One thread each, unless a peer says otherwise: numerical libraries take all cores by themselves.
	p.cmd.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1")
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := p.cmd.Start(); err != nil {
		return err
	}
	p.lines = make(chan []byte)
	go func(lines chan<- []byte) {
		defer close(lines)
		scan := bufio.NewScanner(out)
		scan.Buffer(nil, 1<<26)
		for scan.Scan() {
			lines <- append([]byte(nil), scan.Bytes()...)
		}
	}(p.lines)
	var ready struct {
		Version string
		Threads int
	}
	if err := p.receive(limit, &ready); err != nil {
		p.stop()
		return err
	}
	p.version, p.threads = ready.Version, ready.Threads
	return nil
}

func (p *process) receive(limit time.Duration, into any) error {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case line, ok := <-p.lines:
		if !ok {
			return fmt.Errorf("it ended: %s", lastLine(p.problem.String()))
		}
		return json.Unmarshal(line, into)
	case <-timer.C:
		return errSlow
	}
}

// lastLine is the last line that speaks of an error, or else the last one.
func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.Contains(strings.ToLower(lines[i]), "error") {
			return strings.TrimSpace(lines[i])
		}
	}
	return lines[len(lines)-1]
}

func (p *process) label() string { return p.name }

func (p *process) about() (string, int) { return p.version, p.threads }

// ask sends a question and waits for its answer. A peer that is too slow is ended and started again, its loading untimed.
func (p *process) ask(ctx context.Context, q question, limit time.Duration) (answer, error) {
	line, err := json.Marshal(q)
	if err != nil {
		return answer{}, err
	}
	if _, err := p.in.Write(append(line, '\n')); err != nil {
		return answer{}, fmt.Errorf("it ended: %s", lastLine(p.problem.String()))
	}
	var a answer
	if err := p.receive(limit, &a); err != nil {
		p.stop()
		if again := p.start(ctx, startLimit); again != nil {
			err = fmt.Errorf("%w; and it did not start again: %w", err, again)
		}
		return answer{}, err
	}
	switch {
	case a.Error != "":
		return answer{}, errors.New(a.Error)
	case a.Unsupported != "":
		return answer{}, unsupported(a.Unsupported)
	}
	return a, nil
}

// unsupported says why a peer does not answer a question.
type unsupported string

func (u unsupported) Error() string { return string(u) }

func (p *process) stop() {
	if p.cmd == nil || p.cmd.Process == nil {
		return
	}
	_ = p.in.Close()
	done := make(chan struct{})
	go func() {
		for range p.lines { // drained, so that the reader ends
		}
		_ = p.cmd.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(3 * time.Second):
		_ = p.cmd.Process.Kill()
		<-done
	}
	p.cmd = nil
}
