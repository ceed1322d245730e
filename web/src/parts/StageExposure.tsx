import type { Asked } from "../api/useQuery";
import { estimate, interval, intervalWords, share } from "../format";
import type { ExposureByStageQuery, ExposurePartsFragment, Stage, TargetInput } from "../gql/graphql";
import { opened } from "../state/receipt";
import { capital, verdictMeaning, words } from "../words";
import { Bar, BarLegend, BarMarks } from "./Bar";
import { Chart } from "./Chart";
import { exposureReceipt } from "./exposure";
import { Figure } from "./Figure";
import { NodeLink } from "./NodeLink";
import { Num, Unknown } from "./Num";
import { Faults, Waiting } from "./Page";
import { VerdictPill } from "./Pills";

/** A title that says how far something depends on China. */
export function stageTitle(name: string, any: ExposurePartsFragment | undefined): string {
	if (any === undefined) {
		return name;
	}
	const said: Record<ExposurePartsFragment["verdict"], string> = {
		EXPOSED: `${name} depends on China by stated shares`,
		LINKED: `${name} is tied to China by a chain on record`,
		IMPLIED: `${name} depends on China by recipe and world market`,
		UNKNOWN: `Whether ${name} depends on China is unknown`,
		NOT_EXPOSED: `${name} is proven clear of China`,
	};
	const estimate =
		any.share.estimate === null || any.verdict === "UNKNOWN" || any.verdict === "NOT_EXPOSED"
			? ""
			: `: ${share(any.share.estimate)} of the need`;
	return said[any.verdict] + estimate;
}

interface Row {
	stage: Stage | null;
	found: ExposurePartsFragment;
}

/** How far something depends on China at each step of the chain. */
export function StageExposure({ asked, name, id }: { asked: Asked<ExposureByStageQuery>; name: string; id: string }) {
	const { data, faults } = asked;
	if (data === null) {
		return faults.length > 0 ? <Faults of={faults} /> : <Waiting />;
	}
	const at = data.view;
	const rows: Row[] = (
		[
			[null, at.any],
			["MINE", at.mine],
			["SEPARATION", at.separation],
			["METAL", at.metal],
			["ALLOY", at.alloy],
			["MAGNET", at.magnet],
		] as const
	).flatMap(([stage, answer]) => {
		const found = answer?.nodes[0];
		return found === undefined ? [] : [{ stage, found }];
	});
	const stageOf = (row: Row) => (row.stage === null ? "any stage" : words(row.stage));
	const receipt = (row: Row) => {
		const to: TargetInput = row.stage === null ? { countries: ["CN"] } : { countries: ["CN"], stages: [row.stage] };
		return exposureReceipt(name, id, to);
	};
	const title = "How much of it passes China, step by step";
	return (
		<Figure
			title={title}
			rows={rows}
			legend={<BarLegend />}
			columns={[
				{ head: "step in China", value: stageOf },
				{
					head: "verdict",
					value: (row) => row.found.verdict,
					cell: (row) => <VerdictPill verdict={row.found.verdict} certainty={row.found.certainty} />,
				},
				{
					head: "share",
					bar: true,
					value: (row) => row.found.share.estimate,
					cell: (row) => <Bar share={row.found.share} verdict={row.found.verdict} basis={row.found.basis} />,
				},
				{
					head: "estimate",
					numeric: true,
					value: (row) => row.found.share.estimate,
					cell: (row) => (
						<Num receipt={() => receipt(row)}>
							{row.found.share.estimate === null || row.found.verdict === "UNKNOWN" ? <Unknown /> : share(row.found.share.estimate)}
						</Num>
					),
				},
				{ head: "at least", numeric: true, value: (row) => row.found.share.low, cell: (row) => share(row.found.share.low) },
				{ head: "at most", numeric: true, value: (row) => row.found.share.high, cell: (row) => share(row.found.share.high) },
				{ head: "known", numeric: true, value: (row) => row.found.coverage.known, cell: (row) => share(row.found.coverage.known) },
				{ head: "assumed", numeric: true, value: (row) => row.found.coverage.assumed, cell: (row) => share(row.found.coverage.assumed) },
				{ head: "unknown", numeric: true, value: (row) => row.found.coverage.unknown, cell: (row) => share(row.found.coverage.unknown) },
				{
					head: "strongest need",
					value: (row) => row.found.item?.name ?? null,
					cell: (row) => (row.found.item === null ? <Unknown what="none" /> : <NodeLink of={row.found.item} />),
				},
			]}
			caption="Share of the need that passes the step in China at any tier. Recorded chains and market estimates are never added. Enter or a click opens the receipt."
		>
			<Chart label={title} layout={(width) => layout(rows, width, stageOf, (row) => () => (opened.value = receipt(row)))} />
		</Figure>
	);
}

function layout(rows: readonly Row[], width: number, stageOf: (row: Row) => string, open: (row: Row) => () => void) {
	const narrow = width < 640;
	const left = 110;
	const right = narrow ? 100 : 250;
	const bar = width - left - right;
	const line = 26;
	return {
		height: 22 + rows.length * line + 2,
		behind: (
			<g>
				{[0, 0.5, 1].map((at) => (
					<g key={at}>
						<line class="line" x1={left + at * bar} x2={left + at * bar} y1={18} y2={22 + rows.length * line} />
						<text class="tick" x={left + at * bar} y={12} text-anchor="middle">
							{at}
						</text>
					</g>
				))}
			</g>
		),
		marks: rows.map((row, i) => {
			const y = 22 + i * line;
			const { found } = row;
			const stage = capital(stageOf(row));
			const said = estimate(found);
			const told = narrow ? `${words(found.verdict)} ${said}` : `${capital(words(found.verdict))} · ${said} in ${interval(found.share)}`;
			return {
				key: stage,
				label: `${stage}${told}, ${intervalWords(found.share)}`,
				tip: `${stage}: ${words(found.verdict)}; ${intervalWords(found.share)}. ${verdictMeaning[found.verdict]}.`,
				open: open(row),
				x: 0,
				y,
				width,
				height: line,
				draw: (
					<g>
						<text class={row.stage === null ? "label name" : "label"} x={0} y={y + 17}>
							{stage}
						</text>
						<BarMarks share={found.share} verdict={found.verdict} basis={found.basis} x={left} y={y + 6} width={bar} height={13} />
						<text class="tick" x={left + bar + 14} y={y + 17}>
							{told}
						</text>
					</g>
				),
			};
		}),
	};
}
