// Package chokepoint answers: what single loss, or which two or three together, stop an item or a firm, and which stop most products?
//
// # Definition
//
// A loss is a country, a country at one step of the chain, a firm with the firms that it holds at a stated 50 % or more, or a facility.
// What is left of everything, 0 to 1, is the GREATEST solution of
//
//	output  0 if its firm, an owner, or the place of its making is lost; else the least of what is left of its needs, the best of them
//	        where any one suffices. Places share it by capacity where all of them state one
//	line    Σ stated share · what is left of the seller, and the rest · what is left of those who may serve it: sellers without a share,
//	        and the world market of the item
//	item    in the world, by the figure that stands for it: Σ share of a country · what is left there. A maker with a stated capacity
//	        has its part of the country's share; the rest is that of other makers on record and of makers not on record, who need what the
//	        item is made of and are lost with the country. What the figure does not cover is made elsewhere. An item with a figure is
//	        left no more than what it is made of in the world; one without is left what its makers are
//
// so that a loop that nobody disturbs keeps running, and with nothing lost all is left. What is left of an input is shared out evenly among
// those who need it, as in the generalised Leontief model (Diem and others 2022, Scientific Reports 12:7719). A need is left as much as
// the best of its substitutes, of the readiness asked for.
//
// What is not stated makes it an interval. High keeps it as long as any of those who may have it is left; low loses it with any of them,
// and makers who are nobody knows where are lost with any country.
//
// # Border
//
// In a model of NewBorderModel the law of a country keeps some of what leaves it. A sale from a place there to a line that is delivered
// elsewhere, and the country's part of an item in the world as a buyer abroad meets it, pass a gate: the least of what the law leaves, 0 where
// it closes the shipment, and of the controls under which it goes, which may be lost. Items have a node for each gate through which somebody
// meets them; what is made in the country is made of what never left it. Where the law stops a product by itself, nothing is left to lose.
//
// # Answers
//
// Find lists the minimal sets of losses that leave at most Below (high), up to a size of 3. At 0 it asks what is up at all, the greatest
// fixed point of an AND-OR graph, since shares round a loop may die out without anything going down. SingleNamed lists apart the minimal
// sets that take down everybody on record, in the AND-OR graph without makers and sellers who are not; they hold none of the first sets.
// UnknownSupply lists items on the way with neither a maker nor a share of the market on record; with any, the answer is not complete.
// Common lists the sets that stop most products, of which no part stops any.
//
// # Method
//
// Losses lower what is left in ascending sweeps over what they touch, and are taken back by a trail. Sets are found by branching over a
// support: losses that keep a thing going as long as all of them stand, so that every set that stops it takes one of them (the hitting-set
// tree of Reiter 1987). Single points of failure of all nodes of an AND-OR graph come from one Index, which holds of each cascade only
// what it has beyond its parent's.
//
// # Cost
//
// NewModel is linear in the links of the network and the figures; with a border in those times the gates that differ, besides the words of
// the law. Find costs some spreads of losses for every loss that keeps the item
// going, to the power of the size less 1. Index costs the links out of the differences; a look-up in it, the length of the answer.
package chokepoint
