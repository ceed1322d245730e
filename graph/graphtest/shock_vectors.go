package graphtest

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/lodestone-graph/lodestone/graph/shock"
)

// ShockVectors is a file of cases on shocks with known answers.
type ShockVectors struct {
	Category  string      `json:"category"`
	Tolerance float64     `json:"tolerance"`
	Cases     []ShockCase `json:"cases"`
}

// ShockCase is a network of flows with a shock to some firms, or to each firm in turn, and what it leaves.
type ShockCase struct {
	ID    string `json:"id"`
	Nodes []struct {
		ID     string `json:"id"`
		Sector string `json:"sector"`
	} `json:"nodes"`
	Edges []struct {
		From   string  `json:"from"`
		To     string  `json:"to"`
		Weight float64 `json:"weight"`
	} `json:"edges"`
	Essentiality        map[string]map[string]int `json:"essentiality"` // by sector of the supplier and sector of the buyer
	DefaultEssentiality int                       `json:"default_essentiality"`
	Replaceability      bool                      `json:"replaceability"`
	Question            struct {
		Psi     map[string]float64 `json:"psi"`
		ESRI    string             `json:"esri"`
		Weights map[string]float64 `json:"weights"`
	} `json:"question"`
	Expected map[string]json.RawMessage `json:"expected"`
}

// NewShockVectors reads a file of cases. The error says what is wrong with it.
func NewShockVectors(data []byte) (*ShockVectors, error) {
	v := &ShockVectors{}
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	switch {
	case v.Category != "gl_shock":
		return nil, fmt.Errorf("the category is %q, not gl_shock", v.Category)
	case v.Tolerance <= 0:
		return nil, errors.New("it states no tolerance")
	case len(v.Cases) == 0:
		return nil, errors.New("it holds no cases")
	}
	for i := range v.Cases {
		if c := &v.Cases[i]; c.ID == "" || len(c.Expected) == 0 || len(c.Question.Psi) == 0 && c.Question.ESRI == "" {
			return nil, fmt.Errorf("case %d (%q) has no id, asks nothing or expects nothing", i+1, c.ID)
		}
	}
	return v, nil
}

// Flows lays a case out; firms are numbered like its nodes.
func (c *ShockCase) Flows() (*shock.Flows, error) {
	f := &shock.Flows{Replaceable: c.Replaceability}
	var sectors []string
	for _, n := range c.Nodes {
		at := slices.Index(sectors, n.Sector)
		if at < 0 {
			at = len(sectors)
			sectors = append(sectors, n.Sector)
		}
		f.Sector = append(f.Sector, int32(at))
	}
	for _, from := range sectors {
		var row []shock.Class
		for _, to := range sectors {
			class, ok := c.Essentiality[from][to]
			if !ok {
				class = c.DefaultEssentiality
			}
			if class < 0 || class > 2 {
				return nil, fmt.Errorf("case %s: %d is no class", c.ID, class)
			}
			row = append(row, shock.Class(class))
		}
		f.Class = append(f.Class, row)
	}
	for _, e := range c.Edges {
		from, to := c.node(e.From), c.node(e.To)
		if from < 0 || to < 0 {
			return nil, fmt.Errorf("case %s: the edge %s -> %s names no node", c.ID, e.From, e.To)
		}
		f.Supplier, f.Buyer, f.Weight = append(f.Supplier, int32(from)), append(f.Buyer, int32(to)), append(f.Weight, e.Weight)
	}
	return f, nil
}

func (c *ShockCase) node(id string) int {
	for i := range c.Nodes {
		if c.Nodes[i].ID == id {
			return i
		}
	}
	return -1
}

// ByNode reads numbers by node id in the order of nodes; def where one is not given.
func (c *ShockCase) ByNode(numbers map[string]float64, def float64) ([]float64, error) {
	out := make([]float64, len(c.Nodes))
	for i := range out {
		out[i] = def
	}
	for id, x := range numbers {
		i := c.node(id)
		if i < 0 {
			return nil, fmt.Errorf("case %s: %q is no node", c.ID, id)
		}
		out[i] = x
	}
	return out, nil
}

// ShockTables reads a network that stands in four tables, gl_random_NAME_nodes.csv and so on, as one case that asks for each firm in
// turn. Its sectors stand in for each other or not, as the caller says: the tables do not.
func ShockTables(folder fs.FS, name string, replaceable bool) (*ShockCase, error) {
	tables := map[string][][]string{}
	for table, columns := range map[string]string{"nodes": "id,sector", "edges": "supplier,buyer,weight",
		"essentiality": "supplier_sector,buyer_sector,class", "expected": "firm,esri,esri_down,esri_up"} {
		file, err := folder.Open("gl_random_" + name + "_" + table + ".csv")
		if err != nil {
			return nil, err
		}
		rows, err := csv.NewReader(file).ReadAll()
		if err = errors.Join(err, file.Close()); err != nil {
			return nil, err
		}
		if len(rows) < 2 || strings.Join(rows[0], ",") != columns {
			return nil, fmt.Errorf("gl_random_%s_%s.csv: its columns are not %s", name, table, columns)
		}
		tables[table] = rows[1:]
	}
	c := &ShockCase{ID: "gl_random_" + name, Replaceability: replaceable, Essentiality: map[string]map[string]int{}, Expected: map[string]json.RawMessage{}}
	c.Question.ESRI = "all"
	for _, r := range tables["nodes"] {
		c.Nodes = append(c.Nodes, struct {
			ID     string `json:"id"`
			Sector string `json:"sector"`
		}{r[0], r[1]})
	}
	for _, r := range tables["edges"] {
		w, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			return nil, err
		}
		c.Edges = append(c.Edges, struct {
			From   string  `json:"from"`
			To     string  `json:"to"`
			Weight float64 `json:"weight"`
		}{r[0], r[1], w})
	}
	for _, r := range tables["essentiality"] {
		class, err := strconv.Atoi(r[2])
		if err != nil {
			return nil, err
		}
		if c.Essentiality[r[0]] == nil {
			c.Essentiality[r[0]] = map[string]int{}
		}
		c.Essentiality[r[0]][r[1]] = class
	}
	return c, c.expect(tables["expected"])
}

func (c *ShockCase) expect(rows [][]string) error {
	for k, name := range []string{"esri", "esri_down", "esri_up"} {
		numbers := map[string]float64{}
		for _, r := range rows {
			x, err := strconv.ParseFloat(r[k+1], 64)
			if err != nil {
				return err
			}
			numbers[r[0]] = x
		}
		data, err := json.Marshal(numbers)
		if err != nil {
			return err
		}
		c.Expected[name] = data
	}
	return nil
}
