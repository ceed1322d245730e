package graphtest

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Vectors are small cases with known answers, worked out independently of this project. Files in the same formats can be put into
// a folder that the environment variable LODESTONE_VECTORS names.
//
//go:embed testdata/vectors/*.json
var vectorFiles embed.FS

// vectorCategories are the categories of files that are known, and whether their cases are supply networks asked for shares or
// paths. The others have runners, and formats, of their own.
var vectorCategories = map[string]bool{
	"dependency_share": true, "evidence_paths": true,
	"concentration": false, "spof": false, "gl_shock": false, "inventory": false,
}

// VectorFile is one file of cases.
type VectorFile struct {
	Name      string
	Category  string       `json:"category"`
	Tolerance float64      `json:"tolerance"`
	Cases     []VectorCase `json:"cases"`
}

// VectorCase is a supply network with a question and its answer. Edges go from supplier to buyer.
type VectorCase struct {
	ID       string                     `json:"id"`
	Nodes    []VectorNode               `json:"nodes"`
	Edges    []VectorEdge               `json:"edges"`
	Question VectorQuestion             `json:"question"`
	Expected map[string]json.RawMessage `json:"expected"`
}

// VectorNode is a firm. One with inputs has a line for each of them; any other has one line that all its edges serve.
type VectorNode struct {
	ID       string        `json:"id"`
	Terminal bool          `json:"terminal"`
	Inputs   []VectorInput `json:"inputs"`
}

// VectorInput is one line of a node.
type VectorInput struct {
	Item      string  `json:"item"`
	Weight    float64 `json:"weight"`
	Essential bool    `json:"essential"`
}

// VectorEdge is a sale; a missing share is not stated.
type VectorEdge struct {
	From  string   `json:"from"`
	To    string   `json:"to"`
	Item  string   `json:"item"`
	Share *float64 `json:"share"`
}

// VectorQuestion names the target and the nodes asked about.
type VectorQuestion struct {
	Targets     []string   `json:"targets"`
	Aggregate   string     `json:"aggregate"`
	Of          vectorList `json:"of"`
	MarketShare *float64   `json:"market_share"`
	Limit       int        `json:"limit"`
}

// vectorList is a list of ids, or one id.
type vectorList []string

// UnmarshalJSON reads a list or a single id.
func (l *vectorList) UnmarshalJSON(data []byte) error {
	var list []string
	if json.Unmarshal(data, &list) == nil {
		*l = list
		return nil
	}
	var one string
	if err := json.Unmarshal(data, &one); err != nil {
		return errors.New("neither an id nor a list of ids")
	}
	*l = vectorList{one}
	return nil
}

// Vectors reads the files of a category, those of the project and those of the folder named by LODESTONE_VECTORS. The notes say which
// files of that folder are left to others. The error names a file that does not parse, is of no known category or makes no sense.
func Vectors(category string) (files []VectorFile, notes []string, err error) {
	own, err := fs.Sub(vectorFiles, "testdata/vectors")
	if err != nil {
		return nil, nil, err
	}
	folders := map[string]fs.FS{"testdata/vectors": own}
	if more := os.Getenv("LODESTONE_VECTORS"); more != "" {
		if _, err := os.Stat(more); err != nil {
			return nil, nil, fmt.Errorf("LODESTONE_VECTORS: %w", err)
		}
		folders[more] = os.DirFS(more)
	}
	for name, folder := range folders {
		found, left, err := readVectors(folder, name, category)
		if err != nil {
			return nil, nil, err
		}
		files, notes = append(files, found...), append(notes, left...)
	}
	slices.SortFunc(files, func(a, b VectorFile) int { return strings.Compare(a.Name, b.Name) })
	return files, notes, nil
}

