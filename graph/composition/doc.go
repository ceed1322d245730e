// Package composition answers two questions: what is in an item, how much and how sure (Of, Table, Masses), and what an element
// or item ends up in (Uses).
//
// # Definition
//
// K(m, e) is the kilograms of element e in one unit of item m, an interval {low, mid, high}:
//
//	K(e, e) = 1
//	K(m, e) = Σ q(i→m) · K(i, e)           over the rows of feeds into m
//	K(c, e) = [min K(k, e), max K(k, e)]   for a class c without rows of its own, over its kinds k; mid only where all agree
//
// where q is the quantity of a row, whose low and high default to the quantity. Kinds that are known not to hold e count as 0.
//
// Rows are not all summed alike. The inputs of one item fall into groups of alternatives: a row that is not essential belongs
// with every row that shares its nearest class, and with the other side of a row of substitutes for that very item. A group of n
// essential rows fills max(n, 1) places:
//
//	low   the sum over the essential rows
//	mid   the same; in a group without an essential row the largest stated one, unless a row of the group is named in substitutes
//	high  the sum of the max(n, 1) largest, essential or not
//
// So essential rows always add, an alternative takes the place of one of them at most in the high bound, and alternatives of which
// none is essential are never added to each other. A row without alternatives is a group of its own.
//
// Joint-product rows carry no element: those whose input is an ore, a mixed compound or scrap (key ending in -scrap), and those from
// oxide to oxide; the mass of an oxide comes from the element's own row. Lump items (rare-earths-unspecified) are reported apart,
// in kilograms, and never added to anything.
//
// # What is not known
//
// A row without a quantity, or in units that do not fit its ends, does not void the rest: the kilograms are those of the quantified
// rows, and the part is not complete. No quantified row at all gives null, never 0. An alternative without a quantity does not count
// where an essential row of its group states one. Where a quantity that counts is missing and no row gives a middle, the middle is
// null. At a class, kinds of unknown composition and kinds without kilograms are left out of the bounds, and the part is
// not complete; but low is 0 where such a kind holds the element only possibly.
//
// Presence is PRESENT by an unbroken chain of essential rows, at a class through every one of its kinds; else POSSIBLE. A kind of unknown
// composition therefore makes a class POSSIBLE. Confidence is that of the strongest chain that carries the presence: the best, over
// such chains, of their weakest row; at a class of which every kind must hold the element, the weakest kind.
//
// Coverage says which part of what goes into the item is resolved to kilograms. The needed inputs (the essential rows, or all where
// none is essential; at a class its kinds) count in equal parts, each with the coverage of its own make-up:
//
//	known     down to the elements by stated quantities
//	assumed   the same, with some quantity on the way of LOW confidence: an estimate or inference
//	unknown   a quantity on the way is not stated, or an input's make-up is not on record
//
// Lump items do not count.
//
// # Uses
//
// Uses runs the same sums from the other end. The amount of an item other than an element in one unit of a use is the same K with
// K(i, i) = 1 for the item and all kinds below it; joint-product rows then pass the item on without an amount.
//
// Source: the mass balance over a bill of materials (a DAG of recipes), with bounds by interval arithmetic; all quantities are
// positive, so bounds multiply end by end.
//
// # Cost
//
// One column (one element over all items) is one pass over the items in their order and over the rows of feeds and kinds. Of restricts
// the pass to what goes into the item; Table makes one pass for each element. Nothing enumerates paths.
package composition
