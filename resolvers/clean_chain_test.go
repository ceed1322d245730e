package resolvers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type named struct{ Key string }

func (n *named) String() string {
	if n == nil {
		return "-"
	}
	return n.Key
}

type chainBar struct {
	Kind          string
	Item, Country *named
	Stage         *string
}

type chainStep struct {
	Item, Firm, Facility, Country *named
	Stage, Outcome                *string
	Serves                        *int
	Missing                       []struct{ Kind string }
	Rows                          []struct {
		File string
		Line int
	}
}

type cleanChain struct {
	Date, Verdict       string
	MissingCount        int
	Smallest            *bool
	Flags               []string
	CleanPath, NearPath []chainStep
	BlockingSet, Barred []chainBar
	NearMiss            []struct {
		Kind                       string
		Item, Firm, Country, Buyer *named
	}
	Makers []struct {
		Firm, Facility, Country *named
		Verdict                 string
		MissingCount            *int
		Bars                    []chainBar
	}
}

// bars are what bars, as words.
func bars(list []chainBar) (texts []string) {
	for _, b := range list {
		stage := ""
		if b.Stage != nil {
			stage = " " + *b.Stage
		}
		texts = append(texts, fmt.Sprintf("%s %s%s %s", b.Kind, b.Item, stage, b.Country))
	}
	return texts
}

