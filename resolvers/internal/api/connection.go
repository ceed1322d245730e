package api

// Edge is an element of a list with its place.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// PageInfo says where a page stands in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Connection is a page of a list.
type Connection[T any] struct {
	Nodes []T

	cursor   func(i int) string // of node i of the page
	next     bool
	previous bool
	count    func() int // of the whole list
}

// Edges gives the nodes with their cursors, which are made only here.
func (c *Connection[T]) Edges() []*Edge[T] {
	edges := make([]*Edge[T], len(c.Nodes))
	for i, n := range c.Nodes {
		edges[i] = &Edge[T]{Cursor: c.cursor(i), Node: n}
	}
	return edges
}

// PageInfo says where the page stands.
func (c *Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.next, HasPreviousPage: c.previous}
	if n := len(c.Nodes); n > 0 {
		start, end := c.cursor(0), c.cursor(n-1)
		info.StartCursor, info.EndCursor = &start, &end
	}
	return info
}

// TotalCount counts the whole list; it costs a pass over it where a filter was given.
func (c *Connection[T]) TotalCount() int { return c.count() }

// The pages of the schema.
type (
	ItemConnection                = Connection[Item]
	ItemEdge                      = Edge[Item]
	ItemGroupConnection           = Connection[*ItemGroup]
	ItemGroupEdge                 = Edge[*ItemGroup]
	FirmConnection                = Connection[*Firm]
	FirmEdge                      = Edge[*Firm]
	FacilityConnection            = Connection[*Facility]
	FacilityEdge                  = Edge[*Facility]
	CountryConnection             = Connection[*Country]
	CountryEdge                   = Edge[*Country]
	ControlConnection             = Connection[*Control]
	ControlEdge                   = Edge[*Control]
	LicenceTypeConnection         = Connection[*LicenceType]
	LicenceTypeEdge               = Edge[*LicenceType]
	LicenceConnection             = Connection[*Licence]
	LicenceEdge                   = Edge[*Licence]
	LicenceStatisticConnection    = Connection[*LicenceStatistic]
	LicenceStatisticEdge          = Edge[*LicenceStatistic]
	EventConnection               = Connection[*Event]
	EventEdge                     = Edge[*Event]
	ProcurementRuleConnection     = Connection[*ProcurementRule]
	ProcurementRuleEdge           = Edge[*ProcurementRule]
	SourceConnection              = Connection[*Source]
	SourceEdge                    = Edge[*Source]
	FeedConnection                = Connection[*Feed]
	FeedEdge                      = Edge[*Feed]
	KindOfConnection              = Connection[*KindOf]
	KindOfEdge                    = Edge[*KindOf]
	SubstituteConnection          = Connection[*Substitute]
	SubstituteEdge                = Edge[*Substitute]
	AliasConnection               = Connection[*Alias]
	AliasEdge                     = Edge[*Alias]
	MakingConnection              = Connection[*Making]
	MakingEdge                    = Edge[*Making]
	OperationConnection           = Connection[*Operation]
	OperationEdge                 = Edge[*Operation]
	ProductionConnection          = Connection[*Production]
	ProductionEdge                = Edge[*Production]
	HoldingConnection             = Connection[*Holding]
	HoldingEdge                   = Edge[*Holding]
	SupplyConnection              = Connection[*Supply]
	SupplyEdge                    = Edge[*Supply]
	MarketShareConnection         = Connection[*MarketShare]
	MarketShareEdge               = Edge[*MarketShare]
	MarketProjectionConnection    = Connection[*MarketProjection]
	MarketProjectionEdge          = Edge[*MarketProjection]
	RestrictionConnection         = Connection[*Restriction]
	RestrictionEdge               = Edge[*Restriction]
	ListedEntityConnection        = Connection[*ListedEntity]
	ListedEntityEdge              = Edge[*ListedEntity]
	ExclusionConnection           = Connection[*Exclusion]
	ExclusionEdge                 = Edge[*Exclusion]
	MonthlyExportConnection       = Connection[*MonthlyExport]
	MonthlyExportEdge             = Edge[*MonthlyExport]
	PeriodExportConnection        = Connection[*PeriodExport]
	PeriodExportEdge              = Edge[*PeriodExport]
	ImportDependenceConnection    = Connection[*ImportDependence]
	ImportDependenceEdge          = Edge[*ImportDependence]
	LeadTimeConnection            = Connection[*LeadTime]
	LeadTimeEdge                  = Edge[*LeadTime]
	StockConnection               = Connection[*Stock]
	StockEdge                     = Edge[*Stock]
	ProcurementRuleStepConnection = Connection[*ProcurementRuleStep]
	ProcurementRuleStepEdge       = Edge[*ProcurementRuleStep]
	FirmSizeConnection            = Connection[*FirmSize]
	FirmSizeEdge                  = Edge[*FirmSize]
	UseEdge                       = Edge[*Use]
	ReachedEdge                   = Edge[*Reached]
	ExposureEdge                  = Edge[*Exposure]
)
