// Package control answers: what does a shipment need of the controlling state, on a day?
//
// # Definition
//
// A decision table is walked for item, origin, destination, end use, user, exporter, holder and day; the first row whose condition holds
// decides. The table is data (rules.go, after the written rules in the seed's licence_rules.md, tables 5.1 and 5.2), with one interpreter
// (decide.go). Conditions speak of controls by their readable keys, of classes of items, of lists and of licences; all of these are rows
// of the release. A control that the view lacks is not in force.
//
//   - A control is in force from its first day, except from the first to the last day of its suspension. After that last day it is REVIVED: in
//     force by the letter. An answer that would be another one had the suspension been prolonged carries SUSPENSION_EXPIRED_UNVERIFIED and the
//     outcome of that case.
//   - A row of restricts covers an item, its kinds, and the members of a group. A control puts what it covers under a class, OTHER_METAL
//     where nothing else is said, so that a new control of a new mineral needs no code. Nothing is barred, on a day, that is under no control
//     in force.
//   - A row of restricts goes before a row of not_controlled, which also reaches kinds. Loose magnets whose content is not stated are
//     taken as magnets with dysprosium or terbium; parts in which magnets are fixed are outside (readings.go).
//   - A class is decided as the strictest of itself and its kinds, flagged POSSIBLY_CONTROLLED where a kind is stricter. Among equals, one
//     that does not lean on a suspension that has run out stands.
//   - A general licence covers a shipment when it names the user, for an exporter that it names too; or when it names the exporter of the
//     question and no customer. What it leaves unnamed makes it possible only. It counts from the grant, and not before its kind was
//     introduced, to its end, for items whose nearest row says GENERAL_ELIGIBLE. A month or year runs from its first to its last day.
//   - Only controls of the controlling country belong to the table. Those of other countries that cover the item are listed beside it.
//
// # Cost
//
// NewBook passes over the rows of law. Decide costs microseconds for an item, and as much again for each of its kinds. Explain makes the
// texts, and costs some tens of microseconds.
package control
