import { useQuery } from "../api/useQuery";
import { addDays, count, dayNumber, estimate, firstDay, lastDay } from "../format";
import {
	ControlPageDocument,
	type ControlPageQuery,
	ControlReachDocument,
	type ControlState,
	ControlStatesDocument,
	ControlsDocument,
	type EndUse,
	LicenceDecisionsDocument,
} from "../gql/graphql";
import { Bar } from "../parts/Bar";
import { exposureReceipt } from "../parts/exposure";
import { Figure } from "../parts/Figure";
import { NodeLink, NodeLinks } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { OutcomePill, PassagePill, StatePill, VerdictPill } from "../parts/Pills";
import { sourceKeys } from "../parts/state";
import { id, keys, set } from "../state/address";
import { ofReceipt, ofRows } from "../state/receipt";
import { asOf } from "../state/release";
import { oneOf } from "../state/url";
import { date, view } from "../state/view";
import { endUses, words } from "../words";
import { reviewWords } from "./Item";

type Control = NonNullable<ControlPageQuery["view"]["control"]>;

/** All controls with their state on the day. */
export function ControlsPage() {
	const { data, faults } = useQuery(ControlsDocument, { ...view.value });
	const found = data?.view.controls;
	if (found === null || found === undefined) {
		return (
			<>
				<Head title="Controls" />
				{faults.length > 0 ? <Faults of={faults} /> : <Waiting />}
			</>
		);
	}
	const n = (state: ControlState) => found.nodes.filter((one) => one.state === state).length;
	const title = `${n("ACTIVE")} of ${found.totalCount} controls are in force, ${n("SUSPENDED")} suspended, ${n("REVIVED")} run out of suspension and not verified`;
	return (
		<>
			<Head title={title}>On {data?.view.asOf}. Move the day above to see another.</Head>
			<Figure
				title={title}
				heading={false}
				rows={found.nodes}
				most={100}
				columns={[
					{ head: "control", value: (one) => one.name, cell: (one) => <NodeLink of={one} /> },
					{ head: "by", value: (one) => one.country.name },
					{ head: "state", value: (one) => one.state, cell: (one) => <StatePill state={one.state} /> },
					{
						head: "in force from",
						value: (one) => one.effective,
						cell: (one) => <Num receipt={() => ofRows(one.name, one.effective, [one.row])}>{one.effective}</Num>,
					},
					{
						head: "suspended",
						value: (one) => one.suspendedFrom,
						cell: (one) => (one.suspendedFrom === null ? "" : `${one.suspendedFrom} to ${one.suspendedUntil ?? "open"}`),
					},
					{ head: "what it does", value: (one) => one.summary },
				]}
				sources={(one) => sourceKeys([one.row])}
				caption="Laws, notices and lists that restrict exports, of all countries on record."
			/>
		</>
	);
}

/** One control: its state on every day, what it covers, whom it names and what waits under it. */
export function ControlPage() {
	const { data, faults, waiting } = useQuery(ControlPageDocument, { ...view.value, id: id.value });
	const control = data?.view.control ?? null;
	if (control === null) {
		return (
			<>
				<Head title={waiting ? "Asking…" : "There is no control of that name"} />
				{waiting && <Waiting />}
				<Faults of={faults} />
			</>
		);
	}
	return (
		<>
			<Head title={`${control.name}: ${control.state === null ? "unknown" : words(control.state)} on ${data?.view.asOf}`}>
				{control.summary} <NodeLink of={{ __typename: "Country", ...control.country }} /> · {control.authority} · {control.instrument}
			</Head>
			<Faults of={faults} />
			<States control={control} />
			<Reach control={control} />
			<Decision control={control} />
			<Figure
				title={
					control.restricts.nodes.length === 0
						? "It names no item"
						: `It covers ${count(control.restricts.totalCount, "item or group", "items and groups")}`
				}
				rows={control.restricts.nodes}
				most={20}
				columns={[
					{ head: "item", value: (one) => one.item.name, cell: (one) => <NodeLink of={one.item} /> },
					{
						head: "asks for",
						value: (one) => one.regime,
						cell: (one) => (
							<Num receipt={() => ofRows(`${control.name}: ${one.item.name}`, words(one.regime), [one.row])}>{words(one.regime)}</Num>
						),
					},
					{
						head: "control codes",
						value: (one) => one.controlCodes.join(" ") || null,
						cell: (one) => one.controlCodes.join(", ") || <Unknown what="not stated" />,
					},
					{
						head: "customs codes",
						value: (one) => one.hsCodes.join(" ") || null,
						cell: (one) => one.hsCodes.join(", ") || <Unknown what="not stated" />,
					},
					{ head: "limits", value: (one) => one.scope },
				]}
				sources={(one) => sourceKeys([one.row])}
				caption="With every item below them."
			/>
			{control.listed.nodes.length > 0 && (
				<Figure
					title={`It names ${count(control.listed.totalCount, "firm")}`}
					rows={control.listed.nodes}
					most={25}
					columns={[
						{ head: "firm", value: (one) => one.firm.name, cell: (one) => <NodeLink of={one.firm} /> },
						{ head: "named as", value: (one) => one.name },
						{ head: "country", value: (one) => one.country.name },
						{
							head: "list",
							value: (one) => one.list,
							cell: (one) => <Num receipt={() => ofRows(one.name, words(one.list), [one.row])}>{words(one.list)}</Num>,
						},
					]}
					sources={(one) => sourceKeys([one.row])}
				/>
			)}
		</>
	);
}