func readVectors(folder fs.FS, name, category string) (files []VectorFile, notes []string, err error) {
	paths, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, nil, err
	}
	for _, p := range paths {
		full := path.Join(name, p)
		data, err := fs.ReadFile(folder, p)
		if err != nil {
			return nil, nil, err
		}
		file := VectorFile{Name: full}
		if err := json.Unmarshal(data, &struct{ Category *string }{&file.Category}); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", full, err)
		}
		network, known := vectorCategories[file.Category]
		switch {
		case !known:
			return nil, nil, fmt.Errorf("%s: the category %q is not known", full, file.Category)
		case !network:
			notes = append(notes, fmt.Sprintf("%s: left out: cases of %s are not about shares or paths", full, file.Category))
			continue
		case file.Category != category:
			continue
		}
		if err := json.Unmarshal(data, &file); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", full, err)
		}
		if err := file.check(); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", full, err)
		}
		files = append(files, file)
	}
	return files, notes, nil
}

func (f *VectorFile) check() error {
	switch {
	case len(f.Cases) == 0:
		return errors.New("it holds no cases")
	case f.Tolerance <= 0:
		return errors.New("it states no tolerance")
	}
	seen := map[string]bool{}
	for i := range f.Cases {
		c := &f.Cases[i]
		if c.ID == "" || seen[c.ID] {
			return fmt.Errorf("case %d: its id %q is empty or used twice", i+1, c.ID)
		}
		seen[c.ID] = true
		if err := c.check(); err != nil {
			return fmt.Errorf("case %s: %w", c.ID, err)
		}
	}
	return nil
}

func (c *VectorCase) check() error {
	nodes := map[string]bool{}
	for _, n := range c.Nodes {
		if n.ID == "" || nodes[n.ID] {
			return fmt.Errorf("the node id %q is empty or used twice", n.ID)
		}
		nodes[n.ID] = true
	}
	for _, e := range c.Edges {
		switch to := c.Node(e.To); {
		case !nodes[e.From] || !nodes[e.To]:
			return fmt.Errorf("the edge %s -> %s names no node", e.From, e.To)
		case e.Share != nil && *e.Share < 0:
			return fmt.Errorf("the edge %s -> %s has a share below 0", e.From, e.To)
		case len(to.Inputs) > 0 && !slices.ContainsFunc(to.Inputs, func(i VectorInput) bool { return i.Item == e.Item }):
			return fmt.Errorf("the edge %s -> %s carries %q, which is no input of %s", e.From, e.To, e.Item, e.To)
		}
	}
	for _, id := range slices.Concat(c.Question.Targets, c.Question.Of) {
		if !nodes[id] {
			return fmt.Errorf("the question names %q, which is no node", id)
		}
	}
	if len(c.Expected) == 0 || len(c.Question.Of) == 0 {
		return errors.New("it asks or expects nothing")
	}
	return nil
}

// Node finds a node by its id.
func (c *VectorCase) Node(id string) *VectorNode {
	i := slices.IndexFunc(c.Nodes, func(n VectorNode) bool { return n.ID == id })
	if i < 0 {
		return nil
	}
	return &c.Nodes[i]
}

// Layer is one line of a node: the shares of its suppliers by node number, parallel edges added up, brought down to 1 in sum.
type Layer struct {
	Item      string // empty for a node without inputs
	Suppliers []int
	Shares    []float64
	Scaled    bool // the edges added up to more than 1
}

// Layers lists the lines of a node. Edges without a share are not in them: what they carry is unknown.
func (c *VectorCase) Layers(n *VectorNode) []Layer {
	inputs := []string{""}
	if len(n.Inputs) > 0 {
		inputs = nil
		for _, i := range n.Inputs {
			inputs = append(inputs, i.Item)
		}
	}
	layers := make([]Layer, len(inputs))
	for i, item := range inputs {
		l := &layers[i]
		l.Item = item
		total := 0.0
		for _, e := range c.Edges {
			if e.To != n.ID || e.Share == nil || len(n.Inputs) > 0 && e.Item != item {
				continue
			}
			from := slices.IndexFunc(c.Nodes, func(m VectorNode) bool { return m.ID == e.From })
			at := slices.Index(l.Suppliers, from)
			if at < 0 {
				at = len(l.Suppliers)
				l.Suppliers, l.Shares = append(l.Suppliers, from), append(l.Shares, 0)
			}
			l.Shares[at] += *e.Share
			total += *e.Share
		}
		if l.Scaled = total > 1+1e-12; total > 1 {
			for at := range l.Shares {
				l.Shares[at] /= total
			}
		}
	}
	return layers
}
