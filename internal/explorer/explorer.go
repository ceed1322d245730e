// Package explorer serves the pages of the explorer from the binary: no other host is asked for anything, and the content
// security policy would not let it be.
package explorer

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/lodestone-graph/lodestone/web"
)

// Policy is the content security policy of every page. blob: is for pictures that a reader exports.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'; form-action 'none'"

const index = "index.html"

// file is a built file in the two forms in which it is sent.
type file struct {
	body   []byte
	gzip   []byte // nil where compressing saves nothing
	kind   string
	etag   string // of the body; the compressed form has its own
	cached string
}

// Handler serves the built files under the path that remains after /explorer/. A path that names no file is a page, and pages
// are index.html, which reads the address itself; below assets/ there are only files. It panics if an embedded file is broken,
// which tests rule out.
func Handler() http.Handler {
	files, err := read(web.Dist())
	if err != nil {
		panic(fmt.Errorf("read the files of the explorer: %w", err))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		found, ok := files[name]
		if !ok {
			if strings.HasPrefix(name, "assets/") {
				http.NotFound(w, r)
				return
			}
			found = files[index]
		}
		found.serve(w, r)
	})
}

func read(from fs.FS) (map[string]file, error) {
	files := map[string]file{}
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		files[name], err = prepare(name, body)
		return err
	})
	if _, ok := files[index]; err == nil && !ok {
		return nil, fmt.Errorf("%s is missing", index)
	}
	return files, err
}

func prepare(name string, body []byte) (file, error) {
	sum := sha256.Sum256(body)
	one := file{body: body, kind: kindOf(name), etag: hex.EncodeToString(sum[:8]), cached: "no-cache"}
	if strings.HasPrefix(name, "assets/") { // named by content
		one.cached = "public, max-age=31536000, immutable"
	}
	if strings.HasSuffix(name, ".woff2") { // compressed already
		return one, nil
	}
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return file{}, err
	}
	if _, err := writer.Write(body); err != nil {
		return file{}, err
	}
	if err := writer.Close(); err != nil {
		return file{}, err
	}
	if packed.Len() < len(body) {
		one.gzip = packed.Bytes()
	}
	return one, nil
}

// kinds are stated here, since what a machine knows of them differs.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2",
}

func kindOf(name string) string {
	if kind, ok := kinds[path.Ext(name)]; ok {
		return kind
	}
	return "application/octet-stream"
}

func (f file) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", f.kind)
	header.Set("Content-Security-Policy", Policy)
	header.Set("Cache-Control", f.cached)
	header.Set("Vary", "Accept-Encoding")
	body, etag := f.body, `"`+f.etag+`"`
	if f.gzip != nil && acceptsGzip(r) {
		body, etag = f.gzip, `"`+f.etag+`-gzip"`
		header.Set("Content-Encoding", "gzip")
	}
	header.Set("ETag", etag)
	if strings.Contains(r.Header.Get("If-None-Match"), etag) {
		header.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // an error here means that the client went away
}

// acceptsGzip tells whether gzip is named and not refused by a weight of nothing.
func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, parameters, err := mime.ParseMediaType("x/" + strings.TrimSpace(part))
		if err != nil || name != "x/gzip" {
			continue
		}
		weight, err := strconv.ParseFloat(parameters["q"], 64)
		return err != nil || weight > 0
	}
	return false
}
