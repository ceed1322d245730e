import type { ComponentChildren } from "preact";
import { type Opened, opened } from "../state/receipt";

/** A number that opens its receipt. */
export function Num({ receipt, children }: { receipt: () => Opened; children: ComponentChildren }) {
	return (
		<button
			type="button"
			class="num"
			title="Open the receipt: rows, sources and confidence"
			onClick={() => {
				opened.value = receipt();
			}}
		>
			{children}
		</button>
	);
}

/** The look of what nobody states, everywhere the same. */
export function Unknown({ what = "unknown" }: { what?: string }) {
	return <span class="unknown">{what}</span>;
}
