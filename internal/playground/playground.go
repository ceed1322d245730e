// Package playground serves GraphiQL from the binary: no other host is asked for anything, and the content security policy
// would not let it be. The worked questions stand ready as tabs.
package playground

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"regexp"
	"strings"

	"github.com/lodestone-graph/lodestone/queries"
)

//go:embed assets/*.js assets/*.css
var assets embed.FS

//go:embed page.html
var pageText string

// Policy is the content security policy of the page. GraphiQL sets styles from scripts, hence the one 'unsafe-inline'.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Page serves the playground with the worked questions. It panics if an embedded file is broken, which tests rule out.
func Page() http.Handler {
	questions, err := queries.All()
	if err != nil {
		panic(fmt.Errorf("read the worked questions: %w", err))
	}
	var page bytes.Buffer
	if err := template.Must(template.New("page").Parse(pageText)).Execute(&page, questions); err != nil {
		panic(fmt.Errorf("write the page of the playground: %w", err))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", Policy)
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page.Bytes()) // an error here means that the client went away
	})
}

var versioned = regexp.MustCompile(`-\d+\.\d+\.\d+\.`)

type asset struct {
	body []byte
	kind string
	etag string
}

// Assets serves the scripts and styles by their bare names. Names with a version never change and are cached for a year.
func Assets() http.Handler {
	all := readAssets()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, ok := all[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		header := w.Header()
		header.Set("Content-Type", file.kind)
		header.Set("ETag", file.etag)
		header.Set("Cache-Control", "no-cache")
		if versioned.MatchString(r.URL.Path) {
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if r.Header.Get("If-None-Match") == file.etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write(file.body) // an error here means that the client went away
	})
}

func readAssets() map[string]asset {
	entries, err := assets.ReadDir("assets")
	if err != nil {
		panic(fmt.Errorf("read the assets of the playground: %w", err))
	}
	all := make(map[string]asset, len(entries))
	for _, entry := range entries {
		body, err := assets.ReadFile(path.Join("assets", entry.Name()))
		if err != nil {
			panic(fmt.Errorf("read the assets of the playground: %w", err))
		}
		kind := "text/css; charset=utf-8"
		if strings.HasSuffix(entry.Name(), ".js") {
			kind = "text/javascript; charset=utf-8"
		}
		sum := sha256.Sum256(body)
		all[entry.Name()] = asset{body, kind, `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return all
}
