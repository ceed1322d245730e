package resolvers_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lodestone-graph/lodestone/queries"
)

// worked gives a worked question as it stands.
func worked(t *testing.T, name string) string {
	t.Helper()
	all, err := queries.All()
	require.NoError(t, err)
	at := slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == name })
	require.GreaterOrEqual(t, at, 0, name)
	return all[at].Text
}

type share struct {
	Low, High float64
	Estimate  *float64
}

type exposureAnswer struct {
	Subject struct {
		ID, Key, Name string
		Country       struct{ Key string }
	}
	Verdict, Certainty, Basis string
	Member                    bool
	Item                      struct{ Key string }
	Share, Direct             share
	Coverage                  struct{ Known, Assumed, Unknown float64 }
	NearestTier               *int
	Paths                     struct {
		Nodes []struct {
			Hops []struct {
				From, To   struct{ ID string }
				Item       struct{ Key string }
				Confidence string
				Source     *struct{ Key, URL string }
			}
		}
		Coverage  float64
		Truncated bool
	}
}

func TestChineseRefiners(t *testing.T) {
	got := read[struct {
		View struct {
			Release  struct{ ID string }
			Exposure struct {
				TotalCount int
				Nodes      []exposureAnswer
				PageInfo   struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
	}](t, seedAPI(), worked(t, "01-chinese-refiners"), nil).View
	require.Equal(t, seedSnapshot().Release(), got.Release.ID)
	require.Equal(t, len(seedSnapshot().Facts().Firms), got.Exposure.TotalCount, "every firm has a row")
	require.Len(t, got.Exposure.Nodes, 50)
	require.True(t, got.Exposure.PageInfo.HasNextPage)

	rows := map[string]exposureAnswer{}
	for _, row := range got.Exposure.Nodes {
		rows[row.Subject.Key] = row
		require.InDelta(t, 1, row.Coverage.Known+row.Coverage.Assumed+row.Coverage.Unknown, 1e-9, row.Subject.Key)
		if row.Share.Estimate != nil {
			require.LessOrEqual(t, row.Share.Low, *row.Share.Estimate)
			require.LessOrEqual(t, *row.Share.Estimate, row.Share.High)
		}
	}
	first := got.Exposure.Nodes[0]
	require.Equal(t, "jl-mag", first.Subject.Key)
	require.Equal(t, "CN", first.Subject.Country.Key)
	require.Equal(t, "LINKED", first.Verdict)
	require.Equal(t, "CERTAIN", first.Certainty)
	require.Equal(t, "RECORDED", first.Basis)
	require.Equal(t, 1, *first.NearestTier)
	require.NotEmpty(t, first.Paths.Nodes)
	for _, hop := range first.Paths.Nodes[0].Hops {
		require.NotNil(t, hop.Source, "every step of a recorded chain has a source")
		require.NotEmpty(t, hop.Source.URL)
		require.Contains(t, []string{"HIGH", "MEDIUM", "LOW"}, hop.Confidence)
	}
	for _, firm := range []string{"toyota", "tesla", "byd", "siemens-gamesa"} {
		require.Equal(t, "POSSIBLE", rows[firm].Certainty, firm)
	}
}

func TestInsideAMissile(t *testing.T) {
	got := read[struct {
		View struct {
			Composition struct {
				Item     struct{ Key, Name string }
				Elements []struct {
					Element    struct{ Key, Symbol, Group string }
					Presence   string
					Kilograms  struct{ Low, Mid, High *float64 }
					Via        []struct{ Key, Name string }
					Confidence string
				}
				Coverage struct{ Known, Assumed, Unknown float64 }
			}
		}
	}](t, seedAPI(), worked(t, "02-inside-a-missile"), nil).View.Composition
	require.Equal(t, "tomahawk", got.Item.Key)
	elements := map[string]int{}
	for i, e := range got.Elements {
		elements[e.Element.Key] = i
		require.NotEmpty(t, e.Via, e.Element.Key)
	}
	samarium := got.Elements[elements["sm"]]
	require.Equal(t, "Sm", samarium.Element.Symbol)
	require.Equal(t, "MEDIUM", samarium.Element.Group)
	require.Equal(t, "PRESENT", samarium.Presence)
	require.Nil(t, samarium.Kilograms.Mid, "no row says how much, and unknown is not 0")
	require.Equal(t, "POSSIBLE", got.Elements[elements["dy"]].Presence)
	require.InDelta(t, 1, got.Coverage.Known+got.Coverage.Assumed+got.Coverage.Unknown, 1e-9)

	magnet := read[struct {
		View struct {
			Composition struct {
				Unit     string
				Elements []struct {
					Element   struct{ Key string }
					Kilograms struct{ Low, Mid, High float64 }
					Receipt   struct {
						RowCount int
						Rows     []struct {
							File string
							Line int
						}
						Formula string
					}
				}
			}
		}
	}](t, seedAPI(), `{ view { composition(of: "sintered-ndfeb-high-coercivity", element: "Dy") { unit
		elements { element { key } kilograms { low mid high } receipt { rowCount formula rows { file line } } } } } }`, nil).View.Composition
	require.Equal(t, "KG", magnet.Unit)
	require.Len(t, magnet.Elements, 1)
	dy := magnet.Elements[0]
	require.InDelta(t, 0.8713*1.148*0.04, dy.Kilograms.Mid, 1e-12, "the product of the rows, as docs/semantics.md works it")
	require.InDelta(t, 0.8713*1.148*0.006, dy.Kilograms.Low, 1e-12)
	require.InDelta(t, 0.8713*1.148*0.075*1.667, dy.Kilograms.High, 1e-9)
	require.Len(t, dy.Receipt.Rows, dy.Receipt.RowCount)
	require.GreaterOrEqual(t, dy.Receipt.RowCount, 4)
	require.Equal(t, "feeds.csv", dy.Receipt.Rows[0].File)
	require.NotEmpty(t, dy.Receipt.Formula)
}

func TestWhereDysprosiumGoes(t *testing.T) {
	got := read[struct {
		View struct {
			Uses struct {
				TotalCount int
				Nodes      []struct {
					Item struct {
						Key, Name, Stage, Category, EndUse string
					}
					Presence         string
					KilogramsPerUnit struct{ Low, Mid, High *float64 }
					Tier             int
				}
			}
		}
	}](t, seedAPI(), worked(t, "03-where-dysprosium-goes"), nil).View.Uses
	require.Equal(t, got.TotalCount, len(got.Nodes))
	uses := map[string]int{}
	for i, u := range got.Nodes {
		uses[u.Item.Key] = i
		require.NotEmpty(t, u.Item.Stage)
		require.Positive(t, u.Tier)
		if k := u.KilogramsPerUnit; k.Low != nil && k.High != nil {
			require.LessOrEqual(t, *k.Low, *k.High)
		}
	}
	for _, key := range []string{"sintered-ndfeb-high-coercivity", "ev-traction-motor", "dd-pmsg-generator", "tomahawk", "f-35", "battery-ev"} {
		require.Contains(t, uses, key)
	}
	require.NotContains(t, uses, "dy-oxide", "materials were not asked for")
	missile := got.Nodes[uses["tomahawk"]]
	require.Equal(t, "MISSILE", missile.Item.Category)
	require.Equal(t, "DEFENCE", missile.Item.EndUse)
	require.Equal(t, "POSSIBLE", missile.Presence)
}

func TestSearchFindsSamarium(t *testing.T) {
	type hits []struct {
		Node    struct{ ID, Key string }
		Matched string
		Score   float64
	}
	got := read[map[string]hits](t, seedAPI(), worked(t, "08-search"), nil)
	require.Len(t, got, 3)
	for name, list := range got {
		require.NotEmpty(t, list, name)
		require.Equal(t, "sm", list[0].Node.Key, name)
		require.False(t, math.IsNaN(list[0].Score))
		require.LessOrEqual(t, len(list), 3)
	}
}
