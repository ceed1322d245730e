import { useState } from "preact/hooks";
import { useQuery } from "../api/useQuery";
import { count, interval, share } from "../format";
import { ChoicesDocument, CompareDocument, type CompareQuery, type Edit, type Stage } from "../gql/graphql";
import { Bar } from "../parts/Bar";
import { exposureReceipt } from "../parts/exposure";
import { Figure } from "../parts/Figure";
import { NodeLink } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { StatePill, VerdictPill } from "../parts/Pills";
import { keys, set } from "../state/address";
import { longest, writeScenario } from "../state/scenario";
import { oneOf } from "../state/url";
import { scenario, view } from "../state/view";
import { capital, stages, words } from "../words";

const whose = ["firms", "products"] as const;
const shown = ["both", "before", "after"] as const;

/** A what-if: edits in order, and the world before and after them. The link carries it all; nothing is written. */
export function WhatIf() {
	const edits = scenario.value ?? [];
	const of = oneOf(keys.value.of, whose).value;
	const side = oneOf(keys.value.cmp, shown).value;
	const { scenario: _, ...world } = view.value;
	const to = { countries: ["CN"] };
	const { data, faults, waiting } = useQuery(
		CompareDocument,
		edits.length === 0
			? null
			: {
					before: world,
					after: { ...world, scenario: edits },
					of: of === "firms" ? { firms: {} } : { items: { kinds: ["PRODUCT"] } },
					to,
					element: null,
					endUse: null,
				},
	);
	const found = edits.length === 0 ? undefined : data?.compare;
	const title =
		edits.length === 0
			? "What if? Change the world, and see who depends on China before and after"
			: found === undefined
				? "What if?"
				: `${found.changed} of ${found.compared} ${of} change, ${found.changedVerdicts} in how it is known`;
	return (
		<>
			<Head title={title}>
				Edits apply in order. Dependence on China at any stage, before and after. Nothing is written: the link holds it all.
			</Head>
			<Edits edits={edits} texts={found?.after.scenario.map((one) => one.text) ?? []} />
			<Faults of={faults} />
			{edits.length > 0 && (
				<>
					<div class="controls">
						<label>
							Who
							<select
								value={of}
								onChange={(event) => set({ of: event.currentTarget.value === "firms" ? null : event.currentTarget.value })}
							>
								{whose.map((one) => (
									<option key={one} value={one}>
										{one}
									</option>
								))}
							</select>
						</label>
						<button type="button" data-swap onClick={() => set({ cmp: side === "both" ? "before" : side === "before" ? "after" : null })}>
							Shown: {side} ( B )
						</button>
					</div>
					{waiting && <Waiting />}
					{found !== undefined && <Changes found={found} side={side} />}
				</>
			)}
		</>
	);
}

type Found = CompareQuery["compare"];

function Changes({ found, side }: { found: Found; side: (typeof shown)[number] }) {
	const rows = found.subjects;
	const half = (of: "before" | "after") => ({
		head: of,
		bar: true,
		value: (row: Found["subjects"][number]) => row[of]?.share.estimate ?? null,
		cell: (row: Found["subjects"][number]) => {
			const one = row[of];
			return one === null ? (
				<Unknown what="not in this view" />
			) : (
				<>
					<VerdictPill verdict={one.verdict} /> <Bar share={one.share} verdict={one.verdict} basis={one.basis} width={120} />
				</>
			);
		},
	});
	return (
		<>
			<Cautions of={found.flags} />
			{found.controls.length > 0 && (
				<Figure
					title={`${count(found.controls.length, "control")} change state`}
					rows={found.controls}
					columns={[
						{ head: "control", value: (one) => one.control.name, cell: (one) => <NodeLink of={one.control} /> },
						{ head: "before", value: (one) => one.before, cell: (one) => <StatePill state={one.before} /> },
						{ head: "after", value: (one) => one.after, cell: (one) => <StatePill state={one.after} /> },
					]}
				/>
			)}
			<Figure
				title="From one verdict to another"
				rows={found.moves}
				columns={[
					{ head: "before", value: (one) => one.before, cell: (one) => (one.before === null ? "not asked" : words(one.before)) },
					{ head: "after", value: (one) => one.after, cell: (one) => (one.after === null ? "not asked" : words(one.after)) },
					{ head: "how many", numeric: true, value: (one) => one.count },
				]}
				none="No verdict changes."
			/>
			<Figure
				title={
					found.changed > rows.length
						? `The first ${rows.length} of ${found.changed} that change`
						: `${count(found.changed, "row")} that change`
				}
				rows={rows}
				most={40}
				columns={[
					{ head: "who", value: (row) => row.subject.name, cell: (row) => <NodeLink of={row.subject} /> },
					...(side === "after" ? [] : [half("before")]),
					...(side === "before" ? [] : [half("after")]),
					{ head: "within, before", value: (row) => (row.before === null ? null : interval(row.before.share)) },
					{
						head: "within, after",
						value: (row) => (row.after === null ? null : interval(row.after.share)),
						cell: (row) =>
							row.after === null ? (
								""
							) : (
								<Num receipt={() => exposureReceipt(row.subject.name, row.subject.key, { countries: ["CN"] })}>
									{interval(row.after.share)}
								</Num>
							),
					},
					{ head: "change of the estimate", numeric: true, value: (row) => row.moved.estimate, cell: (row) => moved(row.moved.estimate) },
				]}
				none="Nobody's dependence changes."
				caption="Those whose verdict differs first. The receipt is that of the world after."
			/>
		</>
	);
}

