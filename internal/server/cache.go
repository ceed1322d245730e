package server

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
)

// A parsed document takes some hundred times the bytes of its words, so both bounds are needed to keep the cache within memory
// whatever is sent.
const (
	cachedDocuments     = 256
	cachedDocumentBytes = 8 << 10
)

// documentCache keeps parsed and validated documents of common size.
type documentCache struct {
	graphql.Cache[*ast.QueryDocument]
}

func newDocumentCache() documentCache {
	return documentCache{lru.New[*ast.QueryDocument](cachedDocuments)}
}

// Add keeps a document, unless it is unusually long.
func (c documentCache) Add(ctx context.Context, text string, document *ast.QueryDocument) {
	if len(text) <= cachedDocumentBytes {
		c.Cache.Add(ctx, text, document)
	}
}
