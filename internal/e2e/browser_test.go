package e2e_test

import (
	"encoding/json"
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/browsertest"
	"github.com/lodestone-graph/lodestone/queries"
)

// The playground renders, runs its first tab and shows the data, in light and dark, in silence and without asking another host.
func TestPlaygroundInABrowser(t *testing.T) {
	all, err := queries.All()
	require.NoError(t, err)
	page := browsertest.New(t)
	p := serve(t)
	address, err := url.Parse(p.url)
	require.NoError(t, err)
	for _, scheme := range []string{"light", "dark"} {
		page.Prefer(t, scheme)
		page.Do(t,
			chromedp.Navigate(p.url),
			chromedp.WaitVisible(chromedp.CSS(".graphiql-query-editor .CodeMirror-line")),
			chromedp.Click(chromedp.CSS(".graphiql-execute-button")),
			chromedp.WaitVisible(chromedp.CSS(".result-window .CodeMirror-line .cm-property")),
		)
		var shown []queries.Query
		require.NoError(t, json.Unmarshal([]byte(page.Text(t, "#questions")), &shown))
		require.Len(t, shown, len(all))
		for i, query := range all {
			require.Equal(t, query.Title, shown[i].Title)
		}
		require.Contains(t, page.Text(t, ".graphiql-tabs"), "ChineseRefiners")
		require.Contains(t, page.Text(t, ".result-window"), `"data"`)
		require.NotContains(t, page.Text(t, ".result-window"), `"errors"`)
	}
	page.Do(t, chromedp.Click(chromedp.CSS(`[aria-label="Show Documentation Explorer"]`)),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-doc-explorer-root-type, .graphiql-doc-explorer-content a")))
	require.Empty(t, page.Messages(), "the console is silent")
	require.Empty(t, page.Failures())
	require.Equal(t, []string{address.Host}, page.Hosts())
}