function moved(by: number | null) {
	return by === null ? <Unknown /> : by === 0 ? "0" : `${by > 0 ? "+" : "−"}${share(Math.abs(by))}`;
}

function Edits({ edits, texts }: { edits: readonly Edit[]; texts: readonly string[] }) {
	const put = (next: Edit[]) => set({ scn: writeScenario(next) });
	const long = writeScenario(edits as Edit[]).length > longest;
	return (
		<section class="part">
			<h2>Edits ({edits.length})</h2>
			{edits.length === 0 && <p class="quiet">None yet. Add one below.</p>}
			<ol class="edits">
				{edits.map((edit, i) => (
					<li key={i}>
						<span>{editWords(edit)}</span>
						<span class="grow" />
						<code class="quiet">{texts[i] === undefined ? "" : shortenText(texts[i] ?? "")}</code>
						<button type="button" aria-label={`Remove edit ${i + 1}`} onClick={() => put(edits.filter((_, at) => at !== i))}>
							✕
						</button>
					</li>
				))}
			</ol>
			{long && <p class="notice">This what-if is longer than a link should be; some programs will cut it.</p>}
			<Adder add={(edit) => put([...edits, edit])} />
			{edits.length > 0 && (
				<button type="button" onClick={() => put([])}>
					Reset
				</button>
			)}
		</section>
	);
}

function shortenText(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** An edit in words. */
function editWords(edit: Edit): string {
	if (edit.remove !== undefined) {
		return `Stop ${target(edit.remove)}`;
	}
	if (edit.limit !== undefined) {
		return `Limit ${target(edit.limit.target)} to ${share(edit.limit.factor)} of what it makes`;
	}
	if (edit.control !== undefined) {
		const { controls, state, from, until } = edit.control;
		return `${controls.join(", ")} ${words(state)} from ${from}${until == null ? "" : ` to ${until}`}`;
	}
	if (edit.add !== undefined) {
		const sale = edit.add.sale;
		return sale === undefined
			? `Add a plant: ${edit.add.plant.firm} makes ${edit.add.plant.item} in ${edit.add.plant.country}`
			: `Add a sale: ${sale.supplier} sells ${sale.item} to ${sale.buyer}`;
	}
	return edit.delay === undefined ? "Change a licence" : `Delay ${target(edit.delay.target)} by ${edit.delay.days} days`;
}

function target(of: NonNullable<Edit["remove"]>): string {
	const where = [...(of.countries ?? []), ...(of.firms ?? []), ...(of.facilities ?? []), ...(of.items ?? []), ...(of.owners ?? [])].join(
		", ",
	);
	return `${where || "everything"}${of.stages == null || of.stages.length === 0 ? "" : ` at ${of.stages.map(words).join(", ")}`}`;
}

function Adder({ add }: { add: (edit: Edit) => void }) {
	const choices = useQuery(ChoicesDocument, {}).data?.view;
	const [kind, setKind] = useState<"remove" | "limit" | "control">("remove");
	const [country, setCountry] = useState("CN");
	const [stage, setStage] = useState<Stage | "">("SEPARATION");
	const [factor, setFactor] = useState("0.5");
	const [control, setControl] = useState("mofcom-2025-57");
	const [state, setState] = useState<"IN_FORCE" | "SUSPENDED">("IN_FORCE");
	const [from, setFrom] = useState("2026-11-11");
	const part = Number(factor);
	const wrong = kind === "limit" && !(part >= 0 && part <= 1 && factor !== "");
	const submit = () => {
		const where = stage === "" ? { countries: [country] } : { countries: [country], stages: [stage] };
		if (kind === "remove") {
			add({ remove: where });
		} else if (kind === "limit") {
			add({ limit: { target: where, factor: part } });
		} else {
			add({ control: { controls: [control.trim()], state, from } });
		}
	};
	return (
		<fieldset>
			<legend>Add an edit</legend>
			<div class="controls">
				<label>
					Kind
					<select value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
						<option value="remove">stop makers</option>
						<option value="limit">limit makers</option>
						<option value="control">set a control</option>
					</select>
				</label>
				{kind !== "control" ? (
					<>
						<label>
							in
							<select value={country} onChange={(event) => setCountry(event.currentTarget.value)}>
								{(choices?.countries?.nodes ?? [{ key: "CN", name: "China" }]).map((one) => (
									<option key={one.key} value={one.key}>
										{one.name}
									</option>
								))}
							</select>
						</label>
						<label>
							at
							<select value={stage} onChange={(event) => setStage(event.currentTarget.value as Stage | "")}>
								<option value="">any stage</option>
								{stages.map((one) => (
									<option key={one} value={one}>
										{words(one)}
									</option>
								))}
							</select>
						</label>
						{kind === "limit" && (
							<label>
								leaving
								<input
									type="number"
									min="0"
									max="1"
									step="0.05"
									value={factor}
									aria-invalid={wrong}
									onInput={(event) => setFactor(event.currentTarget.value)}
								/>
							</label>
						)}
					</>
				) : (
					<>
						<label>
							id of the control
							<input type="text" value={control} onInput={(event) => setControl(event.currentTarget.value)} />
						</label>
						<label>
							is
							<select value={state} onChange={(event) => setState(event.currentTarget.value as typeof state)}>
								<option value="IN_FORCE">{capital("in force")}</option>
								<option value="SUSPENDED">Suspended</option>
							</select>
						</label>
						<label>
							from
							<input type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
						</label>
					</>
				)}
				<button type="button" disabled={wrong} onClick={submit}>
					Add
				</button>
			</div>
		</fieldset>
	);
}
