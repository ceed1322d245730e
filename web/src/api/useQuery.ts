import { useEffect, useState } from "preact/hooks";
import type { TypedDocumentString } from "../gql/graphql";
import { type Answer, ask } from "./client";

export interface Asked<T> extends Answer<T> {
	/** Whether the answer to the present question is still on its way; the one before stays until then. */
	waiting: boolean;
}

/** The answer to a question, asked anew when its variables change. null for the variables asks nothing. */
export function useQuery<T, V>(document: TypedDocumentString<T, V>, variables: V | null): Asked<T> {
	const [answer, setAnswer] = useState<{ of: string; answer: Answer<T> } | null>(null);
	const question = variables === null ? "" : JSON.stringify(variables);
	useEffect(() => {
		if (question === "") {
			return;
		}
		let current = true;
		ask(document, JSON.parse(question) as V).then((got) => {
			if (current) {
				setAnswer({ of: question, answer: got });
			}
		});
		return () => {
			current = false;
		};
	}, [question, document]);
	if (question === "" || answer === null) {
		return { data: null, faults: [], waiting: question !== "" };
	}
	return { ...answer.answer, waiting: answer.of !== question };
}
