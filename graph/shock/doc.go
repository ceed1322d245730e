// Package shock answers: when this stops, who is hit, how hard, how far down the chain, and whose end would take most with it?
//
// # Definition
//
// Generalised Leontief, downstream (Diem, Borsos, Reisch, Kertesz and Thurner 2022, Scientific Reports 12:7719), on the recorded network
// of package chain. What remains of a part, 0 to 1, is the GREATEST solution of
//
//	output  the least of what is left of it by itself and of its needs; the best of its needs where any one suffices
//	line    Σ share · what remains of the supplier, and the rest of the line that no stated share covers
//
// so that a loop nobody disturbs keeps running. What is left of an output by itself is 1, or what the losses leave of it: place by place,
// from the least place to the best where they differ. A firm's own making is a supplier of its lines.
//
// Shares are mostly not stated and the sellers on record are never taken as complete. Remaining is therefore an interval, solved at
// both ends:
//
//	high  the rest of a line keeps running, whoever is hit; of several outputs a seller may serve from, the best one serves; a maker of
//	      a class makes the grade that is best off
//	low   the rest of a line is lost as far as the worst hit of the named sellers without a share; the worst output serves; the grade
//	      is the one worst off. A line without such sellers keeps its rest: suppliers not on record are not touched by any loss
//
// A seller of a class (grade not stated) counts as one without a share. A stated share of 0 is no seller. Unknown is the part of a line
// that no stated share covers; of an output, that of the need with most of it: what high takes on trust. The world market stays out of
// it: the two layers are never added.
//
// The literature's model itself, with payments for shares, products needed essentially or not, sectors whose firms stand in for each
// other, and the upstream branch, is Flows; its answers are exact where the published code stops at 1e-2 or depends on the unit of
// payment.
//
// # Method
//
// Losses L = 1 - remaining are the least solution from below. Parts are numbered in the topological order of the condensation; a shock
// spreads in ascending order and visits only what it reaches. In a core, ascending sweeps over what changed go on until nothing moves,
// or until a bound holds: losses enlarged along their last steps that ask for no more than themselves lie above the solution. Stopped
// so, answers are within 1e-9, or the rounding of float64 where a loop loses next to nothing on its way. Where a core has a single
// solution for sure, sweeps that creep leap ahead along their last steps, as far as losses that ask for no less than themselves.
//
// # Systemic risk
//
// Risk is what the end of a firm and of all it holds takes from the others: how many lose something, at least possibly; and the sum of
// the parts that they lose, a part being the mean over a firm's outputs, or over its needs where it has no output on record. With
// revenue, each part counts as much as the firm's latest revenue; firms that state none are left out of that sum, and counted. The
// published index (ESRI), which counts the firm itself and weighs by sales, is Economy.SystemicRisk.
//
// # Cost
//
// Compile O(links), once a network. Impact O(links touched · sweeps) for losses that name firms, and a look at every output for others;
// a bit a part to find the next one. Systemic the same for every candidate, on all processors.
package shock
