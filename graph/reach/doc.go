// Package reach answers what a node can touch, or be touched by, through any number of links: everything upstream of a missile,
// everything downstream of a mine.
//
// # Definition
//
// Links run in the direction of material:
//
//	FEEDS     input -> output                a row of feeds
//	KIND_OF   grade -> class                 a row of kinds
//	MAKES     firm -> item                   a row of makes
//	OPERATES  firm -> plant                  a row of operates, where the plant works on the day
//	PRODUCES  plant -> item                  a row of produces, where the plant works and the figure is no plan
//	SUPPLIES  seller -> buyer                a row of supplies that is active on the day
//	BUYS      item -> its buyer              the same rows
//	USES      item -> firm                   the firm makes, or an active plant that it operates makes, something
//	                                         that the item goes into directly
//
// DOWN follows them, UP goes against them. The tier of a node is the number of links on a shortest chain from a start; starts have
// tier 0 and are not listed. Every node tells the link by which it was first reached: of all links from the tier before, the first in
// the order of the list above, then by the key of the node at the other end, then by the rows' own keys. The answer therefore
// depends on the facts and not on the order of their rows.
//
// Firms are single nodes: what goes into a firm reaches all that it makes or sells. Reach is an upper bound of influence, not
// evidence of it. A firm that buys a magnet for pumps and makes radars links the magnet to the radars; exposure and paths follow
// outputs instead.
//
// Of a scenario reach heeds delays of plants alone. What a scenario removes or adds are outputs: a firm without an output is still a
// node, and what else goes into it still reaches it. Exposure and chokepoints, which follow outputs, heed all edits.
//
// # Method and cost
//
// The links of a view are compiled once (Index) for graph/solve, which searches breadth first on bit sets, never over paths. An item that
// goes into another leads to all who make that one by a node which takes no tier, so that links stay linear in the rows. Compiling
// costs O(links), an answer a look at each link of what is touched and one pass over all nodes that puts it in order. The first links
// are found when they are asked for, at the cost of the links of that one node.
//
// Source: breadth-first search; E. F. Moore, The shortest path through a maze, 1959.
package reach
