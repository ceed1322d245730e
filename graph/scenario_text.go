package graph

import "strings"

// ScenarioTexts spells the edits of the view's scenario in order, each as remove(…), limit(…), sale(…), plant(…), delay(…), control(…),
// grant(…) or end(…) with readable ids. Equal spellings mean equal edits.
func (v *View) ScenarioTexts() []string {
	texts := make([]string, len(v.scenario))
	for i := range v.scenario {
		var b strings.Builder
		v.spell(&b, &v.scenario[i].Edit)
		texts[i] = strings.TrimSuffix(b.String(), ";")
	}
	return texts
}
