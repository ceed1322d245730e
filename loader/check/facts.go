package check

import (
	"github.com/lodestone-graph/lodestone/graph"
)

// Scope says what the facts do not show.
type Scope struct {
	Unread map[string]bool // tables whose rows are not known: nothing is said about what may stand in them
	Rules  []byte          // the text of licence_rules.md; may be empty
}

// Finding is a problem of parsed rows. Its cells are named by table, line and column, since only the reader of a file knows
// where they stand in it.
type Finding struct {
	Severity Severity
	Table    *graph.Table // nil when Problem says it all
	Line     int32
	Columns  []int // the cells that the rule looked at; the first is the one to point at
	Rule     string
	Message  string
	Advice   string
	Problem  Problem
}

// Facts runs every rule over the facts and returns what they break. It takes about a microsecond a row.
func Facts(f *graph.Facts, scope Scope) []Finding {
	c := &checker{facts: f, scope: scope, tables: map[string]*graph.Table{}, suggest: map[string]*similar{}}
	for _, t := range graph.Tables() {
		c.tables[t.Name] = t
	}
	c.collectIDs()
	for _, t := range graph.Tables() {
		c.columns(t)
		c.keys(t)
	}
	c.uniqueNames()
	c.recipes()
	c.cycles()
	c.firms()
	c.facilities()
	c.shares()
	c.dates()
	c.amounts()
	c.controls()
	c.procurement()
	c.members()
	c.sources()
	c.licenceRules()
	c.nearDuplicates("firms")
	c.nearDuplicates("facilities")
	return c.findings
}

type checker struct {
	facts    *graph.Facts
	scope    Scope
	findings []Finding
	tables   map[string]*graph.Table
	ids      map[string]identity
	suggest  map[string]*similar
}

// add reports a broken rule. The columns are those that the rule looked at; the first is pointed at.
func (c *checker) add(severity Severity, table string, line int32, rule, message, advice string, columns ...string) {
	t := c.tables[table]
	finding := Finding{Severity: severity, Table: t, Line: line, Rule: rule, Message: message, Advice: advice}
	for _, name := range columns {
		for i := range t.Columns {
			if t.Columns[i].Name == name {
				finding.Columns = append(finding.Columns, i)
			}
		}
	}
	c.findings = append(c.findings, finding)
}

func (c *checker) error(table string, line int32, rule, message, advice string, columns ...string) {
	c.add(Error, table, line, rule, message, advice, columns...)
}

func (c *checker) warn(table string, line int32, rule, message, advice string, columns ...string) {
	c.add(Warning, table, line, rule, message, advice, columns...)
}

// read tells whether all the tables are known, so that something can be said about what is not in them.
func (c *checker) read(tables ...string) bool {
	for _, t := range tables {
		if c.scope.Unread[t] {
			return false
		}
	}
	return true
}
