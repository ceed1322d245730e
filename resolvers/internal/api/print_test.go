package api

import (
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

func printed(m graphql.Marshaler) string {
	var b strings.Builder
	m.MarshalGQL(&b)
	return b.String()
}
