package explorer_test

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/internal/explorer"
)

func get(t *testing.T, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	http.StripPrefix("/explorer/", explorer.Handler()).ServeHTTP(recorder, request)
	return recorder
}

func TestEveryAddressIsThePage(t *testing.T) {
	front := get(t, "/explorer/")
	require.Equal(t, http.StatusOK, front.Code)
	require.Equal(t, "text/html; charset=utf-8", front.Header().Get("Content-Type"))
	require.Equal(t, "no-cache", front.Header().Get("Cache-Control"))
	require.Equal(t, explorer.Policy, front.Header().Get("Content-Security-Policy"))
	for _, path := range []string{"/explorer/exposure", "/explorer/firm/lynas?date=2025-11-08", "/explorer/record/a.b"} {
		require.Equal(t, front.Body.String(), get(t, path).Body.String(), path)
	}
	require.Equal(t, http.StatusNotFound, get(t, "/explorer/assets/none.js").Code)
}

func TestThePageNamesOnlyFilesThatAreServed(t *testing.T) {
	text := get(t, "/explorer/").Body.String()
	require.NotContains(t, text, "http:")
	require.NotContains(t, text, "https:")
	require.NotRegexp(t, `<script>|\son[a-z]+=|<style|\sstyle=`, text, "the policy would block it")
	found := regexp.MustCompile(`(?:src|href)="(/[^"]+)"`).FindAllStringSubmatch(text, -1)
	require.Len(t, found, 2, "a script and a style")
	for _, match := range found {
		asset := get(t, match[1])
		require.Equal(t, http.StatusOK, asset.Code, match[1])
		require.Equal(t, "public, max-age=31536000, immutable", asset.Header().Get("Cache-Control"))
	}
	require.Contains(t, get(t, "/explorer/licences.txt").Body.String(), "SIL Open Font License")
}

func TestFilesAreSentPackedToWhoeverTakesIt(t *testing.T) {
	plain := get(t, "/explorer/")
	require.Empty(t, plain.Header().Get("Content-Encoding"))
	require.Empty(t, get(t, "/explorer/", "Accept-Encoding", "br, gzip;q=0").Header().Get("Content-Encoding"))
	packed := get(t, "/explorer/", "Accept-Encoding", "br;q=1, gzip;q=0.8")
	require.Equal(t, "gzip", packed.Header().Get("Content-Encoding"))
	require.Equal(t, "Accept-Encoding", packed.Header().Get("Vary"))
	reader, err := gzip.NewReader(packed.Body)
	require.NoError(t, err)
	body, err := io.ReadAll(reader)
	require.NoError(t, err)
	require.Equal(t, plain.Body.String(), string(body))

	require.NotEqual(t, plain.Header().Get("ETag"), packed.Header().Get("ETag"))
	again := get(t, "/explorer/", "Accept-Encoding", "gzip", "If-None-Match", packed.Header().Get("ETag"))
	require.Equal(t, http.StatusNotModified, again.Code)
	require.Zero(t, again.Body.Len())
	require.Empty(t, again.Header().Get("Content-Encoding"))
	require.Equal(t, http.StatusOK, get(t, "/explorer/", "If-None-Match", `"other"`).Code)
}

// What is loaded at first stays small: scripts, styles and fonts together under 400 KB on the wire.
func TestTheFirstLoadIsSmall(t *testing.T) {
	entries, err := os.ReadDir("../../web/dist/assets")
	require.NoError(t, err)
	total := 0
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".json") {
			total += get(t, "/explorer/assets/"+entry.Name(), "Accept-Encoding", "gzip").Body.Len()
		}
	}
	require.Positive(t, total)
	require.Less(t, total, 400_000)
}

func TestVendoredFilesAreWhatWasTaken(t *testing.T) {
	const folder = "../../web/vendor"
	file, err := os.Open(filepath.Join(folder, "SHA256SUMS"))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	sums := map[string]string{"README.md": "", "SHA256SUMS": ""}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		require.Len(t, fields, 2)
		sums[fields[1]] = fields[0]
	}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, len(sums), "each file is listed, and each that is listed is there")
	for _, entry := range entries {
		want, ok := sums[entry.Name()]
		require.True(t, ok, entry.Name())
		if want == "" {
			continue // written here
		}
		body, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		require.NoError(t, err)
		sum := sha256.Sum256(body)
		require.Equal(t, want, hex.EncodeToString(sum[:]), entry.Name())
	}
}
