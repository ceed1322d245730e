import { useEffect, useRef } from "preact/hooks";
import { spoken } from "../parts/Figure";
import { keys, set } from "../state/address";
import { opened } from "../state/receipt";

/** Keys that work on every page. They do nothing while a reader types. */
export function Help() {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement;
			if (event.metaKey || event.ctrlKey || event.altKey || target.closest("input, select, textarea, dialog") !== null) {
				return;
			}
			switch (event.key) {
				case "/":
					event.preventDefault();
					document.querySelector<HTMLInputElement>("input.front")?.focus();
					break;
				case "?":
					dialog.current?.showModal();
					break;
				case "t":
				case "T":
					set({ table: keys.value.table === "1" ? null : "1" });
					spoken.value = keys.value.table === "1" ? "Tables shown" : "Tables hidden";
					break;
				case "b":
				case "B":
					document.querySelector<HTMLButtonElement>("[data-swap]")?.click();
					break;
				case "Escape":
					opened.value = null;
					break;
			}
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return (
		<>
			<button type="button" class="icon" aria-label="Keyboard help" onClick={() => dialog.current?.showModal()}>
				?
			</button>
			<dialog ref={dialog} aria-labelledby="help-title">
				<h2 id="help-title">Keys</h2>
				<dl class="facts">
					<dt>
						<kbd>/</kbd>
					</dt>
					<dd>search; arrows walk the hits, Enter opens, Escape closes</dd>
					<dt>
						<kbd>T</kbd>
					</dt>
					<dd>the tables behind the pictures</dd>
					<dt>
						<kbd>B</kbd>
					</dt>
					<dd>before and after of a what-if</dd>
					<dt>
						<kbd>Esc</kbd>
					</dt>
					<dd>close a receipt or this help</dd>
					<dt>
						<kbd>?</kbd>
					</dt>
					<dd>this help</dd>
				</dl>
				<p>Dotted numbers open their receipt: the rows, sources and confidence behind them.</p>
				<form method="dialog">
					<button type="submit">Close</button>
				</form>
			</dialog>
		</>
	);
}
