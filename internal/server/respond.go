package server

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/lodestone-graph/lodestone/internal/apierror"
)

// The two media types of the GraphQL-over-HTTP draft.
const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
)

// negotiate picks the media type of a response from an Accept header, by its q values; without a wish it is JSON, which old
// clients expect. It is false when the client accepts neither.
func negotiate(accept string) (media string, acceptable bool) {
	if strings.TrimSpace(accept) == "" {
		return mediaJSON, true
	}
	best := 0.0
	media = mediaJSON
	for part := range strings.SplitSeq(accept, ",") {
		wish, parameters, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil {
			continue
		}
		quality := 1.0
		if text, ok := parameters["q"]; ok {
			if quality, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		switch wish {
		case "*/*", "application/*":
			wish = mediaJSON
		case mediaGraphQL, mediaJSON:
		default:
			continue
		}
		if quality > best {
			media, best = wish, quality
		}
	}
	return media, best > 0
}

// statusOf gives the HTTP status of a response. What has data is 200. Without data, application/json stays at 200 as the draft
// wants, except when the server could not work; the newer media type tells the client's faults from the server's.
func statusOf(answer *graphql.Response, media string) int {
	if answer.Data != nil || len(answer.Errors) == 0 {
		return http.StatusOK
	}
	code, _ := answer.Errors[0].Extensions["code"].(string)
	switch apierror.Code(code) {
	case apierror.CodeUnavailable:
		return http.StatusServiceUnavailable
	case apierror.CodeInternal:
		return http.StatusInternalServerError
	case apierror.CodeTimeout:
		return http.StatusGatewayTimeout
	}
	if media == mediaJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}

// writeResponse writes a response and gives the bytes of its body. A response that failed before it ran has no data entry.
func writeResponse(w http.ResponseWriter, media string, code int, answer *graphql.Response) int {
	var body bytes.Buffer
	body.Grow(len(answer.Data) + 512)
	body.WriteByte('{')
	separator := ""
	entry := func(name string, value []byte) {
		body.WriteString(separator + `"` + name + `":`)
		body.Write(value)
		separator = ","
	}
	if len(answer.Errors) > 0 {
		entry("errors", marshal(answer.Errors))
	}
	if answer.Data != nil {
		entry("data", answer.Data)
	}
	if len(answer.Extensions) > 0 {
		entry("extensions", marshal(answer.Extensions))
	}
	body.WriteByte('}')
	header := w.Header()
	header.Set("Content-Type", media+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Add("Vary", "Accept")
	if code == http.StatusServiceUnavailable {
		header.Set("Retry-After", "1")
	}
	w.WriteHeader(code)
	written, _ := w.Write(body.Bytes()) // an error here means that the client went away
	return written
}

// marshal encodes errors and extensions, which hold only texts, numbers and lists of them.
func marshal(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		return []byte("null")
	}
	return text
}

// writeRefusal answers a request that never reached GraphQL in the form of a GraphQL response.
func writeRefusal(w http.ResponseWriter, r *http.Request, err *apierror.Error, code int) {
	media, _ := negotiate(r.Header.Get("Accept"))
	writeResponse(w, media, code, &graphql.Response{Errors: gqlerror.List{apierror.Present(r.Context(), err, err)}})
}

// countJSON counts the objects and the named fields of a well-formed JSON text.
func countJSON(text []byte) (objects, fields int) {
	inText := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case inText:
		case c == '{':
			objects++
		case c == ':':
			fields++
		}
	}
	return objects, fields
}
