package graph

// Flags that speak of exports against need.
const (
	FlagFiguresDiffer         Flag = "FIGURES_DIFFER"          // figures contradict each other: the interval spans what they say, unless others settle it
	FlagNeedFromTrade         Flag = "NEED_FROM_TRADE"         // no need is on record: what was taken before the control stands for it
	FlagNeedGiven             Flag = "NEED_GIVEN"              // the need is that of the question
	FlagApprovedGiven         Flag = "APPROVED_GIVEN"          // the part of applications approved is that of the question
	FlagControlledPartAssumed Flag = "CONTROLLED_PART_ASSUMED" // what part of the tonnes needs a licence is not on record: all of it is taken to
	FlagStockOfGrade          Flag = "STOCK_OF_GRADE"          // the stock on record is that of a grade or member of what is asked about
	FlagStockOfAnotherDay     Flag = "STOCK_OF_ANOTHER_DAY"    // the stock on record is stated for another month than that at whose start it is taken to be there
	FlagModelAgainstRecord    Flag = "MODEL_AGAINST_RECORD"    // what the record says all the same of a month contradicts the model, and stands
	FlagWhatIf                Flag = "WHAT_IF"                 // rests on a model of what is let through, not on figures of exports
)
