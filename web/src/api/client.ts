import type { TypedDocumentString } from "../gql/graphql";

/** An error as the API tells it: what went wrong and what to do about it. */
export interface Fault {
	message: string;
	path?: (string | number)[];
	extensions?: { code?: string; hint?: string };
}

export interface Answer<T> {
	data: T | null;
	faults: Fault[];
}

const kept = new Map<string, Promise<Answer<unknown>>>();
const most = 200;

/** Asks the API. Equal questions are asked once while the page is open; a failure is not kept. */
export function ask<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<Answer<T>> {
	const body = JSON.stringify({ query: document.toString(), variables });
	const known = kept.get(body);
	if (known !== undefined) {
		return known as Promise<Answer<T>>;
	}
	const asked = send<T>(body);
	kept.set(body, asked);
	if (kept.size > most) {
		kept.delete(kept.keys().next().value ?? "");
	}
	asked.then((answer) => {
		if (answer.data === null) {
			kept.delete(body);
		}
	});
	return asked;
}

// The older media type answers 200 to a query that fails, so that its errors show on the page and not in the console.
async function send<T>(body: string): Promise<Answer<T>> {
	try {
		const response = await fetch("/graphql", {
			method: "POST",
			headers: { "Content-Type": "application/json", Accept: "application/json" },
			body,
		});
		const answer = (await response.json()) as { data?: T | null; errors?: Fault[] };
		return { data: answer.data ?? null, faults: answer.errors ?? [] };
	} catch {
		return { data: null, faults: [{ message: "The server cannot be reached.", extensions: { hint: "See whether it is still running." } }] };
	}
}
