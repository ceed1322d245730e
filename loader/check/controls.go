package check

import "fmt"

// controls checks what only whole rows of export_controls tell; the order of its dates is checked with all others.
func (c *checker) controls() {
	for i := range c.facts.ExportControls {
		e := &c.facts.ExportControls[i]
		if e.SuspendedUntil.Known() && !e.SuspendedFrom.Known() {
			c.error("export_controls", e.Line, "end-without-start", "suspended_until is given, but not suspended_from",
				"give the first day of the suspension", "suspended_until", "suspended_from")
		}
	}
}

// procurement checks that steps lie within their rules, and that a rule has steps of the kind that it needs.
func (c *checker) procurement() {
	type steps struct{ count int }
	found := map[string]*steps{}
	rules := map[string]int{}
	for i := range c.facts.ProcurementRules {
		rules[c.facts.ProcurementRules[i].ID] = i
		found[c.facts.ProcurementRules[i].ID] = &steps{}
	}
	for i := range c.facts.ProcurementRuleSteps {
		step := &c.facts.ProcurementRuleSteps[i]
		at, ok := rules[step.Rule]
		if !ok {
			continue
		}
		rule := &c.facts.ProcurementRules[at]
		found[step.Rule].count++
		if after(rule.Effective, step.From) {
			c.error("procurement_rule_steps", step.Line, "step-outside-rule", fmt.Sprintf("the step starts %s, before its rule, which starts %s",
				step.From.Text(), rule.Effective.Text()), "mend one of the two days", "from", "rule")
		}
		if after(step.Until, rule.Ends) {
			c.error("procurement_rule_steps", step.Line, "step-outside-rule", fmt.Sprintf("the step ends %s, after its rule, which ends %s",
				step.Until.Text(), rule.Ends.Text()), "mend one of the two days", "until", "rule")
		}
		if rule.Kind == "BENCHMARK" && !step.ThresholdPercent.Known {
			c.error("procurement_rule_steps", step.Line, "benchmark-without-threshold", fmt.Sprintf("%q is a BENCHMARK, but this step has no threshold", step.Rule),
				"give the percentage that the goal names", "threshold_pct", "rule")
		}
	}
	if !c.read("procurement_rule_steps") {
		return
	}
	for i := range c.facts.ProcurementRules {
		r := &c.facts.ProcurementRules[i]
		if r.ID != "" && found[r.ID].count == 0 {
			c.error("procurement_rules", r.Line, "rule-without-steps", fmt.Sprintf("%q has no row in procurement_rule_steps.csv", r.ID),
				"a rule bars or caps something only through its steps", "id")
		}
	}
}
