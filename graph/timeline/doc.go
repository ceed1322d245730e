// Package timeline answers: what happened, happens and is due, when, about these things?
//
// # Definition
//
// Controls (announced, first day, suspended, back by the letter), licences (granted, ended), counts of licence applications, events, exports,
// stocks and announced sales are put on one axis of days, as entries. A row of the record makes one entry for each of its dates; a row
// that the view leaves out makes none.
//
//   - A date that is stated to the month or year stands for any of its days: an entry has a first and a last day that it may mean, and carries
//     IMPRECISE_DATE. A month of exports is a span, not an imprecise date.
//   - An entry may last: to the end of an event, of a suspension, or of the months that exports are counted over.
//   - A control whose suspension has a last day is back by the letter on the day after (SUSPENSION_EXPIRED_UNVERIFIED), unless the view's
//     scenario says what it is on that day. One that was suspended before its first day has that day all the same, with SUSPENDED_AT_START.
//   - A licence without a stated end ends when its kind is no longer valid (END_COMPUTED); where that is not stated, it has no end.
//   - Edits of the scenario that set controls, grant or end licences are entries of their own, with SCENARIO; an end takes the place of that
//     on record.
//   - Entries are in the order of their first day, then kind as listed, then key.
//
// An entry is about a thing when what it names concerns it (graph.Snapshot.Concerning). A control names its country, the items that it
// covers and the firms that it lists. An event of kind CONTROL names the controls that were announced, took effect or were suspended on its
// very day, and that cover its item; or, where it names none, that are those of its country or list firms of it.
//
// # Cost
//
// One pass over the rows of eight tables, and a sort of the entries.
package timeline
