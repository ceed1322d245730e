"""A peer of the benchmark: loads a network once, then answers questions, one JSON line each, until its input ends.

    peer.py NAME FOLDER

NAME is scipy, igraph, networkx, duckdb or kuzu. FOLDER holds the network as the benchmark writes it. A reply gives the milliseconds
of the question alone and what the benchmark needs to compare answers; "unsupported" says why a question is not answered.
"""

import json
import math
import sys
import time

import numpy as np


class Network:
    def __init__(self, folder):
        with open(folder + "/meta.json") as f:
            meta = json.load(f)
        self.folder, self.nodes, m = folder, meta["nodes"], meta["edges"]
        read = lambda name, kind: np.fromfile(f"{folder}/{name}.bin", dtype=kind)
        self.supplier, self.buyer = read("supplier", np.int32), read("buyer", np.int32)
        self.weight, self.ends = read("weight", np.float64), read("ends", np.uint8)
        assert len(self.supplier) == len(self.buyer) == len(self.weight) == m

    def merged(self):
        """Links with parallel ones added up: buyers, suppliers, weights."""
        key = self.buyer.astype(np.int64) * self.nodes + self.supplier
        unique, at = np.unique(key, return_inverse=True)
        return unique // self.nodes, unique % self.nodes, np.bincount(at, weights=self.weight)

    def with_sink(self, targets):
        """The merged links without those that leave a target, and a link of weight 1 from each target to one more node."""
        buyer, supplier, weight = self.merged()
        keep = ~np.isin(buyer, targets) & (weight > 0)
        buyer = np.concatenate([buyer[keep], targets])
        supplier = np.concatenate([supplier[keep], np.full(len(targets), self.nodes)])
        return buyer, supplier, np.concatenate([weight[keep], np.ones(len(targets))])


def described(nodes):
    nodes = np.asarray(nodes, dtype=np.uint64)
    return {"count": int(len(nodes)), "hash": int(np.sum((nodes * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)))}


def clock(work):
    start = time.perf_counter()
    answer = work()
    return (time.perf_counter() - start) * 1000, answer


class Unsupported(Exception):
    pass


class Peer:
    threads = 1

    def __init__(self, network):
        self.n = network
        self.sink = None

    def ask(self, q):
        method = getattr(self, q["question"].replace("-", "_"), None)
        if method is None:
            raise Unsupported("it has no such question")
        return method(q)

    def csv(self, q):
        raise Unsupported("it reads no CSV of its own")


class SciPy(Peer):
    def __init__(self, network):
        super().__init__(network)
        import scipy
        import scipy.sparse as sparse
        import scipy.sparse.csgraph as csgraph

        self.version, self.sparse, self.csgraph = scipy.__version__, sparse, csgraph
        self.matrix = self.make()

    def make(self):
        n = self.n
        return self.sparse.csr_matrix((n.weight, (n.buyer, n.supplier)), shape=(n.nodes, n.nodes))

    def build(self, q):
        ms, matrix = clock(self.make)
        return {"ms": ms, "count": int(matrix.nnz)}

    def reach(self, q):
        ms, order = clock(lambda: self.csgraph.breadth_first_order(self.matrix, q["root"], return_predecessors=False))
        return {"ms": ms, **described(order)}

    def closure(self, q):
        ms, counts = clock(lambda: [len(self.csgraph.breadth_first_order(self.matrix, r, return_predecessors=False)) for r in q["roots"]])
        return {"ms": ms, "list": counts}

    def share(self, q):
        n, targets = self.n, np.asarray(q["targets"])

        def jacobi():
            seen = np.zeros((n.nodes, 2))
            own = seen
            while True:
                own = self.matrix @ seen
                own[n.ends == 1] = (0, 1)
                new = own.copy()
                new[targets] = (1, 0)
                change = np.abs(new - seen).max()
                seen = new
                if change < q["step"]:
                    return own

        ms, own = clock(jacobi)
        own.astype(np.float64).tofile(q["out"])
        return {"ms": ms, "values": q["out"]}

    def paths(self, q):
        n = self.n
        if self.sink is None:
            b, s, w = n.with_sink(np.asarray(q["targets"]))
            cost = np.maximum(-np.log(w), 1e-15)
            self.sink = self.sparse.csr_matrix((cost, (b, s)), shape=(n.nodes + 1, n.nodes + 1))
        ms, costs = clock(lambda: self.csgraph.yen(self.sink, q["root"], n.nodes, q["k"]))
        return {"ms": ms, "list": [math.exp(-c) for c in costs if math.isfinite(c)]}


