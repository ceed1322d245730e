// Package path opens a dependence into evidence: the best simple paths from the target to the one who depends on it, each
// step with the rows that say so. Paths explain; they never compute a share.
//
// # Definition
//
// A walk goes from a need to its suppliers, to what these need in turn, and ends at the first output in the target. Its
// contribution is the product of the shares on it. Stated shares count as stated; the rest of a need is split in equal parts
// among the sellers without a share and, where the market layer is asked for, the world market of the item; alternatives count in equal
// parts. The paths listed are simple (nothing twice), by contribution, then fewer steps, then names. Coverage is what they
// contribute out of all walks; it stays below 1 with all simple paths listed when loops carry the rest.
//
// # Method and cost
//
// One pass from the target over the walkable part gives the largest product from every node, a second one the fewest steps with it:
// exact bounds but for loops. Best-first search with both (A*) then takes the paths in order, so that equal ones are not laid out
// side by side. O(E log V) for the bounds, O(k · steps · degree) for the search. Where loops mislead the bounds it is cut off after
// 400,000 partial paths, or 50 million steps back along them, with Truncated set.
package path
