package graphtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/lodestone-graph/lodestone/graph/cover"
)

// CoverVectors is a file of cases on stocks that run out, with known answers.
type CoverVectors struct {
	Category  string      `json:"category"`
	Tolerance float64     `json:"tolerance"`
	Cases     []CoverCase `json:"cases"`
}

// CoverCase is a network of makers with stocks, what happens to them, and how they fare.
type CoverCase struct {
	ID    string `json:"id"`
	Nodes []struct {
		ID     string `json:"id"`
		Inputs []struct {
			Item      string  `json:"item"`
			Essential bool    `json:"essential"`
			Weight    float64 `json:"weight"`
			Cover     float64 `json:"cover"`
		} `json:"inputs"`
	} `json:"nodes"`
	Edges []struct {
		From  string      `json:"from"`
		To    string      `json:"to"`
		Item  string      `json:"item"`
		Share float64     `json:"share"`
		Delay int         `json:"delay"`
		Q     []coverStep `json:"q"`
	} `json:"edges"`
	Question struct {
		Psi     map[string][]coverStep `json:"psi"`
		Horizon int                    `json:"horizon"`
	} `json:"question"`
	Expected map[string]CoverExpected `json:"expected"`
}

// CoverExpected is how a maker fares: the first day on which it does not run in full (nil: none), the least of it, the days of full
// production that are lost, the days on which it does not run in full, and what it makes on the first days.
type CoverExpected struct {
	First *int      `json:"tts"`
	Least float64   `json:"min_h"`
	Lost  float64   `json:"lost"`
	Down  int       `json:"down_days"`
	Makes []float64 `json:"h"`
}

// coverStep is a day and a value, the value as a number or a text.
type coverStep cover.Step

func (s *coverStep) UnmarshalJSON(data []byte) error {
	var pair [2]json.RawMessage
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	if err := json.Unmarshal(pair[0], &s.Day); err != nil {
		return err
	}
	text := ""
	if json.Unmarshal(pair[1], &text) == nil {
		value, err := strconv.ParseFloat(text, 64)
		s.Value = value
		return err
	}
	return json.Unmarshal(pair[1], &s.Value)
}

// NewCoverVectors reads a file of cases. The error says what is wrong with it.
func NewCoverVectors(data []byte) (*CoverVectors, error) {
	v := &CoverVectors{}
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	switch {
	case v.Category != "inventory":
		return nil, fmt.Errorf("the category is %q, not inventory", v.Category)
	case v.Tolerance <= 0:
		return nil, errors.New("it states no tolerance")
	case len(v.Cases) == 0:
		return nil, errors.New("it holds no cases")
	}
	for i := range v.Cases {
		if c := &v.Cases[i]; c.ID == "" || len(c.Expected) == 0 || c.Question.Horizon <= 0 {
			return nil, fmt.Errorf("case %d (%q) has no id, looks at no day or expects nothing", i+1, c.ID)
		}
	}
	return v, nil
}

// Makers lays a case out; makers are numbered like its nodes.
func (c *CoverCase) Makers() ([]cover.Maker, cover.Question, error) {
	number, input := map[string]int{}, map[[2]string]int{}
	makers, q := make([]cover.Maker, len(c.Nodes)), cover.Question{Capacity: map[int]cover.Schedule{}, Days: c.Question.Horizon}
	for i, n := range c.Nodes {
		number[n.ID] = i
		for j, in := range n.Inputs {
			input[[2]string{n.ID, in.Item}] = j
			makers[i].Inputs = append(makers[i].Inputs, cover.Input{Essential: in.Essential, Weight: in.Weight, Cover: in.Cover})
		}
	}
	for _, e := range c.Edges {
		from, known := number[e.From]
		j, needed := input[[2]string{e.To, e.Item}]
		if !known || !needed {
			return nil, q, fmt.Errorf("case %s: the edge %s -> %s joins no node to an input", c.ID, e.From, e.To)
		}
		in := &makers[number[e.To]].Inputs[j]
		in.Sources = append(in.Sources, cover.Source{Maker: from, Share: e.Share, Delay: e.Delay, Open: coverSchedule(e.Q)})
	}
	for id, steps := range c.Question.Psi {
		i, known := number[id]
		if !known {
			return nil, q, fmt.Errorf("case %s: psi names no node: %q", c.ID, id)
		}
		q.Capacity[i] = coverSchedule(steps)
	}
	return makers, q, nil
}

func coverSchedule(steps []coverStep) (s cover.Schedule) {
	for _, step := range steps {
		s = append(s, cover.Step(step))
	}
	return s
}