class IGraph(Peer):
    def __init__(self, network):
        super().__init__(network)
        import igraph

        self.version, self.igraph = igraph.__version__, igraph
        self.graph = self.make()

    def make(self):
        n = self.n
        return self.igraph.Graph(n=n.nodes, edges=np.column_stack([n.buyer, n.supplier]), directed=True)

    def build(self, q):
        ms, graph = clock(self.make)
        return {"ms": ms, "count": graph.ecount()}

    def reach(self, q):
        ms, (order, starts, _) = clock(lambda: self.graph.bfs(q["root"], mode="out"))
        return {"ms": ms, "tiers": list(np.diff(starts)), **described(order)}

    def closure(self, q):
        ms, counts = clock(lambda: [len(self.graph.subcomponent(r, mode="out")) for r in q["roots"]])
        return {"ms": ms, "list": counts}

    def share(self, q):
        raise Unsupported("it has no values along paths")

    def paths(self, q):
        n = self.n
        if self.sink is None:
            b, s, w = n.with_sink(np.asarray(q["targets"]))
            self.sink = self.igraph.Graph(n=n.nodes + 1, edges=np.column_stack([b, s]), directed=True)
            self.sink.es["cost"], self.costs = np.maximum(-np.log(w), 1e-15), np.maximum(-np.log(w), 1e-15)
        ms, paths = clock(
            lambda: self.sink.get_k_shortest_paths(q["root"], n.nodes, k=q["k"], mode="out", weights="cost", output="epath")
        )
        return {"ms": ms, "list": [math.exp(-sum(self.costs[e] for e in p)) for p in paths]}


class NetworkX(Peer):
    def __init__(self, network):
        super().__init__(network)
        import networkx

        self.version, self.nx = networkx.__version__, networkx
        self.graph = self.make()

    def make(self):
        n = self.n
        graph = self.nx.DiGraph()
        graph.add_nodes_from(range(n.nodes))
        graph.add_edges_from(zip(n.buyer.tolist(), n.supplier.tolist()))
        return graph

    def build(self, q):
        ms, graph = clock(self.make)
        return {"ms": ms, "count": graph.number_of_edges()}

    def reach(self, q):
        ms, lengths = clock(lambda: self.nx.single_source_shortest_path_length(self.graph, q["root"]))
        return {"ms": ms, "tiers": np.bincount(list(lengths.values())).tolist(), **described(list(lengths))}

    def closure(self, q):
        ms, counts = clock(lambda: [len(self.nx.descendants(self.graph, r)) + 1 for r in q["roots"]])
        return {"ms": ms, "list": counts}

    def share(self, q):
        raise Unsupported("it has no values along paths")

    def paths(self, q):
        if self.sink is None:
            b, s, w = self.n.with_sink(np.asarray(q["targets"]))
            self.sink = self.nx.DiGraph()
            self.sink.add_weighted_edges_from(zip(b.tolist(), s.tolist(), np.maximum(-np.log(w), 1e-15).tolist()))
        from itertools import islice

        def best():
            try:
                found = islice(self.nx.shortest_simple_paths(self.sink, q["root"], self.n.nodes, weight="weight"), q["k"])
                return [sum(self.sink[a][b]["weight"] for a, b in zip(p, p[1:])) for p in found]
            except (self.nx.NetworkXNoPath, self.nx.NodeNotFound):
                return []

        ms, costs = clock(best)
        return {"ms": ms, "list": [math.exp(-c) for c in costs]}


