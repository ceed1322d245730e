// Package shared answers: what do several products or firms have in common upstream, and how much does each depend on it?
//
// # Definition
//
// A node is a firm with what it holds, a plant, a country, or a country at one step of the chain. A subject reaches a node when its
// exposure to that node alone as the target is EXPOSED, LINKED or IMPLIED; see package exposure for the verdicts and shares. A subject
// reaches an item by recipe: it depends on it by 1, CERTAIN, when it cannot be made without it or one of its grades, whichever way each
// choice of inputs goes, and by anything from 0 to 1, POSSIBLE, when some choice leads to it. A firm needs the items that what it makes
// requires, and what it buys; so do those it holds at a stated 50 % or more for it.
//
// A node is shared when at least so many of the subjects reach it; subjects are no nodes. Its joint share is the least low, the least
// high and the least estimate of those who reach it: what every one of them depends on it by, at least. Where one has no estimate, the
// joint share has none.
//
// # Within a target
//
// Within a target only what lies in it counts: each node is asked about together with the target's other conditions. The target's own
// condition of the node's kind says which nodes there are: of a target in the EU, the countries of the EU. Items are asked about by
// recipe alone, so that of a target only items and stages bear on them.
//
// # Method and cost
//
// One walk of the network from each subject, and one of the recipes below it, marks what it could reach at all: O(links) a subject.
// Nodes that too few could reach are never shared. The others, those of most subjects and then the nearest first, are asked about one
// by one in one compiled network, up to a bound that falls with its size: O(links) a node. What is beyond the bound is counted, and may be shared or not. Items
// cost no solving: one pass over the recipes with a set of items each, O(recipe rows · items / 64).
package shared
