package neo4j

import (
	"context"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// fullTextIndex is the index for people: CALL db.index.fulltext.queryNodes('names', 'samar*').
const fullTextIndex = "names"

// schemaStatement creates one constraint or index.
type schemaStatement struct{ name, cypher string }

// schema lists the constraints and indexes of the model. Community Edition has no others that would help: it cannot require a
// property or its type, so the loader does.
func (m *model) schema() []schemaStatement {
	statements := []schemaStatement{
		{"lodestone_release_name", "CREATE CONSTRAINT lodestone_release_name IF NOT EXISTS FOR (n:Release) REQUIRE n.name IS UNIQUE"},
		{"lodestone_loader_name", "CREATE CONSTRAINT lodestone_loader_name IF NOT EXISTS FOR (n:ReleaseLoader) REQUIRE n.name IS UNIQUE"},
		{"lodestone_kept_id", "CREATE CONSTRAINT lodestone_kept_id IF NOT EXISTS FOR (n:KeptRelease) REQUIRE n.id IS UNIQUE"},
		{"lodestone_kept_sum", "CREATE INDEX lodestone_kept_sum IF NOT EXISTS FOR (n:KeptRelease) ON (n.sum)"},
		{"lodestone_part_sum", "CREATE INDEX lodestone_part_sum IF NOT EXISTS FOR (n:KeptReleasePart) ON (n.sum)"},
	}
	for _, base := range m.bases {
		id, seq := "lodestone_"+base+"_id", "lodestone_"+base+"_seq"
		statements = append(statements,
			schemaStatement{id, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", id, base)},
			schemaStatement{seq, fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.seq)", seq, base)})
	}
	for _, v := range m.verbs {
		name := "lodestone_" + v.name + "_id"
		statements = append(statements, schemaStatement{name,
			fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r.id IS UNIQUE", name, v.name)})
	}
	labels, properties := m.named()
	return append(statements, schemaStatement{fullTextIndex, fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [n.%s]",
		fullTextIndex, strings.Join(labels, "|"), strings.Join(properties, ", n."))})
}

// named lists the base labels of things that people look for by name, and the properties that hold a name.
func (m *model) named() (labels, properties []string) {
	for _, n := range m.nodes {
		if n.base == "Source" {
			continue // titles of publications would drown the names of things
		}
		for _, p := range n.properties {
			switch p.name {
			case "name", "title", "alias", "symbol":
				labels, properties = union(labels, []string{n.base}), union(properties, []string{p.name})
			}
		}
	}
	return labels, properties
}

// ensureSchema creates what is missing. When nothing is, the database is not touched.
func (s *Store) ensureSchema(ctx context.Context, session driver.SessionWithContext) error {
	present := map[string]bool{}
	for _, show := range []string{"SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name"} {
		records, err := s.run(ctx, session, show, nil)
		if err != nil {
			return err
		}
		for _, r := range records {
			name, _ := r.Values[0].(string)
			present[name] = true
		}
	}
	var missing []string
	for _, statement := range theModel().schema() {
		if !present[statement.name] {
			missing = append(missing, statement.cypher)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	err := s.inTransaction(ctx, session, func(t *transaction) error {
		for _, cypher := range missing {
			if _, _, err := t.run(ctx, cypher, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("creating constraints and indexes: %w", err)
	}
	_, err = s.run(ctx, session, "CALL db.awaitIndexes(60)", nil)
	return err
}
