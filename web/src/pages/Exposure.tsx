import { useMemo } from "preact/hooks";
import { useQuery } from "../api/useQuery";
import { count, estimate, interval, intervalWords, share } from "../format";
import {
	ChoicesDocument,
	ExposureDocument,
	type ExposurePartsFragment,
	type Stage,
	type SubjectInput,
	type TargetInput,
} from "../gql/graphql";
import { Bar, BarLegend, BarMarks } from "../parts/Bar";
import { Chart, shorten } from "../parts/Chart";
import { exposureReceipt } from "../parts/exposure";
import { Facets } from "../parts/Facets";
import { Figure } from "../parts/Figure";
import { type Facet, passes } from "../parts/facet";
import { NodeLink } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { VerdictPill } from "../parts/Pills";
import type { Column } from "../parts/Table";
import { keys, set } from "../state/address";
import { opened } from "../state/receipt";
import { oneOf } from "../state/url";
import { view } from "../state/view";
import { capital, makersAt, stages, verdictMeaning, verdicts, words } from "../words";

const subjects = ["firms", "products"] as const;
const stageChoices: readonly [string, ...string[]] = ["SEPARATION", "any", ...stages.filter((stage) => stage !== "SEPARATION")];

/** Who depends on a target, ranked, with counts that filter each other. */
export function Exposure() {
	const of = oneOf(keys.value.of, subjects).value;
	const stage = oneOf(keys.value.stage, stageChoices).value;
	const country = keys.value.to ?? "CN";
	const element = keys.value.el ?? null;
	const to: TargetInput = stage === "any" ? { countries: [country] } : { countries: [country], stages: [stage as Stage] };
	const who: SubjectInput = of === "firms" ? { firms: {} } : { items: { kinds: ["PRODUCT"] } };
	const { data, faults, waiting } = useQuery(ExposureDocument, { ...view.value, of: who, to, element, endUse: null });
	const choices = useQuery(ChoicesDocument, {}).data?.view;
	const all = data?.view.exposure?.nodes ?? [];
	const facets = of === "firms" ? firmFacets : productFacets;
	const rows = useMemo(() => all.filter((row) => passes(facets, row, keys.value)), [all, facets, keys.value]);
	const name = choices?.countries?.nodes.find((one) => one.key === country)?.name ?? country;
	const target = `${stage === "any" ? "makers" : makersAt[stage as Stage]} in ${name}`;
	const title = titleOf(of, all, target);
	return (
		<>
			<Head title={title}>
				{all.length === 0 ? "" : `${verdictLine(all)} Three ways of knowing, never added. `}
				{data?.view.exposure != null &&
					data.view.exposure.totalCount > all.length &&
					`Only the first ${all.length} of ${data.view.exposure.totalCount} are drawn.`}
			</Head>
			<div class="controls">
				<label>
					Who
					<select
						value={of}
						onChange={(event) =>
							set({
								of: event.currentTarget.value === "firms" ? null : event.currentTarget.value,
								verdict: null,
								country: null,
								role: null,
								sector: null,
								use: null,
							})
						}
					>
						<option value="firms">firms</option>
						<option value="products">products</option>
					</select>
				</label>
				<label>
					depends on
					<select value={country} onChange={(event) => set({ to: event.currentTarget.value === "CN" ? null : event.currentTarget.value })}>
						{(choices?.countries?.nodes ?? [{ key: country, name }]).map((one) => (
							<option key={one.key} value={one.key}>
								{one.name}
							</option>
						))}
					</select>
				</label>
				<label>
					at the stage
					<select
						value={stage}
						onChange={(event) => set({ stage: event.currentTarget.value === "SEPARATION" ? null : event.currentTarget.value })}
					>
						{["any", ...stages].map((one) => (
							<option key={one} value={one}>
								{one === "any" ? "any stage" : words(one)}
							</option>
						))}
					</select>
				</label>
				<label>
					for
					<select value={element ?? ""} onChange={(event) => set({ el: event.currentTarget.value || null })}>
						<option value="">any element</option>
						{(choices?.elements?.nodes ?? []).map((one) => (
							<option key={one.key} value={one.key}>
								{one.name}
							</option>
						))}
					</select>
				</label>
			</div>
			<Faults of={faults} />
			<Cautions of={(data?.view.exposure?.flags ?? []).filter((flag) => !(data?.view.flags ?? []).includes(flag))} />
			{waiting && data === null ? (
				<Waiting />
			) : (
				<>
					<Facets facets={facets} rows={all} />
					<Ranking rows={rows} all={all.length} title={title} to={to} element={element ?? undefined} target={target} />
				</>
			)}
		</>
	);
}

