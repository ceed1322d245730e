// Package content answers two questions about goods and plants outside the controlling country: is so much of a foreign good's value of that
// country's materials that a rule on content reaches it (Rule, Ask), and which plants run on its technology (Plants)?
//
// # Content
//
// A rule on content names goods (the rows of restricts of its control) and materials (those of a sister clause, where it has no row for them
// itself). It reaches a good made abroad when materials of the controlling country are worth a part θ of it or more:
//
//	share = Σ K(e) · x(e) · p(e) / P
//
// over the elements e that the materials are named for. K is the kilograms of e in one unit of the good, x the part of that mass which
// passed a making of the materials in the controlling country, at whatever tier, p what a kilogram of e costs in that form, and P what one
// unit of the good costs. On a chain each kilogram counts once, in the form that left it Chinese. All four are intervals; the share is one
// whose ends are reached when they are independent. What is not stated is [0, ∞] (a kilogram of a good holds one kilogram at most).
//
// A price may be given for an element, per kilogram contained, or for a material, per kilogram; that of an alloy is spread over the rare
// earths in it by mass. Where several forms may carry e into the good, p spans their prices. Prices are never made up: without them the
// share is known where it is zero, and an answer still says at which ratio of prices the rule begins to bite.
//
// # Verdicts
//
// YES when the low end of the share is θ or more and a row names the good; NO when the high end is below θ, or nothing names the good; else
// UNKNOWN. A class of which some kinds are named, and a part that only the wording of a row reaches (it holds a named good), are never a
// YES. Implied is the verdict if x was what the world market makes of it.
//
// The deciding fact is found by holding each open fact at its two ends, all others as they are: one that decides at both goes before one
// that decides at one, these before the rest, and among equals the order is the origin of each element (that of most proven mass first), its amount,
// whether the rule names the good, the price of the good, and the prices of the materials. The ends of a price that is
// not given are limits, zero and infinity: they count only where some Chinese mass is proven.
//
// # Technology
//
// No table says on whose technology a plant runs. A plant is DEPENDENT, or INDEPENDENT, where the question states it (for a plant, or for a
// firm and the plants it operates; a plant goes before a firm, a later statement before an earlier one). All others are UNKNOWN; what is on
// record of who runs and holds them is shown beside it: an operator of the controlling country, one that firms of that country control in
// the end (half or more), or hold a part of. That is a hint, and no more.
//
// # Cost
//
// Ask costs a pass over the recipes for each good, and over the network up from each maker. Plants costs a solution of ultimate control.
package content
