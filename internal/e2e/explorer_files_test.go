package e2e_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/browsertest"
)

// keep notes every file that the page makes, under its kind.
const keep = `(() => {
	window.made = {};
	const make = URL.createObjectURL.bind(URL);
	URL.createObjectURL = (blob) => { window.made[blob.type] = blob; return make(blob); };
	return true;
})()`

func press(t *testing.T, page *browsertest.Page, text string) {
	t.Helper()
	require.True(t, browsertest.Evaluate[bool](t, page,
		`(() => { const found = [...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === `+quote(text)+`); found?.click(); return !!found; })()`), text)
}

// Pictures and tables leave the page as files that others can read, with the release and the sources in them.
func TestFilesOfTheExplorer(t *testing.T) {
	page := browsertest.New(t)
	p := serve(t)
	open(t, page, p.url, "product/f-35")
	page.Until(t, `document.querySelectorAll("svg.chart").length === 2`)
	release := browsertest.Evaluate[string](t, page, `fetch("/graphql?query={release{id}}").then((r) => r.json()).then((r) => r.data.release.id)`)
	require.True(t, browsertest.Evaluate[bool](t, page, keep))

	press(t, page, "CSV")
	page.Until(t, `window.made["text/csv"]`)
	table, err := csv.NewReader(strings.NewReader(browsertest.Evaluate[string](t, page, `window.made["text/csv"].text()`))).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(table), 5)
	require.Equal(t, []string{"sources", "as of", "release"}, table[0][len(table[0])-3:])
	require.Equal(t, release, table[1][len(table[1])-1])

	press(t, page, "SVG")
	page.Until(t, `window.made["image/svg+xml"]`)
	drawing := browsertest.Evaluate[string](t, page, `window.made["image/svg+xml"].text()`)
	require.Contains(t, drawing, release)
	require.Contains(t, drawing, "data:font/woff2;base64,")
	require.NotContains(t, drawing, " style=")
	for decoder := xml.NewDecoder(strings.NewReader(drawing)); ; {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
	}

	press(t, page, "PNG")
	page.Until(t, `window.made["image/png"]`)
	size := browsertest.Evaluate[[]int](t, page, `createImageBitmap(window.made["image/png"]).then((one) => [one.width, one.height])`)
	require.Greater(t, size[0], 1500, "twice as fine as on the page")
	silent(t, page, p.url)
}

// A what-if is made by hand, held by its link, and restored by the link alone; B swaps before and after.
func TestALinkRestoresAWhatIf(t *testing.T) {
	page := browsertest.New(t)
	p := serve(t)
	open(t, page, p.url, "whatif")
	press(t, page, "Add")
	page.Until(t, `document.querySelector("h1").textContent.includes("of 416 firms change")`)
	address := browsertest.Evaluate[string](t, page, "location.pathname + location.search")
	require.Contains(t, address, "scn="+stopped)
	title, rows := page.Text(t, "h1"), page.Text(t, "main")

	other := browsertest.New(t)
	other.Do(t, chromedp.Navigate(p.url+address))
	other.Until(t, `document.querySelector("h1").textContent === `+quote(title))
	require.Equal(t, rows, other.Text(t, "main"))
	other.Press(t, "b")
	other.Until(t, `location.search.includes("cmp=before")`)
	silent(t, other, p.url)

	damaged := strings.Replace(address, "scn=1.W3", "scn=1.%21", 1)
	other.Do(t, chromedp.Navigate(p.url+damaged))
	other.Until(t, `document.querySelector(".notice")?.textContent.includes("cannot be read")`)
}
