package playground_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/playground"
)

// ours are the assets written here, which have no sum to hold.
var ours = map[string]bool{"init.js": true, "page.css": true, "README.md": true, "SHA256SUMS": true}

func TestVendoredFilesAreWhatWasTaken(t *testing.T) {
	sums := readSums(t)
	entries, err := os.ReadDir("assets")
	require.NoError(t, err)
	for _, entry := range entries {
		if ours[entry.Name()] {
			continue
		}
		body, err := os.ReadFile(filepath.Join("assets", entry.Name()))
		require.NoError(t, err)
		sum := sha256.Sum256(body)
		require.Equal(t, sums[entry.Name()], hex.EncodeToString(sum[:]), entry.Name())
		delete(sums, entry.Name())
	}
	require.Empty(t, sums, "listed, but not there")
}

func readSums(t *testing.T) map[string]string {
	t.Helper()
	file, err := os.Open("assets/SHA256SUMS")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	sums := map[string]string{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		require.Len(t, fields, 2)
		sums[fields[1]] = fields[0]
	}
	return sums
}

func get(t *testing.T, handler http.Handler, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

func TestPageNamesOnlyFilesThatAreServed(t *testing.T) {
	page := get(t, playground.Page(), "/")
	require.Equal(t, playground.Policy, page.Header().Get("Content-Security-Policy"))
	text := page.Body.String()
	require.NotContains(t, text, "http:")
	require.NotContains(t, text, "https:")
	require.NotRegexp(t, `<script>|\son[a-z]+=|<style`, text)
	served := http.StripPrefix("/playground/", playground.Assets())
	found := regexp.MustCompile(`(?:src|href)="(/[^"]+)"`).FindAllStringSubmatch(text, -1)
	require.Len(t, found, 8)
	for _, match := range found {
		require.Equal(t, http.StatusOK, get(t, served, match[1]).Code, match[1])
	}
}

func TestPageCarriesTheWorkedQuestions(t *testing.T) {
	text := get(t, playground.Page(), "/").Body.String()
	require.Contains(t, text, "ChineseRefiners")
	require.Contains(t, text, "钐")
	require.Equal(t, 6, strings.Count(text, "</script>"), "a question must not end the element that holds it")
}

func TestAssetsAreCachedByVersion(t *testing.T) {
	assets := http.StripPrefix("/", playground.Assets())
	vendored := get(t, assets, "/react-18.3.1.min.js")
	require.Equal(t, "public, max-age=31536000, immutable", vendored.Header().Get("Cache-Control"))
	require.Equal(t, "text/javascript; charset=utf-8", vendored.Header().Get("Content-Type"))
	own := get(t, assets, "/init.js")
	require.Equal(t, "no-cache", own.Header().Get("Cache-Control"))
	again := get(t, assets, "/init.js", "If-None-Match", own.Header().Get("ETag"))
	require.Equal(t, http.StatusNotModified, again.Code)
	require.Equal(t, http.StatusNotFound, get(t, assets, "/../playground.go").Code)
	require.Equal(t, http.StatusNotFound, get(t, assets, "/README.md").Code)
}
