package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/rs/zerolog"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// requestIDHeader carries an id that ties a response to the log.
const requestIDHeader = "X-Request-Id"

type requestIDKey struct{}

var saneRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// withRequestID takes a sane id from the client, or makes one, and sends it back.
func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !saneRequestID.MatchString(id) {
			id = newRequestID()
		}
		w.Header().Set(requestIDHeader, id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestIDKey{}, id)))
	})
}

func newRequestID() string {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	return hex.EncodeToString(random[:])
}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// withSecurityHeaders forbids everything that answers in JSON never need; the playground sets a policy of its own. No CORS
// header is ever sent, so other sites cannot read answers.
func withSecurityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// withoutPanics turns a panic outside of any resolver into INTERNAL, logged with its stack.
func withoutPanics(log zerolog.Logger, next http.Handler) http.Handler {
	report := logInternal(log)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			value := recover()
			if value == nil {
				return
			}
			if value == http.ErrAbortHandler { //nolint:errorlint // net/http compares it so, too
				panic(value)
			}
			internal := apierror.From(apierror.Recover(r.Context(), value))
			report(r.Context(), internal)
			writeRefusal(w, r, internal, http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

func onlyMethods(next http.Handler, methods ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(methods, r.Method) {
			w.Header().Set("Allow", strings.Join(methods, ", "))
			writeRefusal(w, r, apierror.BadInput("method", r.Method+" is not allowed", "Send operations with POST, or queries with GET."),
				http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}
