import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { ReceiptPartsFragment, RowPartsFragment } from "../gql/graphql";

/** What the receipt panel shows: a number and what stands behind it. */
export interface Shown {
	/** What the number is of. */
	title: string;
	/** The number as the page writes it. */
	value: string;
	formula?: string;
	rows: RowPartsFragment[];
	/** How many rows there are in all. */
	rowCount: number;
	assumptions?: ReceiptPartsFragment["assumptions"];
	/** What belongs between the number and its rows, such as the paths of a dependence. */
	more?: ComponentChildren;
}

export type Opened = Shown | { title: string; value: string; load: () => Promise<Shown | null> };

/** The receipt that is open; null when none is. */
export const opened = signal<Opened | null>(null);

/** A receipt of rows alone. */
export function ofRows(title: string, value: string, rows: RowPartsFragment[]): Shown {
	return { title, value, rows, rowCount: rows.length };
}

/** A receipt as the API gives it. */
export function ofReceipt(title: string, value: string, receipt: ReceiptPartsFragment, more?: ComponentChildren): Shown {
	return { title, value, ...receipt, more };
}
