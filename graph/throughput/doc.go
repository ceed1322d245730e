// Package throughput answers: how many tonnes of an item a month reach a destination, against what it needs, and when does it run short?
//
// # The record
//
// A figure for months a to b says what the sum of their exports is. With P(k) the exports up to the end of month k, figures and the fact that no
// month exports less than nothing are difference constraints
//
//	low ≤ P(b) - P(a-1) ≤ high        P(k) - P(k-1) ≥ 0
//
// whose closure by shortest paths gives the tightest bounds on every span of months at once (Bellman 1958; Dechter, Meiri and Pearl 1991,
// Artificial Intelligence 49:61, "simple temporal problems"; Cormen and others, Introduction to Algorithms, "difference constraints"). Tonnes are
// counted in whole grams, so that this is exact. A month is
//
//   - STATED when a figure is of just this month,
//   - DERIVED when figures, added and subtracted, give it: the ends of the month are joined by figures,
//   - BOUNDED when only bounds follow: 0 to the rest of a period, what members of a region took, or what other destinations left of the world's,
//   - UNKNOWN else.
//
// Figures that cannot all be true form a cycle of constraints with a negative sum, the gap. While there is one, that with the fewest steps is
// taken, and each of its figures is widened by the gap, so that any one of them may be the wrong one. Their months then span what is said,
// unless further figures settle it; the months of a figure span what it says in any case.
//
// A region without figures of its own took what its members took, at least, and at most what destinations outside left of the world's. A
// country took at most what the others left. A region without members is the world.
//
// # The model
//
// The need N of a month is one number that is not known but within [low, high]: given, or revealed by what was taken a month before the
// control began (a figure for several months counts as their mean). Months whose figures are not on record let through
//
//	licensed = N · (free + (1 - c) · held + c · a · late)
//
// where c is the part of the tonnes that needs a licence, a the part of applications approved, free and held the parts of the month's days on
// which the control is not, and is, in force, and late the part of those held that lie a review time or more after its first day: as much as is
// needed is applied for each day, a part a of it is let through one review time later, and what is refused is not asked for again. What the
// record says of such a month all the same, that a member of the region took more, say, bounds it.
//
// From a stock of so many days of need, at the start of the first month,
//
//	stock' = max(0, stock + licensed - N)
//
// month by month, evenly within a month. The destination runs short when this would be negative. Divided by N, every term falls with N or
// stays, so the soonest end is at the largest need, the least stock, part and sums of months on record, and the last end at the other ends;
// sums over several months keep what figures say of them together. Both ends are exact: bounds of sums from one month on are taken on by one
// and the same course (the solutions of difference constraints are a lattice). Stocks after a shortage use Lindley's formula
// (1952), stock(k) = max over j of the net sum from j to k; their low end is a bound that need not be reached.
//
// With a constant part a let through and a stock of s days, s / (1 - a) days pass: half approvals double a stock.
//
// # Cost
//
// O(months³) for each destination on record, and O(months²) for the answer.
package throughput
