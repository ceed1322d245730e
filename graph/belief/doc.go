// Package belief answers: what was known about these things on a day, and what has changed since?
//
// # Definition
//
// Two views are set side by side: as known then, on that day, and as known now. What says the same thing about the same subject is one
// belief: rows of one table whose natural key agrees but for source, year and date of statement. A belief holds, in a view, what its rows say
// that the view knows (graph.View.Knows) and that are not over on the view's day: sales and licences that ended, rules past their last day.
//
//   - ADDED holds nothing then and something now; WITHDRAWN the other way round: over by now, or gone from the release; CHANGED holds other
//     rows now than then, by their cells; HELD the same.
//   - A belief is about a thing when one of its rows names, in a column that refers to things, what concerns it (Concerning); a control
//     also through the items it covers and the firms it lists; a plant also through what it makes and who runs it.
//   - Names of things are identity and no belief; what plants are reported to be is one.
//
// With one release nothing is known less later: what is WITHDRAWN is over. Views of two releases also show what was taken back.
//
// # Cost
//
// A pass over the rows of each release, and the texts of those that concern what is asked about.
package belief
