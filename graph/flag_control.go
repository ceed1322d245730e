package graph

// Flags that speak of controls and licences.
const (
	FlagSuspensionExpired  Flag = "SUSPENSION_EXPIRED_UNVERIFIED" // rests on a control whose suspension has run out; what followed is not known
	FlagRulesNotChecked    Flag = "RULES_NOT_CHECKED"             // the day lies after the newest dated fact on controls
	FlagPossiblyControlled Flag = "POSSIBLY_CONTROLLED"           // a class was asked about; the strictest of its kinds decides
	FlagContentNotStated   Flag = "CONTENT_NOT_STATED"            // what the item holds decides, and is not stated
	FlagTechnologyUnstated Flag = "TECHNOLOGY_NOT_STATED"         // whether Chinese technology made it decides, and is not stated
	FlagGeneralPossible    Flag = "GENERAL_LICENCE_POSSIBLE"      // a general licence on record may cover it: its holder or customer is not named
	FlagGeneralEnded       Flag = "GENERAL_LICENCE_ENDED"         // a general licence on record covered it until before the day
	FlagEndComputed        Flag = "END_COMPUTED"                  // the end of a licence is computed from how long its kind is valid
	FlagCatchAll           Flag = "CATCH_ALL_CAUTION"             // not listed, but a licence can be asked of what is known to be risky
	FlagTakenAsCivilian    Flag = "TAKEN_AS_CIVILIAN"             // the end use was decided as a civilian one
	FlagNoChipRule         Flag = "NO_CHIP_RULE"                  // no rule on chip uses is published for exports from China
	FlagRefusalExpected    Flag = "REFUSAL_EXPECTED"              // a licence may be asked for and is not expected to be granted
	FlagWaitsForLicence    Flag = "WAITS_FOR_LICENCE"             // something on the way waits for a licence, and counts as available
	FlagStricterChecks     Flag = "STRICTER_CHECKS"               // end users and uses are checked more strictly
	FlagCustomsMayHold     Flag = "CUSTOMS_MAY_HOLD"              // outside the controls, yet under customs codes that are held and asked about
	FlagListIncomplete     Flag = "LIST_INCOMPLETE"               // a list of the user's country is known in part: a miss proves nothing
	FlagSuspendedAtStart   Flag = "SUSPENDED_AT_START"            // suspended before its first day, which brought nothing into force
)