class DuckDB(Peer):
    threads = 2

    def __init__(self, network):
        super().__init__(network)
        import duckdb

        self.version = duckdb.__version__
        self.db = duckdb.connect()
        self.db.execute("SET threads = 2")
        self.make()

    def make(self):
        self.db.execute("DROP TABLE IF EXISTS link")
        self.db.execute(f"CREATE TABLE link AS SELECT * FROM read_csv('{self.n.folder}/edges.csv')")

    def build(self, q):
        raise Unsupported("it loads from CSV: see there")

    def csv(self, q):
        def load():
            self.db.execute("DROP TABLE IF EXISTS supplies")
            self.db.execute(f"CREATE TABLE supplies AS SELECT * FROM read_csv('{q['out']}/supplies.csv')")

        ms, _ = clock(load)
        return {"ms": ms, "count": self.db.execute("SELECT count(*) FROM supplies").fetchone()[0]}

    REACH = """WITH RECURSIVE up(node) AS (SELECT {} UNION SELECT supplier FROM up JOIN link ON buyer = node) SELECT node FROM up"""

    def reach(self, q):
        ms, nodes = clock(lambda: self.db.execute(self.REACH.format(f"{q['root']}::INTEGER")).fetchnumpy()["node"])
        return {"ms": ms, **described(nodes)}

    def closure(self, q):
        sql = self.REACH.replace("SELECT node FROM up", "SELECT count(*) FROM up")
        ms, counts = clock(lambda: [self.db.execute(sql.format(f"{r}::INTEGER")).fetchone()[0] for r in q["roots"]])
        return {"ms": ms, "list": counts}

    def share(self, q):
        n, db = self.n, self.db
        db.execute("CREATE OR REPLACE TABLE target(node INTEGER)")
        db.executemany("INSERT INTO target VALUES (?)", [[t] for t in q["targets"]])
        fixed = np.where(n.ends == 1)[0]
        db.execute("CREATE OR REPLACE TABLE ends(node INTEGER)")
        db.register("fixed_ends", {"node": fixed.astype(np.int32)})
        db.execute("INSERT INTO ends SELECT node FROM fixed_ends")

        def joins():
            db.execute("CREATE OR REPLACE TABLE own AS SELECT node, 0.0::DOUBLE x, 1.0::DOUBLE z FROM ends")
            previous = None
            while True:
                db.execute(
                    "CREATE OR REPLACE TABLE own AS SELECT buyer node, sum(weight * x) x, sum(weight * z) z FROM link JOIN ("
                    "SELECT node, x, z FROM own ANTI JOIN target USING (node) UNION ALL SELECT node, 1, 0 FROM target) seen"
                    " ON supplier = seen.node GROUP BY buyer UNION ALL SELECT node, 0, 1 FROM ends"
                )
                sums = db.execute("SELECT sum(x), sum(z) FROM own").fetchone()
                if previous is not None and max(abs(sums[0] - previous[0]), abs(sums[1] - previous[1])) < q["step"]:
                    return
                previous = sums

        ms, _ = clock(joins)
        own = np.zeros((n.nodes, 2))
        rows = db.execute("SELECT node, x, z FROM own").fetchnumpy()
        own[rows["node"]] = np.column_stack([rows["x"], rows["z"]])
        own.tofile(q["out"])
        return {"ms": ms, "values": q["out"]}

    def paths(self, q):
        raise Unsupported("it has no best paths")


class Kuzu(Peer):
    threads = 2

    def __init__(self, network):
        super().__init__(network)
        import tempfile

        import kuzu

        self.version, self.kuzu = kuzu.__version__, kuzu
        self.folder = tempfile.mkdtemp()
        self.count = 0
        self.make()

    def make(self):
        self.count += 1
        self.db = self.kuzu.Database(f"{self.folder}/{self.count}")
        self.connection = self.kuzu.Connection(self.db, num_threads=2)
        run = self.connection.execute
        run("CREATE NODE TABLE Node(id INT64, PRIMARY KEY(id))")
        run("CREATE REL TABLE Buys(FROM Node TO Node, line INT64, share DOUBLE, weight DOUBLE)")
        run(f"COPY Node FROM '{self.n.folder}/nodes.csv' (header=true)")
        run(f"COPY Buys FROM '{self.n.folder}/buys.csv' (header=true)")

    def csv(self, q):
        ms, _ = clock(self.make)
        return {"ms": ms, "count": len(self.n.supplier)}

    def build(self, q):
        raise Unsupported("it loads from CSV: see there")

    def reach(self, q):
        text = f"MATCH (a:Node {{id: {q['root']}}})-[:Buys* SHORTEST 1..30]->(b:Node) RETURN DISTINCT b.id"
        ms, rows = clock(lambda: [r[0] for r in self.connection.execute(text)])
        return {"ms": ms, **described(sorted(set(rows) | {q["root"]}))}

    def closure(self, q):
        raise Unsupported("64 single searches would say the same as reach")

    def share(self, q):
        raise Unsupported("it has no values along paths with loops")

    def paths(self, q):
        raise Unsupported("it has no k best paths to a set")


PEERS = {"scipy": SciPy, "igraph": IGraph, "networkx": NetworkX, "duckdb": DuckDB, "kuzu": Kuzu}


def plain(x):
    return x.item() if isinstance(x, np.generic) else str(x)


def main():
    peer = PEERS[sys.argv[1]](Network(sys.argv[2]))
    print(json.dumps({"ready": True, "version": str(peer.version), "threads": peer.threads}), flush=True)
    for line in sys.stdin:
        try:
            reply = peer.ask(json.loads(line))
        except Unsupported as e:
            reply = {"unsupported": str(e)}
        except Exception as e:  # the benchmark names it and goes on
            reply = {"error": f"{type(e).__name__}: {e}"}
        print(json.dumps(reply, default=plain), flush=True)


main()
