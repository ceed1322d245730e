// Package browsertest drives a real headless Chromium and keeps what it saw: console messages, requests, failed responses.
// Only tests import it.
package browsertest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Page is a page of a browser of its own.
type Page struct {
	Context context.Context // for chromedp.Run

	mu       sync.Mutex
	messages []string
	hosts    []string
	failures []string
}

// limit is how long a page may take for everything a test does with it.
const limit = time.Minute

// New starts a browser that lives as long as the test. Without a browser the test fails under CI=true; elsewhere it says so and
// is left out.
func New(t *testing.T) *Page {
	t.Helper()
	flags := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(find(t)),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // the network is cut
		chromedp.WindowSize(1400, 900),
	)
	ctx, stop := context.WithTimeout(context.WithoutCancel(t.Context()), limit)
	t.Cleanup(stop)
	allocator, release := chromedp.NewExecAllocator(ctx, flags...)
	t.Cleanup(release)
	page := &Page{}
	browser, closeBrowser := chromedp.NewContext(allocator, chromedp.WithListener(page.see))
	t.Cleanup(closeBrowser)
	page.Context = browser
	_, err := chromedp.Call(browser, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	_, err = chromedp.Call(browser, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	return page
}

func find(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("LODESTONE_TEST_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		require.FailNow(t, "no browser", "install chromium, or name one in LODESTONE_TEST_CHROMIUM")
	}
	t.Skip("LEFT OUT: no chromium on this machine, so the page was not opened in a browser")
	return ""
}

func (p *Page) see(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, argument := range event.Args {
			p.messages = append(p.messages, fmt.Sprintf("%s: %s %s", event.Type, argument.Value, argument.Description))
		}
	case *runtime.EventExceptionThrown:
		p.messages = append(p.messages, (&chromedp.ExceptionError{ExceptionDetails: event.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		p.messages = append(p.messages, event.Entry.Text+" "+event.Entry.URL)
	case *network.EventRequestWillBeSent:
		if address, err := url.Parse(event.Request.URL); err == nil && address.Host != "" {
			p.hosts = appendNew(p.hosts, address.Host)
		}
	case *network.EventResponseReceived:
		if event.Response.Status >= 400 {
			p.failures = append(p.failures, event.Response.URL)
		}
	}
}

func appendNew(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// Messages gives everything the console said.
func (p *Page) Messages() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.messages)
}

// Hosts gives every host that was asked for something.
func (p *Page) Hosts() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.hosts)
}

// Failures gives the addresses that answered with an error.
func (p *Page) Failures() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.failures)
}

// Do does the steps, and fails the test when one does not succeed.
func (p *Page) Do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(p.Context, steps...); err != nil {
		require.NoError(t, err, "console: %v, failed: %v", p.Messages(), p.Failures())
	}
}

// Text gives the text of the first element that a CSS selector finds.
func (p *Page) Text(t *testing.T, selector string) string {
	t.Helper()
	text, err := chromedp.Run(p.Context, chromedp.TextContent(chromedp.CSS(selector)))
	require.NoError(t, err, selector)
	return text
}

// Prefer sets the colour scheme that the user prefers: "light" or "dark".
func (p *Page) Prefer(t *testing.T, scheme string) {
	t.Helper()
	_, err := chromedp.Call(p.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	require.NoError(t, err)
}

// Narrow makes the page as wide as that of a telephone.
func (p *Page) Narrow(t *testing.T) {
	t.Helper()
	p.Do(t, chromedp.EmulateViewport(390, 844))
}

// Evaluate gives the value of an expression in the page, waiting for a promise.
func Evaluate[T any](t *testing.T, p *Page, expression string) T {
	t.Helper()
	value, err := chromedp.Run(p.Context, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(t, err, expression)
	return value
}

// Until waits until an expression is true in the page. It evaluates nothing inside the page, which a strict policy forbids.
func (p *Page) Until(t *testing.T, expression string) {
	t.Helper()
	const patience = 20_000 // milliseconds
	held := Evaluate[bool](t, p, fmt.Sprintf(`new Promise((done) => {
		const until = performance.now() + %d;
		const look = () => {
			let held = false;
			try { held = Boolean(%s); } catch {}
			held || performance.now() > until ? done(held) : setTimeout(look, 20);
		};
		look();
	})`, patience, expression))
	require.True(t, held, "%s; console: %v, failed: %v", expression, p.Messages(), p.Failures())
}

// Press presses keys, one after the other: letters, or the names of package kb.
func (p *Page) Press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		p.Do(t, chromedp.KeyEvent(key))
	}
}