/** The states of a control over its days, on a slider. All breaks are asked for in one question. */
function States({ control }: { control: Control }) {
	const announced = firstDay(control.announced ?? control.effective);
	const starts = [announced, firstDay(control.effective)];
	if (control.suspendedFrom !== null) {
		starts.push(firstDay(control.suspendedFrom));
	}
	if (control.suspendedUntil !== null) {
		starts.push(addDays(lastDay(control.suspendedUntil), 1));
	}
	const breaks = [...new Set(starts)].sort();
	const at = (i: number) => breaks[Math.min(i, breaks.length - 1)] ?? announced;
	const day = date.value ?? asOf.value ?? announced;
	const { data } = useQuery(ControlStatesDocument, {
		scenario: view.value.scenario ?? null,
		id: control.key,
		d1: at(0),
		d2: at(1),
		d3: at(2),
		d4: at(3),
		d5: at(4),
		d6: at(5),
		today: at(0),
	});
	const found = data?.view.control;
	if (found === null || found === undefined) {
		return <Waiting />;
	}
	const states = [found.s1, found.s2, found.s3, found.s4, found.s5, found.s6];
	const first = addDays(announced, -30);
	const ends = [addDays(breaks[breaks.length - 1] ?? announced, 365), addDays(day, 30)].sort();
	const last = ends[ends.length - 1] ?? day;
	const spans = breaks.map((from, i) => ({ from, to: breaks[i + 1] ?? last, state: states[i] ?? null }));
	const whole = dayNumber(last) - dayNumber(first);
	const x = (of: string) => ((dayNumber(of) - dayNumber(first)) / whole) * 1000;
	const now = spans.findLast((span) => span.from <= day);
	return (
		<section class="part">
			<h2>Its state, day by day</h2>
			<svg
				class="states"
				viewBox="0 0 1000 44"
				width="100%"
				height="44"
				preserveAspectRatio="none"
				role="img"
				aria-label={spans.map((span) => `from ${span.from} ${words(span.state)}`).join(", ")}
			>
				<rect class="empty" x="0" y="8" width="1000" height="20" />
				{spans.map((span) => (
					<rect
						key={span.from}
						class={look(span.state)}
						x={x(span.from)}
						y={8}
						width={Math.max(2, x(span.to) - x(span.from))}
						height={20}
					/>
				))}
				<line class="ink" x1={x(day)} x2={x(day)} y1={0} y2={36} />
			</svg>
			<input
				type="range"
				min={dayNumber(first)}
				max={dayNumber(last)}
				value={dayNumber(day)}
				aria-label="Day asked about"
				aria-valuetext={`${day}, ${words(now?.state ?? "NOT_YET")}`}
				onChange={(event) => set({ date: addDays("1970-01-01", Number(event.currentTarget.value)) }, "replace")}
			/>
			<ul class="legend" aria-label="States">
				{spans.map((span) => (
					<li key={span.from}>
						<Num receipt={() => ofRows(control.name, words(span.state), [control.row])}>{span.from}</Num> <StatePill state={span.state} />
					</li>
				))}
			</ul>
		</section>
	);
}

function look(state: ControlState | null): string {
	switch (state) {
		case "ACTIVE":
			return "exposed";
		case "SUSPENDED":
			return "suspended";
		case "NOT_YET":
		case "ENDED":
			return "empty";
		default:
			return "unknown";
	}
}

const uses: readonly [EndUse, ...EndUse[]] = ["UNKNOWN", "CIVILIAN", "MILITARY", "SENSITIVE_CHIP_AI", "HUMANITARIAN"];

function EndUseChoice({ value }: { value: EndUse }) {
	return (
		<label>
			End use
			<select
				value={value}
				onChange={(event) => set({ enduse: event.currentTarget.value === "UNKNOWN" ? null : event.currentTarget.value })}
			>
				{endUses.map((use) => (
					<option key={use} value={use}>
						{use === "UNKNOWN" ? "not stated" : words(use)}
					</option>
				))}
			</select>
		</label>
	);
}

