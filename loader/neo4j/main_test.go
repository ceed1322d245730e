package neo4j_test

import (
	"testing"

	"github.com/lodestone-graph/lodestone/internal/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }
