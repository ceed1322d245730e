package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// health says that the process runs. It stays true while a release is being loaded.
func health(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]any{"status": "ok"})
}

// stale marks answers from a release that the record may have left behind.
type stale struct {
	Since string `json:"since"`
}

// stale is the mark, or nil when none is due.
func (s Status) stale() *stale {
	if s.Stale.IsZero() {
		return nil
	}
	return &stale{s.Stale.UTC().Format(time.RFC3339)}
}

// readiness says whether operations are answered, from which release, and if not why not.
func readiness(status func() Status) http.HandlerFunc {
	type answer struct {
		Status   string   `json:"status"`
		Release  string   `json:"release,omitempty"`
		Stale    *stale   `json:"stale,omitempty"`
		Reasons  []string `json:"reasons,omitempty"`
		Warnings []string `json:"warnings,omitempty"`
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		now := status()
		body := answer{Status: "ready", Release: now.Release, Stale: now.stale(), Reasons: now.Reasons, Warnings: now.Warnings}
		code := http.StatusOK
		if !now.Ready() {
			body.Status, code = "unavailable", http.StatusServiceUnavailable
		}
		writeJSON(w, code, body)
	}
}

// onlyWhenReady answers UNAVAILABLE with the reasons until a release is loaded.
func onlyWhenReady(status func() Status, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if now := status(); !now.Ready() && r.Method != http.MethodOptions {
			err := apierror.Unavailable(strings.Join(now.Reasons, "; "), "Ask again when /readyz answers 200.")
			writeRefusal(w, r, err, http.StatusServiceUnavailable)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func noSuchPage(w http.ResponseWriter, r *http.Request) {
	writeRefusal(w, r, apierror.NotFound("page", r.URL.Path, []string{"/graphql", "/", "/healthz", "/readyz"}), http.StatusNotFound)
}

func writeJSON(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body) // an error here means that the client went away
}
