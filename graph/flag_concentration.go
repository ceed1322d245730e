package graph

// Flags that speak of how concentrated a market is.
const (
	FlagEarlierYear   Flag = "EARLIER_YEAR"   // the figure is of an earlier year than the one asked about
	FlagRecordedOnly  Flag = "RECORDED_ONLY"  // no world total is stated: shares are those of the capacity on record
	FlagPossiblyHolds Flag = "POSSIBLY_HOLDS" // the market is that of an item that may hold the element, but need not
)
