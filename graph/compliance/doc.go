// Package compliance answers: does a chain exist that two states allow at once? One state's buyers may not take goods of which some step was
// done in a barred country; the other lets goods out, for an end use, or does not.
//
// # Definition
//
// A chain of an item is a tree: a maker at a place, and below it a chain for every input that the making needs (one of them where any one
// suffices), down to mines, ores, scrap and recyclers. It is clean when
//
//   - no making in it is barred: a step (good, stage, country) of the procurement rule holds for all makings below and of the good and its
//     kinds, at the stages of what is made and of the plant, from its first to its last day; and
//   - the law lets every shipment in it pass that crosses a border, the last one, to the buyer, among them.
//
// Both are three-valued. What the record does not say is a missing fact of the chain that would need it:
//
//	SALE    a maker is on record, and not that it sells to this buyer
//	MAKER   a share of the market says that somebody in the country makes it, or nobody says who does
//	PLACE   the country of a making is not stated
//	GRADE   a class is made or sold, and not known to be the grade that is needed, or to be a good that the rule covers
//	INPUTS  what a making takes is not on record
//	LAW     the law bars the shipment or lets it pass by something that is not known
//
// A step is CLEAN without a missing fact, BLOCKED when barred, else NOT_KNOWN; an input is as good as the best of its makers, a making as bad
// as the worst of its inputs.
//
// # Why the least fixed point
//
// Survival asks for the GREATEST fixed point: a loop that nobody disturbs keeps running. That a chain is clean must be shown, step by step,
// from where it ends; goods that only ever come out of each other show nothing. So chains are founded: the LEAST fixed point. A loop is never
// clean, and what is BLOCKED is so with every loop counted as no chain.
//
// # Answers
//
// Of all chains that are not barred, Ask gives one with the fewest missing facts, each use counted, then the fewest steps. Without any it
// is a clean chain; otherwise they are the near miss. Where every chain is barred, the blocking set is a smallest set of bars (steps of the
// rule; items that a country does not let out) that leaves no chain though all other bars were lifted.
//
// Makers on record and makers not on record, as far as figures leave them room, are alternatives; substitutes are not: they are other
// items. Elements are no links of chains. Whether a maker has the capacity is not asked.
//
// # Method
//
// Chains with the fewest missing facts are lightest derivations in an AND-OR graph: Knuth's generalisation of Dijkstra's algorithm
// (Information Processing Letters 6:1, 1977). Blocking sets are hitting sets of chains, found by Reiter's tree, each time branching over a
// chain that takes the fewest bars; after a bounded number of tries one of which no part blocks is given instead, and said so.
//
// # Cost
//
// Ask is linear in the makings within reach, by place and covered goods, and their links, times a logarithm. Blocking sets cost up to some
// hundreds of that.
package compliance
