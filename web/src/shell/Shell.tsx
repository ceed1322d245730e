import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useQuery } from "../api/useQuery";
import { count } from "../format";
import { ReleaseLineDocument } from "../gql/graphql";
import { spoken } from "../parts/Figure";
import { Go } from "../parts/NodeLink";
import { Cautions, Faults } from "../parts/Page";
import { keys, link, page, set } from "../state/address";
import { asOf, copyLink, releaseId, told } from "../state/release";
import { remember, theme } from "../state/theme";
import { confidence, date, misunderstood, scenario, view } from "../state/view";
import { capital, confidences, words } from "../words";
import { Help } from "./Help";
import { ReceiptPanel } from "./ReceiptPanel";
import { Search } from "./Search";

interface Props {
	nav: readonly { page: string; title: string }[];
	children: ComponentChildren;
}

/** What surrounds every page: the ways to go, the day and filter that hold everywhere, and the release behind it all. */
export function Shell({ nav, children }: Props) {
	return (
		<>
			<a class="skip" href="#main">
				Skip to the page
			</a>
			<Patterns />
			<div class="frame">
				<header class="top">
					<Go to={link("")} className="brand">
						Lodestone
					</Go>
					<nav aria-label="Pages">
						{nav.map((one) => (
							<Go key={one.page} to={link(one.page)} current={page.value === one.page}>
								{one.title}
							</Go>
						))}
					</nav>
					<span class="grow" />
					{page.value !== "" && <Search />}
					<Theme />
					<Help />
				</header>
				<World />
				<p class="away" role="status">
					{spoken.value}
				</p>
				<main id="main" tabIndex={-1}>
					{children}
				</main>
				<footer class="foot">
					<span>Lodestone explorer. Unknown is never zero: it is hatched, and says so.</span>
					<a href="/">Ask in GraphQL: the playground</a>
					<a href="/explorer/licences.txt">Licences of what is built in</a>
				</footer>
			</div>
			<ReceiptPanel />
		</>
	);
}

function World() {
	const { data, faults } = useQuery(ReleaseLineDocument, view.value);
	const release = data?.release;
	const day = data?.view.asOf;
	useEffect(() => {
		releaseId.value = release?.id;
		asOf.value = day;
	}, [release?.id, day]);
	const edits = scenario.value?.length ?? 0;
	const wanted = keys.value.rel;
	return (
		<>
			<search class="world" aria-label="The day and filter of every page">
				<label>
					As of
					<input
						type="date"
						value={date.value ?? day ?? ""}
						onChange={(event) => event.currentTarget.value !== "" && set({ date: event.currentTarget.value })}
					/>
				</label>
				{date.value !== undefined && (
					<button type="button" onClick={() => set({ date: null })}>
						Today
					</button>
				)}
				<label>
					Rows of confidence
					<select
						value={confidence.value}
						onChange={(event) => set({ conf: event.currentTarget.value === "LOW" ? null : event.currentTarget.value })}
					>
						{confidences.map((one) => (
							<option key={one} value={one}>
								{one === "LOW" ? "any" : one === "HIGH" ? "high only" : `${words(one)} or high`}
							</option>
						))}
					</select>
				</label>
				{edits > 0 && (
					<span>
						<Go to={link("whatif")}>What-if: {count(edits, "edit")}</Go>{" "}
						<button type="button" onClick={() => set({ scn: null })}>
							Clear
						</button>
					</span>
				)}
				<span class="grow" />
				<span class="release">
					{release === undefined ? "Reading the release…" : `release ${release.id.slice(0, 12)} · sources until ${release.horizon}`}
				</span>
				<CopyLink />
			</search>
			<Faults of={faults} />
			{misunderstood.value.map((text) => (
				<p key={text} class="notice">
					{text}
				</p>
			))}
			{wanted !== undefined && release !== undefined && wanted !== release.id && (
				<p class="notice" role="alert">
					This link was made from release <code>{wanted.slice(0, 12)}</code>, which is not loaded: the numbers here are those of release{" "}
					<code>{release.id.slice(0, 12)}</code> and may differ.
				</p>
			)}
			<Cautions of={data?.view.flags ?? []} />
		</>
	);
}

function CopyLink() {
	return (
		<button
			type="button"
			onClick={async () => {
				told.value = (await copyLink()) ? "Link copied" : "The link could not be copied";
				spoken.value = told.value;
				setTimeout(() => {
					told.value = "";
				}, 2500);
			}}
		>
			{told.value || "Copy link"}
		</button>
	);
}

const themes = ["system", "light", "dark"] as const;

function Theme() {
	const [, redraw] = useState(0);
	const now = theme();
	const next = themes[(themes.indexOf(now) + 1) % themes.length] ?? "system";
	return (
		<button
			type="button"
			class="icon"
			aria-label={`Theme: ${now}. Change to ${next}`}
			title={`Theme: ${capital(now)}`}
			onClick={() => {
				remember(next);
				set({ theme: next === "system" ? null : next });
				redraw((n) => n + 1);
			}}
		>
			{now === "light" ? "☀" : now === "dark" ? "☾" : "◐"}
		</button>
	);
}

/** Hatches that every drawing refers to. */
function Patterns() {
	return (
		<svg id="patterns" aria-hidden="true">
			<defs>
				<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
					<rect class="hatch-ground" width="6" height="6" />
					<line class="hatch-line" x1="0" y1="0" x2="0" y2="6" />
				</pattern>
				<pattern id="hatch-amber" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
					<rect class="hatch-amber-ground" width="6" height="6" />
					<line class="hatch-amber-line" x1="0" y1="0" x2="0" y2="6" />
				</pattern>
			</defs>
		</svg>
	);
}
