import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Fault } from "../api/client";
import type { Flag } from "../gql/graphql";
import { address } from "../state/address";
import { caution } from "../words";

/** The head of a page: a title that says what was found, and a line under it. */
export function Head({ title, children }: { title: string; children?: ComponentChildren }) {
	const head = useRef<HTMLHeadingElement>(null);
	const { page, id } = address.value;
	useEffect(() => {
		document.title = `${title} · Lodestone`;
	}, [title]);
	useEffect(() => {
		// After going somewhere the reader's place is the title, but the first page starts at its top.
		if (page !== first.page || id !== first.id) {
			head.current?.focus({ preventScroll: true });
			first = { page: "\0", id: "" };
		}
	}, [page, id]);
	return (
		<>
			<h1 ref={head} tabIndex={-1}>
				{title}
			</h1>
			{children !== undefined && <p class="subtitle">{children}</p>}
		</>
	);
}

let first = { page: address.value.page, id: address.value.id };

/** What the API could not answer. */
export function Faults({ of }: { of: readonly Fault[] }) {
	if (of.length === 0) {
		return null;
	}
	return (
		<div class="notice fault" role="alert">
			{of.slice(0, 3).map((fault) => (
				<p key={fault.message}>
					{fault.message}
					{fault.extensions?.hint === undefined ? "" : ` ${fault.extensions.hint}`}
				</p>
			))}
		</div>
	);
}

/** Cautions that hold for a whole answer. */
export function Cautions({ of }: { of: readonly Flag[] }) {
	if (of.length === 0) {
		return null;
	}
	return (
		<p class="notice">
			<b>Caution:</b> {of.map(caution).join("; ")}.
		</p>
	);
}

export function Waiting() {
	return (
		<p class="wait" role="status">
			Asking…
		</p>
	);
}