func (c *cleanChain) steps() (texts []string) {
	for _, s := range c.NearPath {
		var missing []string
		for _, m := range s.Missing {
			missing = append(missing, m.Kind)
		}
		texts = append(texts, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", s.Item, s.Firm, s.Country, strings.Join(missing, " "))))
	}
	return texts
}

func (c *cleanChain) facts() (texts []string) {
	for _, m := range c.NearMiss {
		texts = append(texts, fmt.Sprintf("%s %s %s %s", m.Kind, m.Item, m.Firm, m.Buyer))
	}
	return texts
}

// Is there a chain for SmCo magnets that DFARS allows and that needs no Chinese licence, before and from 1 January 2027? None is on record,
// and none is ruled out. By hand, on the view of 30 June 2026:
//
//	Arnold makes SmCo magnets at Lupfig in Switzerland (makes.csv:12, produces.csv:3) and buys SmCo alloy, of a grade that nobody states,
//	of Less Common Metals in England (supplies.csv:92), which makes samarium metal itself (makes.csv:98) and buys separated oxides, of which
//	nobody says whether samarium's is one, of Ionic Technologies, a recycler at Belfast (supplies.csv:77): the end of the chain.
//
// Until the end of 2026 the rule bars alloys and magnets of China; from 2027 also Chinese and Russian mines, and Chinese separation and
// metal. China bars what it controls for military users throughout; from 11 November 2026 its Announcement 61, whose pause has run out, may
// reach magnets and alloy made abroad by their Chinese content or technology.
func TestTwoSovereigns(t *testing.T) {
	got := read[struct {
		View struct{ Before, After cleanChain }
	}](t, seedAPI(), worked(t, "18-two-sovereigns"), nil).View
	before, after := got.Before, got.After

	chain := []string{"smco-magnet arnold-magnetic CH", "sm2co17-magnet arnold-magnetic CH", "sm2co17-alloy less-common-metals GB GRADE", "sm-metal less-common-metals GB",
		"sm-oxide ionic-technologies GB GRADE"}
	require.Equal(t, []string{"2026-11-10", "NOT_KNOWN"}, []string{before.Date, before.Verdict})
	require.Equal(t, chain, before.steps())
	require.Equal(t, []string{"GRADE sm2co17-alloy less-common-metals arnold-magnetic", "GRADE sm-oxide ionic-technologies less-common-metals"}, before.facts())
	require.Equal(t, "NO_LICENCE", *before.NearPath[0].Outcome)
	require.NotContains(t, before.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	require.Nil(t, before.CleanPath)
	require.Empty(t, before.BlockingSet)
	require.Nil(t, before.Smallest)
	closed := []string{"LAW smco-magnet CN", "LAW sm-metal CN", "LAW sm-oxide CN", "LAW gd-metal CN", "LAW gd-oxide CN"}
	require.ElementsMatch(t, append([]string{"RULE smco-magnet MAGNET CN"}, closed...), bars(before.Barred))

	require.Equal(t, []string{"2027-01-01", "NOT_KNOWN"}, []string{after.Date, after.Verdict})
	chain[0], chain[2] = "smco-magnet arnold-magnetic CH LAW", "sm2co17-alloy less-common-metals GB LAW GRADE"
	require.Equal(t, chain, after.steps())
	require.Equal(t, 4, after.MissingCount)
	require.Contains(t, after.Flags, "SUSPENSION_EXPIRED_UNVERIFIED")
	added := []string{"RULE smco-magnet MAGNET CN", "RULE smco-magnet METAL CN", "RULE smco-magnet SEPARATION CN", "RULE smco-magnet MINE CN", "RULE smco-magnet MINE RU"}
	require.ElementsMatch(t, append(added, closed...), bars(after.Barred))

	files := map[string]bool{}
	for _, s := range before.NearPath {
		for _, r := range s.Rows {
			files[fmt.Sprint(r.File, ":", r.Line)] = true
		}
	}
	for _, row := range []string{"makes.csv:12", "produces.csv:3", "supplies.csv:92", "makes.csv:98", "supplies.csv:77"} {
		require.True(t, files[row], row)
	}
	for _, a := range []cleanChain{before, after} {
		verdicts := map[string]string{}
		for _, m := range a.Makers {
			verdicts[m.Firm.String()+" "+m.Country.String()] = m.Verdict
		}
		for maker, verdict := range map[string]string{"arnold-magnetic CH": "NOT_KNOWN", "electron-energy US": "NOT_KNOWN", "hangzhou-pmg CN": "BLOCKED", "- CN": "BLOCKED", "- -": "NOT_KNOWN"} {
			require.Equal(t, verdict, verdicts[maker], maker)
		}
	}
}

// A Chinese maker's magnets are barred by both states, either of which is enough. For a civilian buyer China asks for a licence, which is no
// bar unless it is made one.
func TestOneMakerAndTheLaw(t *testing.T) {
	ask := func(arguments string) cleanChain {
		return read[struct {
			View struct{ CleanChain cleanChain }
		}](t, seedAPI(), `{ view { cleanChain(of: "smco-magnet", rule: "us-dfars-225-7052", maker: "hangzhou-pmg", `+arguments+`) {
			date verdict missingCount smallest blockingSet { kind item { key } stage country { key } } makers { firm { key } verdict bars { kind item { key } stage country { key } } } } } }`, nil).View.CleanChain
	}
	military := ask(`endUse: MILITARY, on: "2026-06-30"`)
	require.Equal(t, "BLOCKED", military.Verdict)
	require.True(t, *military.Smallest)
	require.Len(t, military.BlockingSet, 1)
	require.Len(t, military.Makers, 1)
	require.ElementsMatch(t, []string{"LAW smco-magnet CN", "RULE smco-magnet MAGNET CN"}, bars(military.Makers[0].Bars))

	civilian := ask(`endUse: CIVILIAN, on: "2026-06-30"`)
	require.Equal(t, []string{"RULE smco-magnet MAGNET CN"}, bars(civilian.BlockingSet))
	require.Equal(t, []string{"RULE smco-magnet MAGNET CN"}, bars(civilian.Makers[0].Bars))
	licence := ask(`endUse: CIVILIAN, withoutLicence: true, on: "2026-06-30"`)
	require.ElementsMatch(t, []string{"LAW smco-magnet CN", "RULE smco-magnet MAGNET CN"}, bars(licence.Makers[0].Bars))
	require.False(t, slices.Contains([]string{"CLEAN", "NOT_KNOWN"}, licence.Verdict))
}

// What cannot be asked is refused, with the argument at fault.
func TestCleanChainRefusals(t *testing.T) {
	for arguments, want := range map[string]string{
		`of: "smco-magnet", rule: "eu-crma-65", endUse: CIVILIAN, destination: "DE"`:       "BAD_INPUT rule",
		`of: "smco-magnet", rule: "eu-crma-65", endUse: CIVILIAN`:                          "BAD_INPUT destination",
		`of: "smco-magnet", rule: "us-dfars-225-7052", endUse: CIVILIAN, maker: "toyota"`:  "BAD_INPUT maker",
		`of: "sm", rule: "us-dfars-225-7052", endUse: CIVILIAN`:                            "BAD_INPUT of",
		`of: "smco-magnet", rule: "us-dfars-225-7052", endUse: CIVILIAN, on: "2015-01-01"`: "BAD_INPUT on[0]",
		`of: "smco-magnet", rule: "no-such-rule", endUse: CIVILIAN`:                        "NOT_FOUND ",
	} {
		r := seedAPI().ask(t, `{ view { cleanChain(`+arguments+`) { verdict } } }`, nil)
		require.Len(t, r.Errors, 1, arguments)
		require.Equal(t, want, r.Errors[0].Extensions.Code+" "+r.Errors[0].Extensions.Argument, arguments)
	}
}
