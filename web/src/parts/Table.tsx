import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Value } from "../export/csv";
import { sortRows } from "./sort";

/** A column of a table on the page, in the file, and in the order that a reader chooses. */
export interface Column<R> {
	head: string;
	/** What the page shows; the value where it is left out. */
	cell?: (row: R) => ComponentChildren;
	/** What the file holds and the order follows; null is unknown and sorts last. */
	value: (row: R) => Value;
	numeric?: boolean;
	bar?: boolean;
	/** In the file alone. */
	fileOnly?: boolean;
}

interface Props<R> {
	name: string;
	columns: readonly Column<R>[];
	rows: readonly R[];
	/** How many rows are shown until more are asked for. */
	most?: number;
	/** What an empty table says. */
	none?: string;
}

export function Table<R>({ name, columns, rows, most = 50, none = "Nothing on record." }: Props<R>) {
	const [order, setOrder] = useState<{ at: number; down: boolean } | null>(null);
	const [all, setAll] = useState(false);
	const seen = columns.filter((column) => column.fileOnly !== true);
	const sorted = order === null ? rows : sortRows(rows, seen[order.at]?.value ?? (() => null), order.down);
	const shown = all ? sorted : sorted.slice(0, most);
	if (rows.length === 0) {
		return <p class="quiet">{none}</p>;
	}
	return (
		<>
			<section class="scroll" tabIndex={0} aria-label={`Table: ${name}`}>
				<table>
					<caption class="away">{name}</caption>
					<thead>
						<tr>
							{seen.map((column, i) => (
								<th
									key={column.head}
									scope="col"
									class={column.numeric === true ? "n" : undefined}
									aria-sort={order?.at === i ? (order.down ? "descending" : "ascending") : "none"}
								>
									<button
										type="button"
										onClick={() => setOrder(order?.at === i ? { at: i, down: !order.down } : { at: i, down: column.numeric === true })}
									>
										{column.head}
										<span aria-hidden="true">{order?.at === i ? (order.down ? " ↓" : " ↑") : ""}</span>
									</button>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{shown.map((row, i) => (
							<tr key={i}>
								{seen.map((column) => (
									<td key={column.head} class={column.bar === true ? "bar" : column.numeric === true ? "n" : undefined}>
										{column.cell === undefined ? column.value(row) : column.cell(row)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			{sorted.length > shown.length && (
				<p class="noprint">
					<button type="button" onClick={() => setAll(true)}>
						Show {sorted.length - shown.length} more of {sorted.length}
					</button>
				</p>
			)}
		</>
	);
}
