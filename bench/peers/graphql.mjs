// @neo4j/graphql as a peer: the same firms and sales in Neo4j, asked through its generated schema. Loads once, then answers one JSON
// line each, until its input ends.
//
//   node graphql.mjs BOLT_URI USER PASSWORD
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { graphql } from "graphql";
import neo4j from "neo4j-driver";

const [uri, user, password] = process.argv.slice(2);
const driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined);
const typeDefs = `#graphql
  type Firm @node {
    id: ID!
    suppliers: [Firm!]! @relationship(type: "SUPPLIES", direction: IN)
  }`;
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const { version } = JSON.parse(readFileSync(new URL("node_modules/@neo4j/graphql/package.json", import.meta.url)));

const hops = (depth) => (depth === 0 ? "id" : `id suppliers { ${hops(depth - 1)} }`);

async function ask(q) {
  if (q.question !== "hops") return { unsupported: "its queries have a fixed depth: no closure, no values along paths, no best paths" };
  const source = `{ firms(where: { id: { eq: "${q.id}" } }) { ${hops(q.depth)} } }`;
  const start = performance.now();
  const answer = await graphql({ schema, source, contextValue: {} });
  if (answer.errors) return { error: answer.errors.map((e) => e.message).join("; ") };
  const seen = new Set();
  const walk = (firm) => {
    seen.add(firm.id);
    for (const s of firm.suppliers ?? []) walk(s);
  };
  answer.data.firms.forEach(walk);
  return { ms: performance.now() - start, count: seen.size };
}

console.log(JSON.stringify({ ready: true, version, threads: 1 }));
for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = await ask(JSON.parse(line));
  } catch (e) {
    reply = { error: String(e) };
  }
  console.log(JSON.stringify(reply));
}
await driver.close();
