package graph

// Flags that speak of stocks and of the time that goods take.
const (
	FlagCoverAssumed    Flag = "COVER_ASSUMED"       // no stock is on record: days of cover are assumed
	FlagLeadTimeAssumed Flag = "LEAD_TIME_ASSUMED"   // no time on the way, or in the making, is on record: days are assumed
	FlagLicenceAssumed  Flag = "LICENCE_ASSUMED"     // how long a licence takes, or how many are granted, is not on record: it is assumed
	FlagSellerUnknown   Flag = "SELLER_NOT_RECORDED" // no seller is on record: the need is taken to meet the world market, whose goods may all come from the controlling country
	FlagStockOfIndustry Flag = "STOCK_OF_INDUSTRY"   // the stock on record is that of an industry, not of the firm
)
