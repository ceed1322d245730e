package graphtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// ChokepointVectors is a file of cases on single points of failure and minimal sets, with known answers.
type ChokepointVectors struct {
	Category string           `json:"category"`
	Cases    []ChokepointCase `json:"cases"`
}

// ChokepointCase is an AND-OR graph with a node asked about.
type ChokepointCase struct {
	ID       string           `json:"id"`
	Nodes    []ChokepointNode `json:"nodes"`
	Question struct {
		Target  string `json:"target"`
		MaxSize int    `json:"max_size"`
	} `json:"question"`
	Expected struct {
		Singles    []string       `json:"spof"`
		Dominators []string       `json:"dominators"`
		Cuts       [][]string     `json:"minimal_cuts"`
		Counts     map[string]int `json:"cut_count_by_size"`
		Smallest   *int           `json:"min_cut_size"`
	} `json:"expected"`
}

// ChokepointNode is a node with what it requires: at least Need of Any, one where it does not say how many.
type ChokepointNode struct {
	ID       string `json:"id"`
	Requires []struct {
		Any  []string `json:"any"`
		Need *int     `json:"need"`
	} `json:"requires"`
}

// NewChokepointVectors reads a file of cases. The error says what is wrong with it.
func NewChokepointVectors(data []byte) (*ChokepointVectors, error) {
	v := &ChokepointVectors{}
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	switch {
	case v.Category != "spof":
		return nil, fmt.Errorf("the category is %q, not spof", v.Category)
	case len(v.Cases) == 0:
		return nil, errors.New("it holds no cases")
	}
	for i := range v.Cases {
		c := &v.Cases[i]
		if c.ID == "" || c.Expected.Singles == nil {
			return nil, fmt.Errorf("case %d (%q) has no id or expects nothing", i+1, c.ID)
		}
		if _, _, err := c.Graph(); err != nil {
			return nil, fmt.Errorf("case %s: %w", c.ID, err)
		}
	}
	return v, nil
}

// Graph lays a case out by number, and tells which node is asked about.
func (c *ChokepointCase) Graph() (g AndOr, target int, err error) {
	number := func(id string) int {
		n := slices.IndexFunc(c.Nodes, func(node ChokepointNode) bool { return node.ID == id })
		if n < 0 && err == nil {
			err = fmt.Errorf("%q is no node", id)
		}
		return n
	}
	g = make(AndOr, len(c.Nodes))
	for i, node := range c.Nodes {
		if number(node.ID) != i {
			return nil, 0, fmt.Errorf("the node id %q is used twice", node.ID)
		}
		for _, r := range node.Requires {
			choice := Choice{Need: 1}
			if r.Need != nil {
				choice.Need = *r.Need
			}
			for _, a := range r.Any {
				choice.Any = append(choice.Any, number(a))
			}
			g[i] = append(g[i], choice)
		}
	}
	target = number(c.Question.Target)
	return g, target, err
}
