import { intervalWords } from "../format";
import type { Basis, SharePartsFragment, Verdict } from "../gql/graphql";

interface Props {
	share: SharePartsFragment;
	verdict: Verdict;
	basis: Basis;
	width?: number;
}

/** What a share of 0 to 1 looks like: solid to what is proven, hatched to what can be, a mark at the estimate. */
export function Bar({ share, verdict, basis, width = 170 }: Props) {
	return (
		<svg viewBox={`0 0 ${width} 16`} width={width} height="16" role="img" aria-label={intervalWords(share)}>
			<BarMarks share={share} verdict={verdict} basis={basis} width={width} height={10} y={3} />
		</svg>
	);
}

/** The marks alone, for drawings that hold many. */
export function BarMarks({
	share,
	verdict,
	basis,
	width,
	height,
	y = 0,
	x = 0,
}: Props & { width: number; height: number; x?: number; y?: number }) {
	const at = (part: number) => Math.round(part * width * 10) / 10;
	const clear = verdict === "NOT_EXPOSED";
	return (
		<g>
			<rect class="empty" x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} />
			{share.high > share.low && <rect class="unknown" x={x + at(share.low)} y={y} width={at(share.high - share.low)} height={height} />}
			{share.low > 0 && <rect class={basis === "MARKET" ? "market" : "exposed"} x={x} y={y} width={at(share.low)} height={height} />}
			{clear && share.high === 0 && <rect class="safe" x={x} y={y} width="4" height={height} />}
			{share.estimate !== null && verdict !== "UNKNOWN" && <Diamond x={x + at(share.estimate)} y={y + height / 2} />}
		</g>
	);
}

function Diamond({ x, y }: { x: number; y: number }) {
	return <path class="dot" d={`M${x} ${y - 6}l5 6l-5 6l-5 -6z`} />;
}

/** The words for the marks of a bar. */
export function BarLegend() {
	return (
		<ul class="legend" aria-label="Legend">
			<li>
				<svg width="18" height="10" aria-hidden="true">
					<rect class="exposed" width="18" height="10" />
				</svg>
				at least, by sales on record
			</li>
			<li>
				<svg width="18" height="10" aria-hidden="true">
					<rect class="market" width="18" height="10" />
				</svg>
				at least, by the world market
			</li>
			<li>
				<svg width="18" height="10" aria-hidden="true">
					<rect class="unknown" width="18" height="10" />
				</svg>
				unknown: can be, is not proven
			</li>
			<li>
				<svg width="12" height="14" aria-hidden="true">
					<Diamond x={6} y={7} />
				</svg>
				estimate under the stated assumptions
			</li>
			<li>
				<svg width="18" height="10" aria-hidden="true">
					<rect class="empty" x="0.5" y="0.5" width="17" height="9" />
				</svg>
				ruled out
			</li>
		</ul>
	);
}
