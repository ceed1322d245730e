package graph

// Flags that speak of the value of goods, and of the technology of plants.
const (
	FlagPriceNotGiven Flag = "PRICE_NOT_GIVEN"        // a price that bears on the answer is not given: any price is allowed for
	FlagPriceOfClass  Flag = "PRICE_OF_CLASS"         // the price given is that of a class of the good
	FlagByWording     Flag = "BY_WORDING"             // no row names the part: it is read as an assembly that holds a named good
	FlagTechStated    Flag = "TECHNOLOGY_BY_QUESTION" // on whose technology a plant runs is stated by the question, and by no row
)
