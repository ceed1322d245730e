// Package solve holds the numerical heart of dependence questions: a network of nodes and links, compiled once and asked often.
// It knows neither firms nor items; the rooms lay their networks out as a System and read numbers by node.
//
// # Questions
//
//	Compile     System -> Graph                             renumber, merge parallel links, both directions
//	Bounds      low and safe of all nodes for one Target    Σ share·V, worst, alternatives, any of several
//	Lows        low of all nodes for 8 Targets            side by side, one look at a link serves all
//	Solve       estimate and resolved as well
//	Apart       some nodes with other rows or members     they alone, the rest as the solution sees it
//	Reach       what roots reach, with tiers                breadth first on a bit set
//	Closure     what each of 64 roots reaches               one pass for all
//	Guide       the largest product of shares to a member   from every node
//	Walks       the k best simple walks of a root           best first along the guide
//
// Answers go into a value that the caller keeps and hands in again (Solution, Batch, Tiers, Closures, Guide, Walks): a warm question
// allocates next to nothing. Scratch comes from a pool of the graph. Every question looks at its context each few thousand links.
//
// # Method
//
// Nodes are renumbered in the topological order of the condensation (Tarjan 1972), within a component in the order in which depth-
// first search leaves them. Each question is then one forward pass, with sweeps over the cores on the way. Low and safe lie side by
// side, so that one look at a supplier serves both; so do estimate and resolved.
//
// Values are a LEAST fixed point: sweeps start from 0. A core is swept (Gauss-Seidel) until a bound that holds says that it is within
// the tolerance; see Effort.Error and the comment of solveCore. When sweeps slow down they are mixed by Anderson's method (1965;
// window 4), which may overshoot on the way and is therefore used only where the fixed point is the only one. Where nothing bounds a
// loop, since it may lose nothing of what it passes on, plain sweeps from below go on until they change nothing.
//
// # Cost
//
// m links, c of them in cores: Compile, Reach, Closure and Guide O(m); Bounds O(m + s·c) with s sweeps, some fifteen on ordinary cores
// and below a hundred on nearly closed ones; Lows two or three times Bounds. 16 bytes a link for the links both ways and the weights, 8
// more when some shares are not stated.
package solve
