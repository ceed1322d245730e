"""A peer of the benchmark: loads a network once, then answers questions, one JSON line each, until its input ends.

    peer.py NAME FOLDER

NAME is scipy, igraph, networkx, duckdb, kuzu or python (what nobody else answers, written down plainly). FOLDER holds the network as the benchmark writes it. A reply gives the milliseconds
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

    def exposed(self, q):
        n, targets = self.n, np.asarray(q["targets"])

        def jacobi():
            seen = np.zeros(n.nodes)
            while True:
                own = self.matrix @ seen
                new = own.copy()
                new[targets] = 1
                change = np.abs(new - seen).max()
                seen = new
                if change < q["step"]:
                    return own

        ms, own = clock(jacobi)
        np.column_stack([own, own]).tofile(q["out"])
        return {"ms": ms, "values": q["out"]}

    def sets(self, q):
        """All sets as columns of one matrix, sixteen at a time."""
        n, sums = self.n, []

        def batch(sets):
            seen = np.zeros((n.nodes, len(sets)))
            rows = np.concatenate([np.asarray(s) for s in sets])
            columns = np.repeat(np.arange(len(sets)), [len(s) for s in sets])
            while True:
                own = self.matrix @ seen
                new = own.copy()
                new[rows, columns] = 1
                change = np.abs(new - seen).max()
                seen = new
                if change < q["step"]:
                    return own.sum(axis=0) / n.nodes

        def all_sets():
            return np.concatenate([batch(q["sets"][k : k + 16]) for k in range(0, len(q["sets"]), 16)])

        ms, sums = clock(all_sets)
        return {"ms": ms / len(q["sets"]), "list": sums.tolist()}

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


class Plain(Peer):
    """What no library answers: one cascade a node in plain Python, and the published equations in NumPy and SciPy, in rounds."""

    def __init__(self, network):
        super().__init__(network)
        import platform

        import scipy

        self.version = f"{platform.python_version()}, scipy {scipy.__version__}"
        self.needs, self.economies = {}, {}

    def read(self, prefix, name, kind):
        return np.fromfile(f"{self.n.folder}/{prefix}-{name}.bin", dtype=kind)

    def chokepoints(self, q):
        if q["name"] not in self.needs:
            self.needs[q["name"]] = Needs(self, q["name"].replace(" ", "-"))
        needs = self.needs[q["name"]]
        failing = q.get("roots") or range(needs.nodes)
        ms, downs = clock(lambda: [needs.cascade(failed) for failed in failing])
        counts, sums = np.zeros(needs.nodes), np.zeros(needs.nodes)
        for failed, down in zip(failing, downs):
            counts[down] += 1
            sums[down] += failed
        np.column_stack([counts, sums]).tofile(q["out"])
        return {"ms": ms * needs.nodes / len(failing), "values": q["out"], "note": f"a cascade for each of {len(failing)} nodes" + (
            ", scaled to all" if len(failing) < needs.nodes else "")}

    def economy(self, name):
        if name not in self.economies:
            self.economies[name] = Economy(self, name)
        return self.economies[name]

    def shock(self, q):
        e = self.economy(q["name"])
        shock = np.zeros(e.firms)
        shock[q["targets"]] = 1
        ms, loss = clock(lambda: e.down(shock, q["step"]))
        np.column_stack([loss, np.zeros(e.firms)]).tofile(q["out"])
        return {"ms": ms, "values": q["out"], "note": f"{e.rounds} rounds"}

    def risk(self, q):
        e = self.economy(q["name"])
        shock = np.zeros(e.firms)
        shock[q["root"]] = 1

        def index():
            down = e.down(shock, q["step"])
            up = e.up(shock, q["step"]) if q["name"] == "A" else shock
            return [float(e.strength @ np.maximum(down, up)), float(e.strength @ down)]

        ms, risks = clock(index)
        return {"ms": ms, "list": risks}


class Needs:
    """An AND-OR graph: a node needs one alternative of each of its requirements."""

    def __init__(self, peer, name):
        prefix = "needs-" + name
        self.nodes = int(peer.read(prefix, "nodes", np.int32)[0])
        self.owner = peer.read(prefix, "owner", np.int32).tolist()
        start, alternatives = peer.read(prefix, "start", np.int32), peer.read(prefix, "alternative", np.int32)
        self.serves, self.left = [[] for _ in range(self.nodes)], []
        for r in range(len(self.owner)):
            different = set(alternatives[start[r] : start[r + 1]].tolist())
            self.left.append(len(different))
            for a in different:
                self.serves[a].append(r)

    def cascade(self, failed):
        down, seen, lost = [failed], {failed}, {}
        owner, left, serves = self.owner, self.left, self.serves
        for n in down:
            for r in serves[n]:
                gone = lost.get(r, 0) + 1
                lost[r] = gone
                if gone == left[r] and owner[r] not in seen:
                    seen.add(owner[r])
                    down.append(owner[r])
        return down


class Economy:
    """The equations of Diem et al. (2022) for losses, in rounds that update all firms at once."""

    def __init__(self, peer, name):
        import scipy.sparse as sparse

        prefix = "economy-" + name
        sector, supplier, buyer = (peer.read(prefix, x, np.int32) for x in ("sector", "supplier", "buyer"))
        weight = peer.read(prefix, "weight", np.float64)
        sectors = int(sector.max()) + 1
        classes = peer.read(prefix, "class", np.uint8)
        classes = classes.reshape(int(len(classes) ** 0.5), -1)
        n = self.firms = len(sector)
        sells = np.bincount(supplier, weights=weight, minlength=n)
        self.strength = sells / sells.sum()
        kind = classes[sector[supplier], sector[buyer]]
        key = buyer.astype(np.int64) * sectors + sector[supplier]
        needs = kind == 2
        lines, line = np.unique(key[needs], return_inverse=True)
        bought = np.bincount(np.unique(key, return_inverse=True)[1], weights=weight)
        total = bought[np.searchsorted(np.unique(key), key[needs])]
        self.essential = sparse.csr_matrix((weight[needs] / total, (line, supplier[needs])), shape=(len(lines), n))
        self.buyers, self.starts = np.unique(lines // sectors, return_index=True)
        other = kind == 1
        bought = np.bincount(buyer, weights=weight, minlength=n)
        self.other = sparse.csr_matrix((weight[other] / bought[buyer[other]], (buyer[other], supplier[other])), shape=(n, n))
        self.sales = sparse.csr_matrix((weight / sells[supplier], (supplier, buyer)), shape=(n, n))
        self.sector, self.sectors = sector, sectors
        self.part = None
        if peer.read(prefix, "replaceable", np.uint8)[0]:
            all_sells = np.bincount(sector, weights=sells, minlength=sectors)[sector]
            self.part = np.divide(sells, all_sells, out=np.zeros(n), where=all_sells > 0)

    def seen(self, loss):
        if self.part is None:
            return loss
        left = np.maximum(1 - np.bincount(self.sector, weights=self.part * loss, minlength=self.sectors), 0)[self.sector]
        return loss * np.divide(self.part, left, out=np.ones(self.firms), where=left > self.part)

    def settle(self, shock, step, update):
        loss, self.rounds = shock, 0
        while True:
            new = np.maximum(shock, update(loss))
            change = np.abs(new - loss).max()
            loss, self.rounds = new, self.rounds + 1
            if change < step:
                return loss

    def down(self, shock, step):
        def update(loss):
            seen = self.seen(loss)
            new = np.minimum(self.other @ seen, 1)
            worst = np.maximum.reduceat(np.minimum(self.essential @ seen, 1), self.starts)
            new[self.buyers] = np.maximum(new[self.buyers], worst)
            return new

        return self.settle(shock, step, update)

    def up(self, shock, step):
        return self.settle(shock, step, lambda loss: np.minimum(self.sales @ loss, 1))


PEERS = {"python": Plain, "scipy": SciPy, "igraph": IGraph, "networkx": NetworkX, "duckdb": DuckDB, "kuzu": Kuzu}


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
