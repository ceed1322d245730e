// Package agreement holds the engine to what hand-written Cypher says on a real Neo4j, for the questions that Cypher can answer:
// what an item holds by its essential inputs, what is reached over links, and who sells to whom. It has tests only.
package agreement