type Row = ExposurePartsFragment;

function titleOf(of: string, all: readonly Row[], target: string): string {
	if (all.length === 0) {
		return `Who depends on ${target}`;
	}
	const known = all.filter((row) => row.verdict === "EXPOSED" || row.verdict === "LINKED").length;
	const implied = all.filter((row) => row.verdict === "IMPLIED").length;
	return `${known} of ${all.length} ${of} are tied to ${target} on record; ${implied} more by recipe and market`;
}

function verdictLine(all: readonly Row[]): string {
	const n = (verdict: Row["verdict"]) => all.filter((row) => row.verdict === verdict).length;
	return `${n("UNKNOWN")} are unknown: nobody can say. ${n("NOT_EXPOSED")} are proven to stay clear.`;
}

const verdictFacet: Facet<Row> = {
	key: "verdict",
	head: "How it is known",
	of: (row) => [row.verdict],
	name: words,
	order: verdicts,
	title: (value) => verdictMeaning[value as keyof typeof verdictMeaning] ?? "",
};

const firmFacets: readonly Facet<Row>[] = [
	verdictFacet,
	{
		key: "country",
		head: "Country of the firm",
		of: (row) => (row.subject.__typename === "Firm" ? [row.subject.country.name] : []),
		name: (value) => value,
	},
	{ key: "role", head: "What the firm does", of: (row) => (row.subject.__typename === "Firm" ? row.subject.roles : []), name: words },
];

const productFacets: readonly Facet<Row>[] = [
	verdictFacet,
	{ key: "sector", head: "Industry", of: (row) => (row.subject.__typename === "Product" ? [row.subject.sector] : []), name: words },
	{ key: "use", head: "End use", of: (row) => (row.subject.__typename === "Product" ? [row.subject.endUse] : []), name: words },
];

interface RankingProps {
	rows: readonly Row[];
	all: number;
	title: string;
	to: TargetInput;
	element?: string | undefined;
	target: string;
}

const drawn = 30;

