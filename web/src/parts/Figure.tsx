import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { type Value, writeCSV } from "../export/csv";
import { download, fileName } from "../export/download";
import { drawingFile, drawingPNG } from "../export/picture";
import { keys, set } from "../state/address";
import { asOf, copyLink, releaseId, told } from "../state/release";
import { type Column, Table } from "./Table";

interface Props<R> {
	title: string;
	/** Where the figure stands under a heading of its own, that heading is written here too. */
	heading?: boolean;
	note?: ComponentChildren;
	legend?: ComponentChildren;
	/** The drawing; without one the table stands alone. */
	children?: ComponentChildren;
	caption?: ComponentChildren;
	columns: readonly Column<R>[];
	rows: readonly R[];
	/** Keys of the sources of a row, for the file. */
	sources?: (row: R) => string[];
	most?: number;
	none?: string;
}

/** Tells screen readers what a button did. */
export const spoken = signal("");

/** A picture, the table behind it, and the buttons that take them away. */
export function Figure<R>({ title, heading = true, note, legend, children, caption, columns, rows, sources, most, none }: Props<R>) {
	const drawing = useRef<HTMLDivElement>(null);
	const drawn = children !== undefined;
	const tabled = !drawn || keys.value.table === "1";
	const svg = () => drawing.current?.querySelector<SVGSVGElement>("svg.chart") ?? null;
	const footer = () => ({ title, lines: [`As of ${asOf.value ?? "today"} · Lodestone release ${releaseId.value ?? "unknown"}`] });
	const saveSVG = async () => {
		const at = svg();
		if (at !== null) {
			download(fileName(title, "svg"), (await drawingFile(at, footer())).text, "image/svg+xml");
			spoken.value = "SVG saved";
		}
	};
	const savePNG = async () => {
		const at = svg();
		if (at !== null) {
			download(fileName(title, "png"), await drawingPNG(at, footer()), "image/png");
			spoken.value = "PNG saved";
		}
	};
	const saveCSV = () => {
		const heads = [...columns.map((column) => column.head), "sources", "as of", "release"];
		const lines: Value[][] = rows.map((row) => [
			...columns.map((column) => column.value(row)),
			sources?.(row).join(" ") ?? null,
			asOf.value ?? null,
			releaseId.value ?? null,
		]);
		download(fileName(title, "csv"), writeCSV(heads, lines), "text/csv");
		spoken.value = "CSV saved";
	};
	return (
		<section class="part">
			{heading && <h2>{title}</h2>}
			{note !== undefined && <p class="quiet">{note}</p>}
			<figure>
				{drawn && legend}
				{drawn && (
					<div ref={drawing} class="scroll">
						{children}
					</div>
				)}
				{tabled && (
					<div class={drawn ? "behind" : undefined}>
						<Table
							name={title}
							columns={columns}
							rows={rows}
							{...(most === undefined ? {} : { most })}
							{...(none === undefined ? {} : { none })}
						/>
					</div>
				)}
				{rows.length > 0 && (
					<div class="caption">
						<p>{caption}</p>
						<div class="buttons">
							{drawn && (
								<>
									<button type="button" aria-pressed={tabled} onClick={() => set({ table: tabled ? null : "1" })}>
										Table
									</button>
									<button type="button" onClick={saveSVG}>
										SVG
									</button>
									<button type="button" onClick={savePNG}>
										PNG
									</button>
								</>
							)}
							<button type="button" onClick={saveCSV} aria-label={`CSV: ${title}`}>
								CSV
							</button>
							{heading || (
								<button
									type="button"
									onClick={async () => {
										spoken.value = (await copyLink()) ? "Link copied" : "The link could not be copied";
										told.value = spoken.value;
									}}
								>
									Copy link
								</button>
							)}
						</div>
					</div>
				)}
			</figure>
		</section>
	);
}
