package neo4j_test

import (
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// wire is a network between a store and its server that a test can spoil.
type wire struct {
	listener net.Listener
	target   string

	mu      sync.Mutex
	lines   map[net.Conn]bool
	stalled chan struct{} // closed while bytes pass
	after   int           // bytes of answers left until at is called
	at      func()
	piece   int           // answers come in pieces of so many bytes; 0 is all at once
	pause   time.Duration // before each piece
}

func newWire(t *testing.T, uri string) *wire {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	w := &wire{listener: listener, target: strings.TrimPrefix(uri, "bolt://"), lines: map[net.Conn]bool{}, stalled: make(chan struct{})}
	close(w.stalled)
	t.Cleanup(func() {
		_ = listener.Close()
		w.resume()
		w.cut()
	})
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			go w.join(near)
		}
	}()
	return w
}

func (w *wire) uri() string { return "bolt://" + w.listener.Addr().String() }

func (w *wire) join(near net.Conn) {
	far, err := net.Dial("tcp", w.target)
	if err != nil {
		_ = near.Close()
		return
	}
	w.mu.Lock()
	w.lines[near], w.lines[far] = true, true
	w.mu.Unlock()
	go func() {
		_, _ = io.Copy(far, near)
		_ = far.Close()
	}()
	w.answers(near, far)
	_ = near.Close()
}

// answers passes on what the server says, as slowly as the test wants.
func (w *wire) answers(near, far net.Conn) {
	buffer := make([]byte, 32<<10)
	for {
		w.mu.Lock()
		size, pause := len(buffer), w.pause
		if w.piece > 0 {
			size = w.piece
		}
		w.mu.Unlock()
		n, err := far.Read(buffer[:size])
		w.passed(n)
		w.mu.Lock()
		open := w.stalled
		w.mu.Unlock()
		<-open
		if pause > 0 {
			<-time.After(pause)
		}
		if _, failed := near.Write(buffer[:n]); failed != nil || err != nil {
			return
		}
	}
}

// passed counts bytes and calls the test when its count is reached, before they are passed on.
func (w *wire) passed(n int) {
	w.mu.Lock()
	at := w.at
	if w.after -= n; w.after > 0 {
		at = nil
	}
	if at != nil {
		w.at = nil
	}
	w.mu.Unlock()
	if at != nil {
		at()
	}
}

// when calls a function once so many bytes of answers have come.
func (w *wire) when(bytes int, at func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.after, w.at = bytes, at
}

// cut ends all connections; new ones pass.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for line := range w.lines {
		_ = line.Close()
	}
	clear(w.lines)
}

// stall lets connections stand, silent.
func (w *wire) stall() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stalled = make(chan struct{})
}

func (w *wire) resume() {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.stalled:
	default:
		close(w.stalled)
	}
}

// trickle lets answers come in small pieces.
func (w *wire) trickle(piece int, pause time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.piece, w.pause = piece, pause
}
