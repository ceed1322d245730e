// Package architecture holds no code: its tests keep the imports of the whole module pointing one way.
package architecture
