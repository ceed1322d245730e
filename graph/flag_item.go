package graph

// Flags that speak of what is in an item.
const (
	FlagNoRecipe  Flag = "NO_RECIPE"  // the release does not say what the item is made of: unknown, not free of everything
	FlagLumpApart Flag = "LUMP_APART" // a total of many elements is reported apart; it may overlap with the single elements
)