/** A ranking as bars, with its table; each number opens its receipt. */
export function Ranking({ rows, all, title, to, element, target }: RankingProps) {
	const receipt = (row: Row) => exposureReceipt(row.subject.name, row.subject.key, to, element);
	const columns: Column<Row>[] = [
		{ head: "who", value: (row) => row.subject.name, cell: (row) => <NodeLink of={row.subject} /> },
		{ head: "id", value: (row) => row.subject.key, fileOnly: true },
		{
			head: "country",
			value: (row) => (row.subject.__typename === "Firm" ? row.subject.country.key : null),
			cell: (row) => (row.subject.__typename === "Firm" ? row.subject.country.name : ""),
		},
		{ head: "verdict", value: (row) => row.verdict, cell: (row) => <VerdictPill verdict={row.verdict} certainty={row.certainty} /> },
		{
			head: "share",
			bar: true,
			value: (row) => row.share.estimate,
			cell: (row) => <Bar share={row.share} verdict={row.verdict} basis={row.basis} />,
		},
		{
			head: "estimate",
			numeric: true,
			value: (row) => row.share.estimate,
			cell: (row) => (
				<Num receipt={() => receipt(row)}>
					{row.share.estimate === null || row.verdict === "UNKNOWN" ? <Unknown /> : share(row.share.estimate)}
				</Num>
			),
		},
		{ head: "proven at least", numeric: true, value: (row) => row.share.low, cell: (row) => share(row.share.low) },
		{ head: "at most", numeric: true, value: (row) => row.share.high, cell: (row) => share(row.share.high) },
		{
			head: "sales away",
			numeric: true,
			value: (row) => row.nearestTier ?? row.possibleTier,
			cell: (row) => row.nearestTier ?? row.possibleTier ?? <Unknown what="no chain" />,
		},
		{
			head: "strongest need",
			value: (row) => row.item?.name ?? null,
			cell: (row) => (row.item === null ? <Unknown what="none" /> : <NodeLink of={row.item} />),
		},
		{ head: "known", value: (row) => row.coverage.known, fileOnly: true },
		{ head: "assumed", value: (row) => row.coverage.assumed, fileOnly: true },
		{ head: "unknown", value: (row) => row.coverage.unknown, fileOnly: true },
		{ head: "flags", value: (row) => row.flags.join(" "), fileOnly: true },
	];
	const top = rows.slice(0, drawn);
	return (
		<Figure
			title={title}
			heading={false}
			columns={columns}
			rows={rows}
			legend={<BarLegend />}
			none="No one passes these filters."
			caption={
				<>
					{rows.length < all ? `${count(rows.length, "row")} of ${all} pass the filters. ` : ""}
					{rows.length > drawn ? `Drawn: the first ${drawn} of ${rows.length}, strongest verdict first; all are in the table. ` : ""}
					Share of the need that passes {target} at any tier. Enter or a click opens the receipt. Recorded chains and market estimates are
					never added.
				</>
			}
		>
			<Chart label={title} layout={(width) => bars(top, width, (row) => () => (opened.value = receipt(row)))} />
		</Figure>
	);
}

function bars(rows: readonly Row[], width: number, open: (row: Row) => () => void) {
	const narrow = width < 640;
	const line = narrow ? 40 : 24;
	const left = narrow ? 0 : 330;
	const right = narrow ? 74 : 250;
	const bar = width - left - right;
	const top = 22;
	return {
		height: top + rows.length * line + 4,
		behind: (
			<g>
				{[0, 0.25, 0.5, 0.75, 1].map((at) => (
					<g key={at}>
						<line class="line" x1={left + at * bar} x2={left + at * bar} y1={top - 4} y2={top + rows.length * line} />
						<text class="tick" x={left + at * bar} y={12} text-anchor={at === 0 ? "start" : "middle"}>
							{at}
						</text>
					</g>
				))}
			</g>
		),
		marks: rows.map((row, i) => {
			const y = top + i * line;
			const name = shorten(row.subject.name, narrow ? width - 150 : left - 16);
			const said = estimate(row);
			const certainty = row.certainty === null ? "" : ` (${words(row.certainty)})`;
			const told = narrow ? words(row.verdict) : `${capital(words(row.verdict))}${certainty} · ${said} in ${interval(row.share)}`;
			return {
				key: row.subject.key,
				label: narrow
					? `${name}${told}${said}, ${row.subject.name}, ${intervalWords(row.share)}`
					: `${name}${told}, ${row.subject.name}, ${intervalWords(row.share)}`,
				tip: `${row.subject.name}: ${words(row.verdict)}${certainty}; ${intervalWords(row.share)}. ${verdictMeaning[row.verdict]}.`,
				open: open(row),
				x: 0,
				y,
				width,
				height: line,
				draw: (
					<g>
						<text class="label" x={0} y={y + 16}>
							{name}
						</text>
						<BarMarks
							share={row.share}
							verdict={row.verdict}
							basis={row.basis}
							x={left}
							y={narrow ? y + 22 : y + 6}
							width={bar}
							height={12}
						/>
						{narrow ? (
							<>
								<text class="tick" x={width} y={y + 16} text-anchor="end">
									{words(row.verdict)}
								</text>
								<text class="tick" x={width} y={y + 33} text-anchor="end">
									{said}
								</text>
							</>
						) : (
							<text class="tick" x={left + bar + 14} y={y + 16}>
								{told}
							</text>
						)}
					</g>
				),
			};
		}),
	};
}
