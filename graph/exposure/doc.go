// Package exposure answers: which firms and items depend on a target, how much, through whom, and how do we know?
//
// # Definition
//
// V(s) = 1 if the output of a supplier s is in the target, else X of that output. A line has X = Σ share·V over its suppliers.
// An output has the worst X of its needs; with an element named and masses known, their mean by mass of that element. Over
// alternatives the low and the safe part take the least, the estimate the mean. X is the LEAST solution of this system: a loop
// that nobody feeds is no evidence. Four numbers are solved together:
//
//	low       unknown mass counts 0
//	safe      the mass proven to stay clear of the target; high = 1 − safe
//	estimate  unstated mass in equal parts to the sellers without a share and the world market of the item (EQUAL_SPLIT), or
//	          all of it to the market where no seller is named (MARKET); within [low, high]
//	resolved  how much of the mass the estimate rests on anything at all
//
// known + assumed + unknown = 1: known = low + safe, assumed = resolved − known, unknown is the rest.
//
// The recorded layer alone moves low and high; the market layer moves the estimate alone. They are never added.
//
// # Verdicts
//
// EXPOSED: low > 0. LINKED: a chain on record reaches the target, but its share is not stated; CERTAIN, or POSSIBLE when it
// passes through a class or one of several recipes. IMPLIED: no chain on record, but recipe and
// market give an estimate above 0. NOT_EXPOSED: safe = 1. UNKNOWN: none of these. A firm's verdict is the strongest over its
// lines.
//
// # Members
//
// A firm that belongs to the target is asked about its own supply: in its own row, its outputs and those of the firms it holds
// are taken out of the target; in everybody else's chain they count.
//
// # Around an answer
//
// Gaps: which missing facts would narrow or change a row most. Flip: the one stated share or figure that least has to be other than
// stated for a verdict to change. WithoutEach: the verdicts that rest on one source. Compare: two answers side by side. Best: which
// plants or sales, announced, possible or thought of, lower the estimates most. All of them fill something in and solve again; the first two
// solve only what a row hangs on.
//
// # Method and cost
//
// The system is an absorbing Markov chain with maxima (look-through exposure; Baldwin, Freeman and Theodorakopoulos 2023 use
// the same inverse on a country table). A Model is a network compiled once for all targets by graph/solve: one pass in topological order of
// the strongly connected components, with sweeps inside them until a bound says that the numbers are exact to 1e-12. Never by
// paths, never with a depth limit. Chains are searched in the order of their distance, part by part.
//
// Compile costs O(links), and so does a target, at about a third of it or less: it answers for all firms. Each member of the target adds a
// solve of its own group's parts, apart from all others (solve.Solution.Apart). What hangs on a row is compiled once and solved once; for each
// fact that is filled in, what hangs on that fact is solved again.
package exposure
