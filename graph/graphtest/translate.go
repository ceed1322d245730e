package graphtest

import "github.com/lodestone-graph/lodestone/graph"

// TargetOf turns the conditions of a question, in readable ids, into a target of a snapshot.
func TargetOf(s *graph.Snapshot, q ExposureQuestion) graph.Target {
	nodes := func(keys []string) []graph.Node {
		var out []graph.Node
		for _, k := range keys {
			out = append(out, nodeOf(s, k))
		}
		return out
	}
	target := graph.Target{Countries: nodes(q.Countries), Firms: nodes(q.Firms), Facilities: nodes(q.Facilities), Owners: nodes(q.Owners),
		Items: nodes(q.Items), By: graph.Nationality(q.By)}
	for _, stage := range q.Stages {
		target.Stages = append(target.Stages, graph.Stage(stage))
	}
	return target
}

// EditsOf turns edits in readable ids into those of a snapshot.
func EditsOf(s *graph.Snapshot, from []ScenarioEdit) []graph.Edit {
	var out []graph.Edit
	for _, e := range from {
		target := TargetOf(s, e.Target)
		edit := graph.Edit{}
		switch e.Kind {
		case "remove":
			edit.Remove = &target
		case "limit":
			edit.Limit = &graph.Limit{Target: target, Factor: e.Factor}
		case "delay":
			edit.Delay = &graph.Delay{Target: target, Days: 365 * e.Years}
		case "sale":
			edit.Add = &graph.Addition{Start: e.Start, Sale: &graph.AddedSale{Supplier: nodeOf(s, e.Supplier), Buyer: nodeOf(s, e.Buyer),
				Item: nodeOf(s, e.Item), Share: e.Share}}
		case "plant":
			edit.Add = &graph.Addition{Start: e.Start, Plant: &graph.AddedPlant{Firm: nodeOf(s, e.Firm), Item: nodeOf(s, e.Item),
				Country: nodeOf(s, e.In), Tonnes: e.Tonnes}}
		}
		out = append(out, edit)
	}
	return out
}

func nodeOf(s *graph.Snapshot, key string) graph.Node {
	n, _ := s.Lookup(key)
	return n
}