/** The products that wait at the border under the control on the day. */
function Reach({ control }: { control: Control }) {
	const endUse = oneOf(keys.value.enduse, uses).value;
	const { data, faults } = useQuery(ControlReachDocument, { ...view.value, id: control.key, endUse });
	const found = data?.view.exposure;
	if (found === null || found === undefined) {
		return faults.length > 0 ? <Faults of={faults} /> : <Waiting />;
	}
	const hit = found.nodes.filter((row) => row.verdict === "EXPOSED" || row.verdict === "LINKED" || row.verdict === "IMPLIED");
	const unknown = found.nodes.filter((row) => row.verdict === "UNKNOWN").length;
	const to = { controls: [control.key] };
	return (
		<>
			<div class="controls">
				<EndUseChoice value={endUse} />
			</div>
			<Figure
				title={`On ${data?.view.asOf} ${count(hit.length, "product")} of ${found.totalCount} wait for it or are shut out; of ${unknown} nobody can say`}
				rows={hit}
				most={15}
				columns={[
					{ head: "product", value: (row) => row.subject.name, cell: (row) => <NodeLink of={row.subject} /> },
					{ head: "verdict", value: (row) => row.verdict, cell: (row) => <VerdictPill verdict={row.verdict} certainty={row.certainty} /> },
					{
						head: "share",
						bar: true,
						value: (row) => row.share.estimate,
						cell: (row) => <Bar share={row.share} verdict={row.verdict} basis={row.basis} />,
					},
					{
						head: "estimate",
						numeric: true,
						value: (row) => row.share.estimate,
						cell: (row) => (
							<Num receipt={() => exposureReceipt(row.subject.name, row.subject.key, to, undefined, endUse)}>{estimate(row)}</Num>
						),
					},
					{
						head: "through",
						value: (row) => row.item?.name ?? null,
						cell: (row) => (row.item === null ? <Unknown what="none" /> : <NodeLink of={row.item} />),
					},
				]}
				none="None on this day: the control is not in force, or nothing on record crosses the border under it."
				caption="Share of the need that crosses the border under this control and is not open."
			/>
			<Cautions of={found.flags} />
		</>
	);
}

const destinations = ["US", "DE", "JP", "KR", "IN", "TW"];

/** What a shipment of one of its items needs, by destination and use. */
function Decision({ control }: { control: Control }) {
	const items = control.restricts.nodes.map((one) => one.item).filter((item) => item.__typename !== "ItemGroup");
	const item = items.find((one) => one.key === keys.value.item) ?? items[0];
	const endUse = oneOf(keys.value.enduse, uses).value;
	const where = oneOf(keys.value.dest, destinations as [string, ...string[]]).value;
	const { data, faults } = useQuery(
		LicenceDecisionsDocument,
		item === undefined || control.country.key !== "CN"
			? null
			: { ...view.value, item: item.key, destination: where, endUse, user: null, on: null },
	);
	if (item === undefined || control.country.key !== "CN") {
		return null;
	}
	const rows = data?.view.licenceDecision ?? [];
	const first = rows[0];
	return (
		<section class="part">
			<h2>What a shipment needs</h2>
			<div class="controls">
				<label>
					Item
					<select value={item.key} onChange={(event) => set({ item: event.currentTarget.value })}>
						{items.map((one) => (
							<option key={one.key} value={one.key}>
								{one.name}
							</option>
						))}
					</select>
				</label>
				<label>
					to
					<select value={where} onChange={(event) => set({ dest: event.currentTarget.value })}>
						{destinations.map((one) => (
							<option key={one} value={one}>
								{one}
							</option>
						))}
					</select>
				</label>
				<EndUseChoice value={endUse} />
			</div>
			<Faults of={faults} />
			{first !== undefined && (
				<dl class="facts">
					<dt>outcome</dt>
					<dd>
						<OutcomePill outcome={first.outcome} /> <PassagePill passage={first.passage} />
					</dd>
					<dt>review</dt>
					<dd>{reviewWords(first.days)}</dd>
					<dt>decided by</dt>
					<dd>
						<Num receipt={() => ofReceipt(`${item.name} to ${where}, ${words(endUse)}`, words(first.outcome), first.receipt)}>
							rule {first.rule}
						</Num>
					</dd>
					<dt>controls</dt>
					<dd>
						<NodeLinks of={first.clauses.map((clause) => clause.control)} none="none fired" />
					</dd>
					<dt>why</dt>
					<dd>
						<ul class="plain">
							{first.reasons.map((reason) => (
								<li key={reason}>{reason}</li>
							))}
						</ul>
					</dd>
					{first.doors.length > 0 && (
						<>
							<dt>left to the exporter</dt>
							<dd>{first.doors.join(" ")}</dd>
						</>
					)}
					{first.ambiguities.length > 0 && (
						<>
							<dt>left open by the sources</dt>
							<dd>
								<ul class="plain">
									{first.ambiguities.map((one) => (
										<li key={one.number}>{one.text}</li>
									))}
								</ul>
							</dd>
						</>
					)}
					{first.ifProlonged !== null && (
						<>
							<dt>had the pause been prolonged</dt>
							<dd>
								<OutcomePill outcome={first.ifProlonged} />
							</dd>
						</>
					)}
					<dt>rules checked until</dt>
					<dd>{first.checkedUntil}</dd>
				</dl>
			)}
			<Cautions of={first?.flags ?? []} />
		</section>
	);
}
