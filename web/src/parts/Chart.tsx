import { type ComponentChildren, Fragment } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { useWidth } from "./useWidth";

/** A mark of a drawing: what it says, and what opening it does. */
export interface Mark {
	key: string;
	label: string;
	/** What a tip says where the label is not meant for eyes. */
	tip?: string;
	open?: () => void;
	/** Where it stands, for the frame that shows which mark the arrows are at. */
	x: number;
	y: number;
	width: number;
	height: number;
	draw: ComponentChildren;
}

interface Props {
	label: string;
	/** The height and marks at a width. */
	layout: (width: number) => { height: number; marks: readonly Mark[]; behind?: ComponentChildren; front?: ComponentChildren };
	/** The least width; narrower pages scroll. */
	least?: number;
}

/** A drawing with one stop for the keyboard: arrows walk its marks, Enter opens. */
export function Chart({ label, layout, least = 300 }: Props) {
	const box = useRef<HTMLDivElement>(null);
	const width = Math.max(least, useWidth(box));
	const { height, marks, behind, front } = layout(width);
	const [at, setAt] = useState(-1);
	const [over, setOver] = useState(-1);
	const name = useId();
	const active = marks[at];
	const told = active ?? marks[over];
	const onKey = (event: KeyboardEvent) => {
		const step =
			event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : 0;
		if (step !== 0 && marks.length > 0) {
			event.preventDefault();
			setAt((now) => Math.max(0, Math.min(marks.length - 1, now + step)));
		} else if (event.key === "Home" || event.key === "End") {
			event.preventDefault();
			setAt(event.key === "Home" ? 0 : marks.length - 1);
		} else if (event.key === "Enter" || event.key === " ") {
			event.preventDefault();
			active?.open?.();
		}
	};
	// In SVG the name of the attribute is in small letters, which the types do not know.
	const list = { role: "listbox" as const, tabindex: 0 };
	return (
		<div ref={box} class="drawing" onMouseLeave={() => setOver(-1)}>
			<svg
				{...list}
				class="chart"
				viewBox={`0 0 ${width} ${height}`}
				width={width}
				height={height}
				aria-label={`${label}. Arrows walk the marks, Enter opens`}
				aria-activedescendant={active === undefined ? undefined : `${name}-${at}`}
				onKeyDown={onKey}
				onBlur={() => setAt(-1)}
			>
				{behind}
				{marks.map((mark, i) => (
					<Fragment key={mark.key}>
						<g
							id={`${name}-${i}`}
							role="option"
							aria-label={mark.label}
							aria-selected={i === at}
							onClick={mark.open}
							onMouseEnter={() => setOver(i)}
							class={mark.open === undefined ? undefined : "opens"}
						>
							{mark.open !== undefined && <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} class="clear" />}
							{i === at && <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} class="here" rx="2" />}
							{mark.draw}
						</g>
					</Fragment>
				))}
				{front}
			</svg>
			{told !== undefined && <Tip mark={told} width={width} />}
		</div>
	);
}

/** What the pointer or the arrows are at, in words, below the mark. */
function Tip({ mark, width }: { mark: Mark; width: number }) {
	const tip = { left: `${Math.max(0, Math.min(mark.x, width - 340))}px`, top: `${mark.y + mark.height + 4}px` };
	return (
		<div class="tip" style={tip} aria-hidden="true">
			{mark.tip ?? mark.label}
		</div>
	);
}

/** A text cut to what fits, by the mean width of a letter at 13 px. */
export function shorten(text: string, width: number, letter = 6.3): string {
	const most = Math.max(3, Math.floor(width / letter));
	return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
