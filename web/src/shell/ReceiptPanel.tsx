import { useEffect, useRef, useState } from "preact/hooks";
import { count } from "../format";
import type { RowPartsFragment } from "../gql/graphql";
import { type Opened, opened, type Shown } from "../state/receipt";
import { capital, words } from "../words";

/** What stands behind a number. It opens beside the page and gives the focus back when it closes. */
export function ReceiptPanel() {
	const now = opened.value;
	const [shown, setShown] = useState<Shown | "failed" | null>(null);
	const panel = useRef<HTMLElement>(null);
	const from = useRef<Element | null>(null);
	useEffect(() => {
		if (now === null) {
			return;
		}
		let current = true;
		setShown("load" in now ? null : now);
		if ("load" in now) {
			now.load().then((got) => current && setShown(got ?? "failed"));
		}
		if (from.current === null) {
			from.current = document.activeElement;
		}
		panel.current?.focus();
		return () => {
			current = false;
		};
	}, [now]);
	if (now === null) {
		return null;
	}
	const close = () => {
		opened.value = null;
		(from.current as HTMLElement | null)?.focus?.();
		from.current = null;
	};
	return (
		<aside
			class="receipt"
			ref={panel}
			tabIndex={-1}
			aria-label="Receipt"
			onKeyDown={(event) => {
				if (event.key === "Escape") {
					close();
				}
			}}
		>
			<button type="button" class="close" onClick={close} aria-label="Close the receipt">
				✕
			</button>
			<h2>{now.title}</h2>
			<Body now={now} shown={shown} />
		</aside>
	);
}

function Body({ now, shown }: { now: Opened; shown: Shown | "failed" | null }) {
	if (shown === "failed") {
		return <p role="alert">The receipt could not be read.</p>;
	}
	if (shown === null) {
		return <p class="wait">{now.value} Asking…</p>;
	}
	return (
		<>
			<p class="big">{capital(shown.value)}</p>
			{shown.formula !== undefined && <p>{shown.formula}</p>}
			{(shown.assumptions ?? []).length > 0 && (
				<>
					<h3>Assumed, or limits</h3>
					<ul class="plain">
						{shown.assumptions?.map((one) => (
							<li key={one.flag}>{one.meaning}</li>
						))}
					</ul>
				</>
			)}
			{shown.more}
			<h3>
				{shown.rowCount === shown.rows.length ? count(shown.rowCount, "row") : `${shown.rows.length} of ${count(shown.rowCount, "row")}`}
			</h3>
			{shown.rows.length === 0 && <p class="quiet">No row stands behind it.</p>}
			<ol class="rows">
				{shown.rows.map((row) => (
					<li key={`${row.file}:${row.line}`}>
						<RowView row={row} />
					</li>
				))}
			</ol>
		</>
	);
}

/** A row of the data as it stands in its file, with its source. */
export function RowView({ row }: { row: RowPartsFragment }) {
	return (
		<>
			<code>
				{row.file}:{row.line}
			</code>
			{row.confidence !== null && <span class="badge"> confidence {words(row.confidence)}</span>}
			<dl>
				{row.columns
					.filter((cell) => cell.name !== "source" && cell.name !== "confidence")
					.map((cell) => (
						<>
							<dt key={`${cell.name} head`}>{cell.name}</dt>
							<dd key={cell.name}>{cell.value === "" ? <span class="unknown">not stated</span> : cell.value}</dd>
						</>
					))}
				{row.source !== null && (
					<>
						<dt>source</dt>
						<dd>
							<a href={row.source.url} rel="noreferrer noopener" target="_blank">
								{row.source.title}
							</a>
							, {row.source.publisher}, {row.source.published ?? "undated"}
						</dd>
					</>
				)}
			</dl>
		</>
	);
}
