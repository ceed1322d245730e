package graph

// Requirement is what making an item takes, one step up the chain: all of the inputs, or any one of them.
type Requirement struct {
	Inputs []Node
	Rows   []RowRef // the row behind each input: feeds, or kinds where a class stands for its grades
	Any    bool     // one input suffices
	Grades bool     // the inputs are the grades of a class: making one of them is making the item
}

// Requirement states what making an item takes in the view. Essential inputs are all needed. If none is essential, any one
// input serves. A class without inputs of its own takes what any one of its grades takes. Elements and lump items are never
// required: they carry composition only. An item with neither yields no inputs: its needs are unknown, not nothing.
func (v *View) Requirement(item Node) Requirement {
	var essential, optional Requirement
	rows := v.Feeds.In(item)
	for _, i := range rows {
		from := v.Feeds.From[i]
		if !v.On(v.Feeds.Table, i) || !v.InChain(from) {
			continue
		}
		into := &optional
		if v.facts.Feeds[i].Essential == True {
			into = &essential
		}
		into.Inputs = append(into.Inputs, from)
		into.Rows = append(into.Rows, v.Feeds.Row(i))
	}
	if len(essential.Inputs) > 0 {
		return essential
	}
	if len(rows) > 0 {
		optional.Any = true
		return optional
	}
	for _, i := range v.Kinds.In(item) {
		if !v.InChain(v.Kinds.From[i]) {
			continue
		}
		optional.Inputs = append(optional.Inputs, v.Kinds.From[i])
		optional.Rows = append(optional.Rows, v.Kinds.Row(i))
	}
	optional.Any, optional.Grades = true, true
	return optional
}

// Optional lists the inputs an item can take but does not need, where it has essential ones; they are shown, never counted.
func (v *View) Optional(item Node) Requirement {
	var optional Requirement
	essential := false
	for _, i := range v.Feeds.In(item) {
		from := v.Feeds.From[i]
		if !v.On(v.Feeds.Table, i) || !v.InChain(from) {
			continue
		}
		if v.facts.Feeds[i].Essential == True {
			essential = true
			continue
		}
		optional.Inputs = append(optional.Inputs, from)
		optional.Rows = append(optional.Rows, v.Feeds.Row(i))
	}
	if !essential {
		return Requirement{}
	}
	return optional
}
