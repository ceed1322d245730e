package api

import (
	"context"

	"github.com/lodestone-graph/lodestone/graph"
)

// Node is a thing with an id.
type Node interface {
	ID() string
	Key() string
	Row() *Row
}

// thing is what all nodes have.
type thing struct {
	world *World
	node  graph.Node
}

// ID is the global id.
func (t thing) ID() string { return globalID(t.world.Snapshot, t.node) }

// Key is the readable id.
func (t thing) Key() string { return t.world.View.Key(t.node) }

// Row is the row that declares the node.
func (t thing) Row() *Row { return t.world.row(t.world.View.Row(t.node)) }

// aliased is what things with other names have.
type aliased struct{ thing }

// Aliases lists other names of the thing.
func (a aliased) Aliases(first int) []*Alias {
	key := a.Key()
	rows := a.world.Facts().Aliases
	var names []*Alias
	for i := firstAlias(rows, key); i < len(rows) && rows[i].ID == key && len(names) < first; i++ {
		names = append(names, newAlias(a.world, int32(i)))
	}
	return names
}

// wrap makes the handle of any node.
func (w *World) wrap(n graph.Node) Node {
	switch w.KindOf(n) {
	case graph.KindElement, graph.KindMaterial, graph.KindComponent, graph.KindProduct:
		return w.item(n)
	case graph.KindItemGroup:
		return w.itemGroup(n)
	case graph.KindFirm:
		return w.firm(n)
	case graph.KindFacility:
		return w.facility(n)
	case graph.KindControl:
		return w.control(n)
	case graph.KindLicenceType:
		return w.licenceType(n)
	case graph.KindLicence:
		return w.licence(n)
	case graph.KindLicenceStatistic:
		return w.licenceStatistic(n)
	case graph.KindEvent:
		return w.event(n)
	case graph.KindProcurementRule:
		return w.procurementRule(n)
	case graph.KindSource:
		return w.source(n)
	default:
		return w.country(n)
	}
}

// at finds the node that a reference cell names. The build has checked that it is there.
func (w *World) at(key string) graph.Node {
	n, ok := w.Lookup(key)
	if !ok {
		return graph.NoNode
	}
	return n
}

// wrapAt makes the handle that a reference cell names; nil where the cell is empty.
func (w *World) wrapAt(key string) Node {
	if key == "" {
		return nil
	}
	return w.wrap(w.at(key))
}

func (w *World) sourceAt(key string) *Source {
	n, _ := w.Find(graph.KindSource, key)
	return w.source(n)
}

func (w *World) firmAt(key string) *Firm { return w.firm(w.at(key)) }

func (w *World) countryAt(key string) *Country { return w.country(w.at(key)) }

func (w *World) itemAt(key string) Item { return w.item(w.at(key)) }

// maybeFirm is nil for an empty cell.
func (w *World) maybeFirm(key string) *Firm {
	if key == "" {
		return nil
	}
	return w.firmAt(key)
}

// maybeCountry is nil for an empty cell.
func (w *World) maybeCountry(key string) *Country {
	if key == "" {
		return nil
	}
	return w.countryAt(key)
}

// maybeItem is nil for an empty cell.
func (w *World) maybeItem(key string) Item {
	if key == "" {
		return nil
	}
	return w.itemAt(key)
}

// nodesOf pages through the nodes of a kind.
func nodesOf[T any](ctx context.Context, w *World, name string, kind graph.NodeKind, order string, keep func(graph.Node) bool,
	by func(graph.Node) rank, handle func(graph.Node) T, first int, after *string) (*Connection[T], error) {
	start, end := w.Range(kind)
	l := list[graph.Node, T]{
		name: name, order: order, size: int(end - start),
		at:  func(i int) graph.Node { return start + graph.Node(i) },
		key: w.View.Key, keep: keep, rank: by, make: handle,
	}
	return l.page(ctx, first, after)
}
