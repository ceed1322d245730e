// Package sankey draws what flows into one unit of an item, from the ground to the item, as nodes in columns and flows between them, so
// that a page can draw it as it stands.
//
// # Amounts
//
// A(m) is the amount of item m in one unit of the item asked about, and K(m, e) the kilograms of element e in one unit of m, as in
// package composition:
//
//	A(asked) = 1
//	A(i)     = Σ A(m) · q(i→m)               over the rows that state a quantity
//	flow(i→m, e) = A(m) · q(i→m) · K(i, e)   the kilograms of e that pass over a row
//	node(m, e)   = A(m) · K(m, e)
//
// bound by bound, so the ends are bounds. Flows of elements of one group are added up, known ones apart from unknown ones: no sum hides
// an unknown, and an unknown is never 0. A row that is not essential counts from 0, and a grade of several from 0 to all.
// Where every row is essential and states its quantity, what flows into a node equals what flows out of it, for every element.
//
// # Unknown
//
// An oxide (or what else is made from an element as such) comes from a node that stands for its source: its mass is known, its source is
// not (SOURCE_UNKNOWN). Rows from ores, mixed compounds and scrap say which sources there are, not how much comes from which: they are
// flows of unknown mass (MASS_UNKNOWN), beside it. Totals that name no form (lump items) are not part of the picture.
//
// # What is cut off
//
// Nodes are kept by links to the item asked about, then by mass, then by key: each drawn node leads to the item.
//
// # Cost
//
// One pass over all recipes for each element, and one over the rows that go into the item.
package sankey
