package graph

import (
	"fmt"
	"slices"
	"strings"
)

// Stages of items that no facility has: other parts, besides those of enums.go.
const StageComponent Stage = "COMPONENT"

// Stages lists the steps of the chain from the ground to the product.
func Stages() []Stage {
	return []Stage{StageMine, StageConcentration, StageSeparation, StageMetal, StageAlloy, StageMagnet, StageMotor,
		StageComponent, StageAssembly, StageRecycling}
}

var formStage = map[Form]Stage{
	FormOreConcentrate: StageConcentration, FormMixedCompound: StageConcentration,
	FormOxide: StageSeparation, FormCompound: StageSeparation, FormMetal: StageMetal,
	FormAlloy: StageAlloy, FormPowder: StageAlloy, FormTarget: StageAlloy,
}

var componentStage = map[ComponentKind]Stage{
	ComponentKindMagnet: StageMagnet, ComponentKindMotor: StageMotor, ComponentKindGenerator: StageMotor, ComponentKindActuator: StageMotor,
}

// lumpSuffix marks items that stand for a total of many elements ("rare-earths-unspecified"); see the data dictionary.
const lumpSuffix = "-unspecified"

// scrapSuffix marks waste that is recycled ("ndfeb-scrap").
const scrapSuffix = "-scrap"

// Stage is the step of the chain at which an item is made, by its form or kind. Elements have none.
func (s *Snapshot) Stage(item Node) Stage { return s.stage[item] }

// IsLump tells whether the item stands for an unsplit total of elements, which carries composition only.
func (s *Snapshot) IsLump(item Node) bool { return strings.HasSuffix(s.keys[item], lumpSuffix) }

// InChain tells whether an item is a step of a supply chain: elements and lump items carry composition only.
func (s *Snapshot) InChain(item Node) bool { return !s.Is(item, KindElement) && !s.IsLump(item) }

// HasRecipe tells whether the item has inputs of its own.
func (s *Snapshot) HasRecipe(item Node) bool { return s.feeds[item] }

// Above lists the classes of an item, nearest first, then in row order. It is shared: do not change it.
func (s *Snapshot) Above(item Node) []Node { return s.above[item] }

// Below lists the grades of a class, nearest first, then in row order. It is shared: do not change it.
func (s *Snapshot) Below(item Node) []Node { return s.below[item] }

// Order lists the items with inputs before outputs and grades before classes. It is shared: do not change it.
func (s *Snapshot) Order() []Node { return s.order }

// ItemForm is the form of a material, or empty.
func (s *Snapshot) ItemForm(item Node) Form {
	if m := s.Material(item); m != nil {
		return m.Form
	}
	return ""
}

// IsOre tells whether an item comes out of the ground as it is.
func (s *Snapshot) IsOre(item Node) bool { return s.ItemForm(item) == FormOreConcentrate }

// AnswersTo tells whether an item counts at a stage. Ores and mixed compounds answer to MINE as well as CONCENTRATION.
func (s *Snapshot) AnswersTo(item Node, stage Stage) bool {
	own := s.stage[item]
	return own == stage || stage == StageMine && own == StageConcentration
}

func (s *Snapshot) arrangeItems() error {
	n := s.Items()
	s.stage, s.feeds = make([]Stage, n), make([]bool, n)
	s.above, s.below = make([][]Node, n), make([][]Node, n)
	for i := range n {
		item := Node(i)
		s.stage[i] = s.stageOf(item)
		s.feeds[i] = len(s.Feeds.In(item)) > 0
		s.above[i] = spread(item, func(k Node) []int32 { return s.Kinds.Out(k) }, s.Kinds.To)
		s.below[i] = spread(item, func(k Node) []int32 { return s.Kinds.In(k) }, s.Kinds.From)
	}
	return s.sortItems()
}

func (s *Snapshot) stageOf(item Node) Stage {
	if m := s.Material(item); m != nil {
		return formStage[m.Form]
	}
	if c := s.Component(item); c != nil {
		if stage, ok := componentStage[c.Kind]; ok {
			return stage
		}
		return StageComponent
	}
	if s.Product(item) != nil {
		return StageAssembly
	}
	return ""
}

// spread lists what is reached from an item over kinds, breadth first.
func spread(item Node, next func(Node) []int32, ends []Node) []Node {
	var found []Node
	at := item
	for i := -1; ; {
		for _, row := range next(at) {
			if k := ends[row]; k != item && !slices.Contains(found, k) {
				found = append(found, k)
			}
		}
		if i++; i >= len(found) {
			return found
		}
		at = found[i]
	}
}

// sortItems orders the items by feeds and kinds together (Kahn), smallest number first among equals.
func (s *Snapshot) sortItems() error {
	n := s.Items()
	missing := make([]int, n)
	for i := range n {
		missing[i] = len(s.Feeds.In(Node(i))) + len(s.Kinds.In(Node(i)))
	}
	var ready []Node
	for i := range n {
		if missing[i] == 0 {
			ready = append(ready, Node(i))
		}
	}
	s.order = make([]Node, 0, n)
	for len(ready) > 0 {
		item := ready[0]
		ready = ready[1:]
		s.order = append(s.order, item)
		for _, r := range []*Relation{&s.Feeds, &s.Kinds} {
			for _, row := range r.Out(item) {
				if to := r.To[row]; to != NoNode {
					if missing[to]--; missing[to] == 0 {
						ready = append(ready, to)
					}
				}
			}
		}
	}
	if len(s.order) < n {
		for i := range n {
			if missing[i] > 0 {
				return fmt.Errorf("item %q is part of a loop of feeds and kinds", s.keys[i])
			}
		}
	}
	return nil
}

// IsScrap tells whether an item is waste that goes back into the chain.
func (s *Snapshot) IsScrap(item Node) bool { return strings.HasSuffix(s.keys[item], scrapSuffix) }
