package resolvers_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What flows into an F-35, by the worked question. The traced mass is that of its rare earths by composition; the official total names no element and stands apart.
func TestWhatFlowsIntoAnF35(t *testing.T) {
	got := read[struct {
		View struct {
			Sankey struct {
				Kilograms struct{ Low, Mid, High *float64 }
				Complete  bool
				Nodes     []struct {
					ID, ShortName, State string
					Column               int
				}
				Flows []struct {
					From, To, Group, State string
					Kilograms              struct{ Low, Mid, High *float64 }
					Complete               bool
				}
				Totals []struct {
					Item      struct{ Key string }
					Kilograms struct{ Low, Mid, High *float64 }
				}
				Truncated bool
				Unopened  int
				Flags     []string
			}
		}
	}](t, seedAPI(), worked(t, "31-what-flows-into-an-f-35"), nil).View.Sankey
	require.InDelta(t, 10.6, *got.Kilograms.Mid, 0.1)
	require.False(t, got.Complete)
	require.False(t, got.Truncated)
	require.Equal(t, 3, got.Unopened)
	require.Contains(t, got.Flags, "LUMP_APART")
	require.Len(t, got.Totals, 1)
	require.Equal(t, "rare-earths-unspecified", got.Totals[0].Item.Key)
	require.InDelta(t, 417, *got.Totals[0].Kilograms.Mid, 0)
	states := map[string]int{}
	for _, f := range got.Flows {
		states[f.State]++
		if f.State == "MASS_UNKNOWN" {
			require.Nil(t, f.Kilograms.Low, "%s to %s: unknown is not 0", f.From, f.To)
			require.Nil(t, f.Kilograms.High)
		} else {
			require.NotNil(t, f.Kilograms.High, "%s to %s", f.From, f.To)
		}
	}
	require.Positive(t, states["KNOWN"])
	require.Positive(t, states["MASS_UNKNOWN"])
	require.Equal(t, 3, states["SOURCE_UNKNOWN"], "of samarium, dysprosium, and neodymium with praseodymium")
	require.Equal(t, "f-35", got.Nodes[len(got.Nodes)-1].ID)

	shares := read[struct {
		View struct {
			Sankey struct {
				Nodes []struct {
					ID        string
					ByCountry *struct {
						Year    int
						Covered float64
						Shares  []struct {
							Country struct{ Key string }
							Share   float64
							Row     struct{ File string }
						}
					}
				}
			}
		}
	}](t, seedAPI(), `{ view { sankey(of: "f-35") { nodes { id byCountry { year covered shares { country { key } share row { file } } } } } } }`, nil).View.Sankey
	found := 0
	for _, n := range shares.Nodes {
		if n.ByCountry != nil {
			found++
			require.NotEmpty(t, n.ByCountry.Shares, n.ID)
			require.Equal(t, "market_shares.csv", n.ByCountry.Shares[0].Row.File)
		}
	}
	require.Positive(t, found)
	r := seedAPI().ask(t, `{ view { sankey(of: "f-35", most: 201) { complete } } }`, nil)
	require.Len(t, r.Errors, 1)
	require.Contains(t, r.Errors[0].Message, "most: 201 is not 1 to 200")
}
