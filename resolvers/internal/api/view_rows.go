package api

import "context"

// Feeds lists the recipes.
func (v *View) Feeds(ctx context.Context, filter *FeedFilter, orderBy Order, first int, after *string) (*FeedConnection, error) {
	return findRows(ctx, v, &feeds, filter, feedOrders, orderBy, first, after)
}

// Kinds lists which grade belongs to which class.
func (v *View) Kinds(ctx context.Context, filter *KindOfFilter, orderBy Order, first int, after *string) (*KindOfConnection, error) {
	return findRows(ctx, v, &kindsOf, filter, nil, orderBy, first, after)
}

// Substitutes lists what can stand in for what.
func (v *View) Substitutes(ctx context.Context, filter *SubstituteFilter, orderBy Order, first int, after *string) (*SubstituteConnection, error) {
	return findRows(ctx, v, &substitutes, filter, substituteOrders, orderBy, first, after)
}

// Aliases lists other names.
func (v *View) Aliases(ctx context.Context, filter *AliasFilter, orderBy Order, first int, after *string) (*AliasConnection, error) {
	return findRows(ctx, v, &aliases, filter, nil, orderBy, first, after)
}

// Makings lists what firms make.
func (v *View) Makings(ctx context.Context, filter *MakingFilter, orderBy Order, first int, after *string) (*MakingConnection, error) {
	return findRows(ctx, v, &makings, filter, nil, orderBy, first, after)
}

// Operations lists who runs or holds which plant.
func (v *View) Operations(ctx context.Context, filter *OperationFilter, orderBy Order, first int, after *string) (*OperationConnection, error) {
	return findRows(ctx, v, &operations, filter, operationOrders, orderBy, first, after)
}

// Productions lists what plants make.
func (v *View) Productions(ctx context.Context, filter *ProductionFilter, orderBy Order, first int, after *string) (*ProductionConnection, error) {
	return findRows(ctx, v, &productions, filter, productionOrders, orderBy, first, after)
}

// Holdings lists who owns whom.
func (v *View) Holdings(ctx context.Context, filter *HoldingFilter, orderBy Order, first int, after *string) (*HoldingConnection, error) {
	return findRows(ctx, v, &holdings, filter, holdingOrders, orderBy, first, after)
}

// Supplies lists deals and known supply links.
func (v *View) Supplies(ctx context.Context, filter *SupplyFilter, orderBy Order, first int, after *string) (*SupplyConnection, error) {
	return findRows(ctx, v, &supplies, filter, supplyOrders, orderBy, first, after)
}

// MarketShares lists countries' shares of the world market.
func (v *View) MarketShares(ctx context.Context, filter *MarketShareFilter, orderBy Order, first int, after *string) (*MarketShareConnection, error) {
	return findRows(ctx, v, &marketShares, filter, marketShareOrders, orderBy, first, after)
}

// MarketProjections lists projected market shares.
func (v *View) MarketProjections(ctx context.Context, filter *MarketShareFilter, orderBy Order, first int, after *string) (*MarketProjectionConnection, error) {
	return findRows(ctx, v, &marketProjections, (*projectionFilter)(filter), projectionOrders, orderBy, first, after)
}

// Restrictions lists what each control covers.
func (v *View) Restrictions(ctx context.Context, filter *RestrictionFilter, orderBy Order, first int, after *string) (*RestrictionConnection, error) {
	return findRows(ctx, v, &restrictions, filter, nil, orderBy, first, after)
}

// ListedEntities lists firms named on lists.
func (v *View) ListedEntities(ctx context.Context, filter *ListedEntityFilter, orderBy Order, first int, after *string) (*ListedEntityConnection, error) {
	return findRows(ctx, v, &listedEntities, filter, nil, orderBy, first, after)
}

// Exclusions lists items stated to be outside the controls.
func (v *View) Exclusions(ctx context.Context, filter *ExclusionFilter, orderBy Order, first int, after *string) (*ExclusionConnection, error) {
	return findRows(ctx, v, &exclusions, filter, nil, orderBy, first, after)
}

// MonthlyExports lists Chinese exports by month.
func (v *View) MonthlyExports(ctx context.Context, filter *ExportFilter, orderBy Order, first int, after *string) (*MonthlyExportConnection, error) {
	return findRows(ctx, v, &monthlyExports, filter, monthlyExportOrders, orderBy, first, after)
}

// PeriodExports lists Chinese exports over several months.
func (v *View) PeriodExports(ctx context.Context, filter *ExportFilter, orderBy Order, first int, after *string) (*PeriodExportConnection, error) {
	return findRows(ctx, v, &periodExports, (*periodFilter)(filter), periodExportOrders, orderBy, first, after)
}

// ImportDependence lists shares of purchases by origin.
func (v *View) ImportDependence(ctx context.Context, filter *ImportDependenceFilter, orderBy Order, first int, after *string) (*ImportDependenceConnection, error) {
	return findRows(ctx, v, &importDependence, filter, importDependenceOrders, orderBy, first, after)
}

// LeadTimes lists published times.
func (v *View) LeadTimes(ctx context.Context, filter *LeadTimeFilter, orderBy Order, first int, after *string) (*LeadTimeConnection, error) {
	return findRows(ctx, v, &leadTimes, filter, leadTimeOrders, orderBy, first, after)
}

// Stocks lists published inventories.
func (v *View) Stocks(ctx context.Context, filter *StockFilter, orderBy Order, first int, after *string) (*StockConnection, error) {
	return findRows(ctx, v, &stocks, filter, stockOrders, orderBy, first, after)
}

// ProcurementRuleSteps lists what each buying rule bars or caps.
func (v *View) ProcurementRuleSteps(ctx context.Context, filter *ProcurementRuleStepFilter, orderBy Order, first int, after *string) (*ProcurementRuleStepConnection, error) {
	return findRows(ctx, v, &procurementRuleSteps, filter, procurementRuleStepOrders, orderBy, first, after)
}

// FirmSizes lists revenue and staff.
func (v *View) FirmSizes(ctx context.Context, filter *FirmSizeFilter, orderBy Order, first int, after *string) (*FirmSizeConnection, error) {
	return findRows(ctx, v, &firmSizes, filter, firmSizeOrders, orderBy, first, after)
}
