// Package api holds the types of the schema: what a query walks through. Each type of schema.graphqls has its Go type of the same
// name here, and each field is a field or method of it. They are thin: they resolve ids, ask one room of the product and hand out
// what it says. Nothing is computed here but pages, prices and texts.
//
// A World is one view with what was computed for it. Everything handed out keeps its world, so that an answer never mixes two.
package api
