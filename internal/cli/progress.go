package cli

import (
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/lodestone-graph/lodestone/loader/neo4j"
)

// progress shows how far a load is: a bar on a terminal, at most one event a second elsewhere.
type progress struct {
	session *session
	bar     *progressbar.ProgressBar
	step    string
	began   time.Time // of the step
	logged  time.Time
}

func newProgress(s *session) *progress { return &progress{session: s} }

func (p *progress) show(now neo4j.Progress) {
	if isTerminal(p.session.streams.Err) {
		p.draw(now)
		return
	}
	if now.Step == p.step && time.Since(p.logged) < time.Second {
		return
	}
	if now.Step != p.step {
		p.began = time.Now()
	}
	p.step, p.logged = now.Step, time.Now()
	line := p.session.log.Info().Str("step", now.Step).Int("done", now.Done).Int("total", now.Total)
	if spent := time.Since(p.began); now.Done > 0 && spent > 0 {
		rate := float64(now.Done) / spent.Seconds()
		line.Int("rows_per_second", int(rate)).Dur("left_ms", time.Duration(float64(now.Total-now.Done)/rate*float64(time.Second)))
	}
	line.Msg("loading")
}

func (p *progress) draw(now neo4j.Progress) {
	if p.bar == nil || now.Step != p.step {
		p.end()
		total := now.Total
		if total == 0 {
			total = -1 // a spinner
		}
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.session.streams.Err),
			progressbar.OptionSetDescription(now.Step),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetItsString("rows"),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(100*time.Millisecond),
		)
		p.step = now.Step
	}
	_ = p.bar.Set(now.Done) // a bar that cannot be drawn must not fail a load
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish() // as above
		p.bar = nil
	}
}
