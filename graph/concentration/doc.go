// Package concentration answers: how few countries, or firms, make an item at a step of its chain, and what is left when the
// largest is lost?
//
// # Definition
//
// With the shares s of the parties and r = 1 − Σs, the share of nobody named:
//
//	HHI     Σ s², in [Σ s², Σ s² + r²]: the rest may be many small parties or one (Herfindahl 1950, Hirschman 1945)
//	top k   the sum of the k largest, with the rest as nothing and as one party
//	cover   what is left when the largest is lost, 1 − top 1 (N-1)
//
// A rest that may belong to a named party, since a plant of it states no capacity, adds up to r² + 2rs. The index is a
// fraction; times 10,000 it is in the units of merger guidelines. Two marks stand beside it: 1,800 of 10,000, above which the
// US Department of Justice and the Federal Trade Commission (2023) call a market highly concentrated, and 65 % from one third
// country, the EU's aim for 2030 (Regulation (EU) 2024/1252). The latter speaks of what the EU uses; world shares stand in for it.
//
// Over countries, one publication of market shares is chosen whole, as package market does, and others of the same item,
// stage and year are shown beside it. Shares that add to at most 1.01 stand as printed; above that they are scaled to 1 and
// flagged. Over firms, a party is an operator with its stake in the capacity of the plants that work; the share is of the world
// total that a publication states by tonnes and share, or, where none does, of the capacity on record, flagged RECORDED_ONLY.
// Years are never added, nor the row of a class and those of its grades at one plant. Indices are never added over stages or
// items.
//
// An element at a stage stands for the items there that hold it and have figures of their own (over firms: working plants), a
// row each; failing these, for the groups that hold it, then for the items that may hold it (POSSIBLY_HOLDS): by choice in a
// recipe, or as an ore. Without a world total, what plants without a stated capacity can hold is bounded by nothing: low and
// high are as wide as the number of parties allows, mid is that of the stated capacity. A year asked about takes the nearest figure not after it (EARLIER_YEAR). Where no figure stands the
// row says so with everything unknown.
//
// A scenario takes shares from countries and capacity from firms. The other countries serve what one leaves, so that named shares keep
// their sum; a world total shrinks by what its plants lose, and an added plant counts. Such rows carry SCENARIO.
//
// # Cost
//
// A row costs its parties. Each year before that of the view costs one view and one index of market shares.
package concentration
