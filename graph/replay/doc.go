// Package replay answers: of what happened after a day, what do that day's stop dates say beforehand?
//
// # Definition
//
// Predictions are the stop dates of package cover on a view: who may run short of what from which day on, and from which day for certain.
// What happened are rows of the table events within the window from the view's day to a last one; a date stated to the month or year may mean
// any of its days, and is in the window when one of these is. Events are read from a view of their own, since what is replayed did not
// know them.
//
// An event names a firm, or a country or region alone; then it is about all firms there. It is about those of their outputs and needs whose item it
// names, or a grade or class of it, or something in the recipe at any depth. A stop of one of them counts when what the event names, or a grade or class of
// it, is on the chain by which it comes about. An event without an item is about all that is struck: what is lost or held back, and what needs that by
// recipe; every stop counts. The prediction is the first of the stops that count: it begins between the least of their earliest days and the
// least of their latest. An event begins between the first and last day that its date may mean.
//
//	HIT     both intervals have a day in common
//	EARLY   it was predicted to begin for certain before the event, by so many days
//	LATE    it was predicted to begin after the event at the soonest, by so many days
//	MISS    a need is on record that leads to what the event names, all of what is struck there has sellers on record, and no stop is predicted
//	SILENT  no stop is predicted, and the record lacks a fact: see Fact
//
// A HIT is CERTAIN when the predicted interval has a last day and POSSIBLE when it has none: what may happen from some day on and is never refuted
// is weak evidence. Where the world market stands in for sellers that are not on record (cover.Law.Market), a prediction that rests on
// no seller on record all the way is implied: a stop on record goes before it, and its hits are counted apart. So a tally says how many of all firms that need what is struck were predicted, and how many of either had an event. Predicted firms
// without an event are alarms. Nothing here is fitted to events: they are read after the predictions are made.
//
// # Cost
//
// For each event O(parts of its firms, and what lies above them); one pass over the recipes for each item that events name.
package replay
