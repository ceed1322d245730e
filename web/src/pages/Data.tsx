import { useQuery } from "../api/useQuery";
import { count, percent } from "../format";
import { DataPageDocument, type DataPageQuery } from "../gql/graphql";
import { Figure } from "../parts/Figure";
import { Unknown } from "../parts/Num";
import { Faults, Head, Waiting } from "../parts/Page";
import { view } from "../state/view";
import { verdicts, words } from "../words";

/** Questions by which the seed is measured; other data need not know what they name, and then leave them out. */
const measures = ["checked", "firms", "products"];

/** What the data are: the release, its tables and sources, how far they reach, and what is not in them. */
export function DataPage() {
	const { asOf, facts } = view.value;
	const { data, faults } = useQuery(DataPageDocument, { asOf, facts });
	if (data === null) {
		return (
			<>
				<Head title="The data" />
				{faults.length > 0 ? <Faults of={faults} /> : <Waiting />}
			</>
		);
	}
	const { release } = data;
	const total = release.tables.reduce((sum, table) => sum + table.rows, 0);
	const sources = data.view.sources;
	return (
		<>
			<Head title={`${total.toLocaleString("en-GB")} rows from ${count(sources?.totalCount ?? 0, "source")}, and what they leave open`}>
				Release <code>{release.id}</code>, named by its content: equal rows have equal ids.
			</Head>
			<Faults of={faults.filter((fault) => !measures.includes(String(fault.path?.[1])))} />
			<section class="part">
				<h2>How far it reaches</h2>
				<dl class="facts">
					<dt>newest source</dt>
					<dd>{release.horizon}; a source dated to a year counts to its end</dd>
					<dt>controls checked until</dt>
					<dd>{data.view.checked?.[0]?.checkedUntil ?? <Unknown />}; what became of them later is not in the data</dd>
					<dt>looked at on</dt>
					<dd>{data.view.asOf}</dd>
				</dl>
			</section>
			<NotKnown view={data.view} />
			<Coverage view={data.view} />
			<Figure
				title={`${count(release.tables.length, "table")}`}
				rows={release.tables}
				most={60}
				columns={[
					{ head: "table", value: (table) => table.name },
					{ head: "rows", numeric: true, value: (table) => table.rows, cell: (table) => table.rows.toLocaleString("en-GB") },
					{ head: "columns", value: (table) => table.columns.join(", ") },
				]}
				caption="Each row stands in a file of that name, and each receipt names file and line."
			/>
		</>
	);
}

type View = DataPageQuery["view"];

/** What is asked of the data most and not in them, counted. */
function NotKnown({ view: at }: { view: View }) {
	const rows: { what: string; known: number; of: number; partly: boolean }[] = [];
	const add = (what: string, known: number, looked: number, of: number | undefined) => {
		rows.push({ what, known, of: looked, partly: of !== undefined && of > looked });
	};
	add("sales that state the buyer's share", at.salesWithShare?.totalCount ?? 0, at.sales?.totalCount ?? 0, undefined);
	const recipes = at.recipes?.nodes ?? [];
	add(
		"inputs in recipes that state an amount",
		recipes.filter((one) => one.quantity !== null).length,
		recipes.length,
		at.recipes?.totalCount,
	);
	const plants = at.facilities?.nodes ?? [];
	add("plants with a place on the map", plants.filter((one) => one.lat !== null).length, plants.length, at.facilities?.totalCount);
	add("plants with a first year", plants.filter((one) => one.startYear !== null).length, plants.length, at.facilities?.totalCount);
	const holdings = at.holdings?.nodes ?? [];
	add("holdings that state the stake", holdings.filter((one) => one.stake !== null).length, holdings.length, at.holdings?.totalCount);
	const sources = at.sources?.nodes ?? [];
	add("sources with a date of publication", sources.filter((one) => one.published !== null).length, sources.length, at.sources?.totalCount);
	const sales = rows[0];
	return (
		<Figure
			title={
				sales === undefined || sales.of === 0
					? "What is not known"
					: `Most is known to be, not how much: ${percent(sales.known / sales.of)} of sales state a share`
			}
			rows={rows}
			columns={[
				{ head: "what", value: (row) => row.what },
				{ head: "known", numeric: true, value: (row) => row.known },
				{ head: "of", numeric: true, value: (row) => row.of, cell: (row) => `${row.of}${row.partly ? " (the first of more)" : ""}` },
				{
					head: "part",
					numeric: true,
					value: (row) => (row.of === 0 ? null : row.known / row.of),
					cell: (row) => (row.of === 0 ? <Unknown /> : percent(row.known / row.of)),
				},
				{ head: "unknown", numeric: true, value: (row) => row.of - row.known },
				{
					head: "known and unknown",
					bar: true,
					value: () => null,
					cell: (row) => (
						<svg viewBox="0 0 170 12" width="170" height="12" role="img" aria-label={`${row.known} of ${row.of} known`}>
							<rect class="unknown" width="170" height="12" />
							<rect class="amount" width={row.of === 0 ? 0 : (row.known / row.of) * 170} height="12" />
						</svg>
					),
				},
			]}
			caption="Counted in the rows of this view. Hatched is what nobody states; it is carried through every answer as unknown."
		/>
	);
}

/** How the answers to one large question are known. */
function Coverage({ view: at }: { view: View }) {
	const part = (nodes: readonly { verdict: string }[] | undefined, verdict: string) =>
		(nodes ?? []).filter((one) => one.verdict === verdict).length;
	const rows = verdicts.map((verdict) => ({ verdict, firms: part(at.firms?.nodes, verdict), products: part(at.products?.nodes, verdict) }));
	const unknown = rows.find((row) => row.verdict === "UNKNOWN");
	if (at.firms === null || at.products === null) {
		return null;
	}
	return (
		<Figure
			title={`Who depends on Chinese refiners is unknown for ${unknown?.firms ?? 0} of ${at.firms?.totalCount ?? 0} firms and ${unknown?.products ?? 0} of ${at.products?.totalCount ?? 0} products`}
			rows={rows}
			columns={[
				{ head: "verdict", value: (row) => row.verdict, cell: (row) => words(row.verdict) },
				{ head: "firms", numeric: true, value: (row) => row.firms },
				{ head: "products", numeric: true, value: (row) => row.products },
			]}
			caption="One question asked of everybody on record, as a measure of coverage."
		/>
	);
}
