package e2e_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The embedded release is ready well within two seconds, without a network.
func TestServeEmbedded(t *testing.T) {
	began := time.Now()
	p := serve(t)
	t.Logf("ready after %s", time.Since(began))
	require.Contains(t, p.out.String(), p.release(t))
	require.Equal(t, map[string]any{"release": map[string]any{"id": p.release(t)}}, p.ask(t, `{ release { id } }`)["data"])
	status, _ := p.get(t, "/healthz")
	require.Equal(t, http.StatusOK, status)
	status, body := p.get(t, "/readyz")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, body, `"ready"`)
	require.Equal(t, 0, p.stop(), p.log.String())
	require.Contains(t, p.log.String(), `"stopped"`)
}

// The worked questions give the same answers through the command line and over HTTP, without errors and within their price.
func TestWorkedQuestionsAnswerAlike(t *testing.T) {
	p := serve(t)
	for file, query := range worked(t) {
		t.Run(query.Name, func(t *testing.T) {
			code, out, problems := run(t, "query", file)
			require.Equal(t, 0, code, out+problems)
			here := decode(t, out)
			require.NotEmpty(t, here["data"])
			require.Equal(t, here, p.ask(t, query.Text))
			code, out, problems = run(t, "query", file, "--server", p.url)
			require.Equal(t, 0, code, out+problems)
			require.Equal(t, here, decode(t, out))
			cost := here["extensions"].(map[string]any)["cost"].(map[string]any)
			t.Logf("price %v of %v", cost["price"], cost["limit"])
			require.GreaterOrEqual(t, cost["limit"], cost["price"])
		})
	}
}

// A query that would return a million fields is refused before it runs, with its price.
func TestAMillionFieldsAreRefused(t *testing.T) {
	p := serve(t)
	began := time.Now()
	answer := p.ask(t, `{ view { firms(first: 500) { nodes { name country { name } a: key b: key c: key
		makes(first: 500) { nodes { item { key name } } } } } } }`)
	t.Logf("refused after %s: %v", time.Since(began), answer["errors"])
	extensions := answer["errors"].([]any)[0].(map[string]any)["extensions"].(map[string]any)
	require.Equal(t, "TOO_EXPENSIVE", extensions["code"])
	require.Greater(t, extensions["price"], 1e6)
	require.NotContains(t, answer, "data")
}
