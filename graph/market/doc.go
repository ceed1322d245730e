// Package market answers for a need whose seller nobody recorded: it meets the world market of its item. Who makes an item
// world-wide, by country and stage, comes from published shares.
//
// # Which figure stands
//
// One publication is chosen whole for each stage, item and year; shares are never added across publications. The year is
// the nearest not after the day asked about. Among the publications of that year that cover less than 0.2 less of the world
// total than the fullest, these decide in turn: confidence (that of the lowest row), kind of source (OFFICIAL, DATASET,
// PAPER, ANALYST, COMPANY, MEDIA), date of publication (newest first), id. What the others say is shown as a spread. Rows
// with tonnes but no share are never chosen.
//
// # Where no figure stands
//
// Each step is flagged: the item's classes, nearest first; the elements in it at that stage, or groups that hold these
// elements, smallest first; groups that hold the item. Rare-earth ores and mixed compounds take the figures of all rare
// earths at MINE; ionic clay and xenotime those of heavy rare earths.
//
// # Dependence through the market
//
// h is the targets' share of an item at its stage, where the target asks for that stage. U is the worst dependence over the
// item's own requirements. Stages may or may not be the same tonnes, so dependence lies in [max(h, U), min(1, h + U)]; the
// estimate is max(h, U), since a country that makes most of the metal makes it from its own oxide.
//
// # Cost
//
// Index is one pass over market_shares; Solve is one pass over the items and their recipes.
package market
