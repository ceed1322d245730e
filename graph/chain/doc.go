// Package chain resolves a view into the network that every question about dependence walks: who makes what (outputs), who
// needs what (lines), who serves each need (suppliers), and which steps between are done in-house.
//
// # Definition
//
// An output (f, i): firm f makes item i. It is on record through makes; through an active plant that f operates and that
// produces i; or it is inferred from a sale of i by f, unless f also buys i and so passes it on.
//
// A line (f, i): firm f needs item i. It is a named buyer of i, or i is required by something it makes. All essential inputs
// of an output are needed; where none is essential, any one input serves, and those on record stand before those that are
// not. A need that f neither buys nor makes is opened into its own recipe when f buys or makes something deeper in it.
//
// A supply of j serves a need for i when j is i or a grade of i (certain), or a class of i (possible: the grade is not
// stated; the seller's making is then looked through with the recipe of i). The outputs of firms held at 50 % or more, or
// at an unstated stake, serve their holder.
//
// # Scenarios
//
// Additions complete the record first: an added plant is a place of its output, an added sale is a sale like any other. Then each
// place is left what the edits after its addition leave of it. An output of which nothing is left is gone. A sale stands while its
// seller has something left to sell of it; a sale that is added after its seller's making was taken away is evidence of making
// anew. Needs stay: a firm whose seller or own making is gone still needs the item, and meets the world market.
//
// # Cost
//
// Build is linear in the rows, the outputs and the recipes opened for them. The network does not depend on any target, so
// one network serves every question asked of a view.
package chain
