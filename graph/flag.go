package graph

import "slices"

// Flag is a caution that belongs to an answer: an assumption that was made, or a limit of what is known.
type Flag string

// The flags, by what they speak of: dates, plants, firms, figures, conclusions.
const (
	FlagPastHorizon      Flag = "PAST_HORIZON"      // the day asked about lies after the newest source
	FlagImpreciseDate    Flag = "IMPRECISE_DATE"    // a row's year or month decides whether it is active
	FlagUndated          Flag = "UNDATED"           // an active row states no start and its source is younger than the day
	FlagStatusLater      Flag = "STATUS_LATER"      // a plant's status was stated after the day; its start year decides
	FlagPlaceByFirm      Flag = "PLACE_BY_FIRM"     // no plant on record: the firm's country stands for the place
	FlagPlaceByStage     Flag = "PLACE_BY_STAGE"    // no plant with that output: the firm's plants of the stage stand for it
	FlagSellerInferred   Flag = "SELLER_INFERRED"   // the seller's own making of the item is inferred from a sale
	FlagGradeNotStated   Flag = "GRADE_NOT_STATED"  // the sale names a class; whether it is this grade is not stated
	FlagPassedOn         Flag = "PASSED_ON"         // the seller also buys the item and passes it on
	FlagStakeUnstated    Flag = "STAKE_UNSTATED"    // a holding without a stated stake is taken as control, or as an equal part
	FlagGroup            Flag = "GROUP"             // a need or output of a held firm
	FlagInHouse          Flag = "IN_HOUSE"          // a step between what a firm makes and buys is taken as done in-house
	FlagSharesScaled     Flag = "SHARES_SCALED"     // stated shares add to more than 1.01 and were scaled
	FlagEqualSplit       Flag = "EQUAL_SPLIT"       // unstated shares were split in equal parts for the estimate
	FlagMassUnknown      Flag = "MASS_UNKNOWN"      // masses of the element are not known: the worst need stands for them
	FlagOldFigure        Flag = "OLD_FIGURE"        // a market figure is more than three years older than the day
	FlagSingleFigure     Flag = "SINGLE_FIGURE"     // a market figure is one row of low confidence or from the media
	FlagFoundUnderClass  Flag = "FOUND_UNDER_CLASS" // the market figure is that of a class of the item
	FlagFoundByElement   Flag = "FOUND_BY_ELEMENT"  // the market figure is that of an element in the item
	FlagFoundByGroup     Flag = "FOUND_BY_GROUP"    // the market figure is that of a group that holds the item
	FlagMarketByLocation Flag = "MARKET_BY_LOCATION"
	FlagTerminal         Flag = "TERMINAL"         // the chain ends here: a mine, ore, or recycled scrap
	FlagNoLinkFound      Flag = "NO_LINK_FOUND"    // everything was resolved and nothing reaches the target
	FlagNothingRecorded  Flag = "NOTHING_RECORDED" // the release records neither an output nor a need of the firm
	FlagAnnounced        Flag = "ANNOUNCED"        // rests on a sale or plant that is only announced
	FlagScenario         Flag = "SCENARIO"         // rests on an edit of the view's scenario
	FlagMarketUnchanged  Flag = "MARKET_UNCHANGED" // the scenario names firms or plants, which shares of countries do not show
	FlagSourceUndated    Flag = "SOURCE_UNDATED"   // what was known on a day is asked, and some sources state no date of publication: their rows are kept
	FlagIncomplete       Flag = "INCOMPLETE"       // some quantities on the way are not stated
)

// Flags is a sorted set of flags.
type Flags []Flag

// With adds flags to the set and returns it.
func (f Flags) With(more ...Flag) Flags {
	for _, flag := range more {
		if i, found := slices.BinarySearch(f, flag); !found {
			f = slices.Insert(slices.Clip(f), i, flag)
		}
	}
	return f
}

// Has tells whether the set holds the flag.
func (f Flags) Has(flag Flag) bool {
	_, found := slices.BinarySearch(f, flag)
	return found
}
