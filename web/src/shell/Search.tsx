import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { SearchDocument, type SearchQuery } from "../gql/graphql";
import { go, link } from "../state/address";
import { kindOf, pageOf, searched } from "../words";

type Hit = SearchQuery["search"][number];

interface Props {
	large?: boolean;
	/** What to do with a choice; going to its page when it is not given. */
	choose?: (node: Hit["node"]) => void;
	only?: readonly (typeof searched)[number][];
	label?: string;
}

/** A box that finds anything by name, typing errors and Chinese included. Arrows walk the hits, Enter opens, Escape closes. */
export function Search({ large = false, choose, only = searched, label = "Search firms, items, plants, controls" }: Props) {
	const [text, setText] = useState("");
	const [found, setFound] = useState<{ of: string; hits: readonly Hit[] } | null>(null);
	const [at, setAt] = useState(0);
	const [open, setOpen] = useState(false);
	const name = useId();
	const wanted = useRef<string | null>(null);
	const trimmed = text.trim();
	const kinds = only.join();

	useEffect(() => {
		if (trimmed === "") {
			setFound(null);
			return;
		}
		let current = true;
		const timer = setTimeout(() => {
			ask(SearchDocument, { text: trimmed, in: kinds.split(",") as (typeof searched)[number][] }).then(({ data }) => {
				if (current) {
					setFound({ of: trimmed, hits: data?.search ?? [] });
					setAt(0);
				}
			});
		}, 60);
		return () => {
			current = false;
			clearTimeout(timer);
		};
	}, [trimmed, kinds]);

	const take = (hit: Hit) => {
		setText("");
		setOpen(false);
		if (choose !== undefined) {
			choose(hit.node);
		} else {
			go(link(pageOf(hit.node.__typename), hit.node.key));
		}
	};

	// Enter may come before the answer: then it opens the best hit when that is there.
	useEffect(() => {
		if (found !== null && wanted.current === found.of && found.hits[0] !== undefined) {
			wanted.current = null;
			take(found.hits[0]);
		}
	}, [found]);

	const shown = open && trimmed !== "" && found !== null;
	const hits = found?.hits ?? [];
	const onKey = (event: KeyboardEvent) => {
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			setOpen(true);
			setAt((now) => (hits.length === 0 ? 0 : (now + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length));
		} else if (event.key === "Enter") {
			event.preventDefault();
			const hit = found?.of === trimmed ? hits[at] : undefined;
			if (hit !== undefined) {
				take(hit);
			} else {
				wanted.current = trimmed;
			}
		} else if (event.key === "Escape") {
			setOpen(false);
			wanted.current = null;
		}
	};

	// The types of the library ask a combobox for a list attribute, which this one does without.
	const role = { role: "combobox" } as object;
	return (
		<div class={large ? "search large" : "search"}>
			<input
				{...role}
				type="search"
				class={choose === undefined ? "front" : undefined}
				value={text}
				placeholder={choose === undefined ? "Search firms, items, plants  ( / )" : label}
				aria-label={label}
				aria-autocomplete="list"
				aria-expanded={shown}
				aria-controls={`${name}-hits`}
				aria-activedescendant={shown && hits[at] !== undefined ? `${name}-${at}` : undefined}
				autocomplete="off"
				spellcheck={false}
				onInput={(event) => {
					setText(event.currentTarget.value);
					setOpen(true);
				}}
				onFocus={() => setOpen(true)}
				onBlur={() => setOpen(false)}
				onKeyDown={onKey}
			/>
			<ul class="hits" role="listbox" id={`${name}-hits`} aria-label="Hits" hidden={!shown}>
				{hits.map((hit, i) => (
					<li
						key={`${hit.node.__typename} ${hit.node.key}`}
						id={`${name}-${i}`}
						role="option"
						aria-selected={i === at}
						onMouseDown={(event) => {
							event.preventDefault();
							take(hit);
						}}
						onMouseEnter={() => setAt(i)}
					>
						<span>{hit.node.name}</span>
						<span class="badge">{kindOf(hit.node.__typename)}</span>
						<span class="why">{why(hit)}</span>
					</li>
				))}
				{found !== null && hits.length === 0 && (
					<li class="none" role="option" aria-selected="false" aria-disabled="true">
						Nothing of that name on record
					</li>
				)}
			</ul>
		</div>
	);
}

function why({ node, matched, score }: Hit): string {
	const parts: string[] = [];
	if (node.__typename === "Firm") {
		parts.push(node.country.key);
	}
	if (node.__typename === "Facility") {
		parts.push(`${node.stage.toLowerCase()}, ${node.country.key}`);
	}
	if (matched !== node.name) {
		parts.push(matched === node.key ? `id ${matched}` : `also: ${matched}`);
	}
	parts.push(score === 1 ? "whole name" : `match ${score.toFixed(2)}`);
	return parts.join(" · ");
}
