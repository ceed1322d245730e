import { useQuery } from "../api/useQuery";
import { addDays, count, dayNumber, firstDay, lastDay } from "../format";
import { TimelineDocument, type TimelineKind, type TimelineQuery } from "../gql/graphql";
import { Chart, type Mark, shorten } from "../parts/Chart";
import { Figure } from "../parts/Figure";
import { NodeLink } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { sourceKeys } from "../parts/state";
import { go, keys, link, set } from "../state/address";
import { ofRows } from "../state/receipt";
import { isDay } from "../state/url";
import { view } from "../state/view";
import { capital, pageOf, words } from "../words";

type Entry = NonNullable<TimelineQuery["view"]["timeline"]>["nodes"][number];

const drawn: TimelineKind[] = [
	"CONTROL_ANNOUNCED",
	"CONTROL_EFFECTIVE",
	"CONTROL_SUSPENDED",
	"CONTROL_REVIVED",
	"LICENCE_GRANTED",
	"LICENCE_EXPIRES",
	"EVENT",
];

/** Controls, pauses, licences and events on one axis. */
export function Timeline() {
	const from = isDay(keys.value.from) ? keys.value.from : "2024-01-01";
	const about = keys.value.el === undefined ? null : [keys.value.el];
	const { data, faults } = useQuery(TimelineDocument, { ...view.value, about, kinds: drawn, from: null, to: null });
	const found = data?.view.timeline;
	if (found === null || found === undefined) {
		return (
			<>
				<Head title="Timeline" />
				{faults.length > 0 ? <Faults of={faults} /> : <Waiting />}
			</>
		);
	}
	const lanes = lanesOf(found.nodes);
	const rows = found.nodes;
	const suspended = lanes.controls.filter((lane) => lane.suspendedFrom !== undefined);
	const before = suspended.filter((lane) => lane.effective === undefined || (lane.suspendedFrom ?? "") <= lane.effective).length;
	const title = `${suspended.length} of ${lanes.controls.length} controls were suspended, ${before} of them before they took effect`;
	const today = data?.view.asOf ?? from;
	const newest = rows.reduce(
		(last, entry) => ((entry.kind === "EVENT" || entry.kind === "CONTROL_ANNOUNCED") && entry.lastDay > last ? entry.lastDay : last),
		from,
	);
	return (
		<>
			<Head title={title}>
				{count(lanes.controls.length, "control")}, {count(lanes.licences.length, "licence")} and {count(lanes.events.length, "event")} on
				record. The line is the day asked about. The newest dated fact is of {newest}: what lies after it is not known, and hatched.
			</Head>
			<div class="controls">
				<label>
					From
					<input type="date" value={from} onChange={(event) => set({ from: event.currentTarget.value })} />
				</label>
				<label>
					About
					<select value={keys.value.el ?? ""} onChange={(event) => set({ el: event.currentTarget.value || null })}>
						{[
							["", "everything"],
							["dy", "dysprosium"],
							["tb", "terbium"],
							["sm", "samarium"],
							["nd", "neodymium"],
							["ga", "gallium"],
						].map(([key, name]) => (
							<option key={key} value={key}>
								{name}
							</option>
						))}
					</select>
				</label>
			</div>
			<Faults of={faults} />
			<Cautions of={data?.view.flags ?? []} />
			<Figure
				title={title}
				heading={false}
				rows={rows}
				most={60}
				legend={
					<ul class="legend" aria-label="Legend">
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="exposed" width="18" height="10" />
							</svg>
							in force (thin line: announced)
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="suspended" width="18" height="10" />
							</svg>
							suspended
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="unknown" width="18" height="10" />
							</svg>
							not known: after the newest fact, or no end stated
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="safe" width="18" height="10" />
							</svg>
							licence
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="computed" width="18" height="10" />
							</svg>
							licence whose end is computed from its kind
						</li>
						<li>
							<svg width="12" height="12" aria-hidden="true">
								<circle class="event" cx="6" cy="6" r="4.5" />
							</svg>
							event
						</li>
					</ul>
				}
				columns={[
					{
						head: "date",
						value: (entry) => entry.date ?? entry.day,
						cell: (entry) => (
							<Num receipt={() => ofRows(entry.title, entry.date ?? entry.day, entry.receipt.rows)}>{entry.date ?? entry.day}</Num>
						),
					},
					{ head: "until", value: (entry) => entry.until },
					{ head: "kind", value: (entry) => entry.kind, cell: (entry) => words(entry.kind) },
					{
						head: "what",
						value: (entry) => entry.title,
						cell: (entry) => (entry.node === null ? entry.title : <NodeLink of={{ ...entry.node, name: entry.title }} />),
					},
				]}
				sources={(entry) => sourceKeys(entry.receipt.rows)}
				caption={
					<>
						Dates known to the month or year stand at their first day.{" "}
						{found.pageInfo.hasNextPage
							? `Drawn: the first ${found.nodes.length} of ${found.totalCount} entries.`
							: `All ${found.totalCount} entries are drawn; those before ${from} begin at the edge.`}{" "}
						{lanes.events.length === 0 && <Unknown what="no event on record" />}
					</>
				}
			>
				<Chart label={title} least={640} layout={(width) => layout(lanes, from, today, earlier(newest, today), width)} />
			</Figure>
		</>
	);
}

interface Lane {
	key: string;
	name: string;
	page: string;
	announced?: string;
	effective?: string;
	suspendedFrom?: string;
	suspendedUntil?: string;
	revived?: string;
	granted?: Entry;
	expires?: string;
	computed?: boolean;
}

function lanesOf(entries: readonly Entry[]): { controls: Lane[]; licences: Lane[]; events: Entry[] } {
	const controls = new Map<string, Lane>();
	const licences = new Map<string, Lane>();
	const events: Entry[] = [];
	for (const entry of entries) {
		const node = entry.node;
		if (entry.kind === "EVENT") {
			events.push(entry);
			continue;
		}
		if (node === null) {
			continue;
		}
		const all = entry.kind.startsWith("LICENCE") ? licences : controls;
		const name = node.__typename === "Licence" ? (node.customer?.name ?? node.holder?.name ?? "firms not named") : node.name;
		const lane = all.get(node.key) ?? { key: node.key, name, page: pageOf(node.__typename) };
		all.set(node.key, lane);
		switch (entry.kind) {
			case "CONTROL_ANNOUNCED":
				lane.announced = entry.day;
				break;
			case "CONTROL_EFFECTIVE":
				lane.effective = entry.day;
				break;
			case "CONTROL_SUSPENDED":
				lane.suspendedFrom = entry.day;
				lane.suspendedUntil = entry.until === null ? undefined : lastDay(entry.until);
				break;
			case "CONTROL_REVIVED":
				lane.revived = entry.day;
				break;
			case "LICENCE_GRANTED":
				lane.granted = entry;
				break;
			case "LICENCE_EXPIRES":
				lane.expires = entry.lastDay;
				lane.computed = entry.flags.includes("END_COMPUTED");
				break;
		}
	}
	return { controls: [...controls.values()], licences: [...licences.values()], events };
}

function layout({ controls, licences, events }: ReturnType<typeof lanesOf>, from: string, today: string, newest: string, width: number) {
	const left = width < 800 ? 190 : 330;
	const last = addDays(today, 120);
	const span = Math.max(1, dayNumber(last) - dayNumber(from));
	const x = (day: string) => left + Math.max(0, Math.min(1, (dayNumber(day) - dayNumber(from)) / span)) * (width - left);
	const line = 18;
	const marks: Mark[] = [];
	const heads: { text: string; y: number }[] = [];
	let y = 26;
	const head = (text: string) => {
		heads.push({ text, y: y + 14 });
		y += 24;
	};
	const bar = (cls: string, a: string, b: string, at: number) => (
		<rect class={cls} x={x(a)} y={at + 4} width={Math.max(1, x(b) - x(a))} height={10} />
	);
	const name = (lane: Lane, at: number) => (
		<text class="label tick" x={0} y={at + 13}>
			{shorten(lane.name, left - 14, 6)}
		</text>
	);
	head(`Controls (${controls.length})`);
	for (const lane of controls) {
		const at = y;
		const start = lane.effective;
		const pause = lane.suspendedFrom;
		const end = lane.revived ?? (lane.suspendedUntil === undefined ? last : addDays(lane.suspendedUntil, 1));
		const told = `${start === undefined ? "first day not stated" : `in force from ${start}`}${pause === undefined ? "" : `, suspended from ${pause} to ${lane.suspendedUntil ?? "open"}`}`;
		marks.push({
			key: lane.key,
			label: `${shorten(lane.name, left - 14, 6)}, ${lane.name}, ${told}`,
			tip: `${lane.name}: ${told}`,
			open: () => go(link(lane.page, lane.key)),
			x: 0,
			y: at,
			width,
			height: line,
			draw: (
				<g>
					{name(lane, at)}
					{lane.announced !== undefined && start !== undefined && lane.announced < start && (
						<rect class="exposed" x={x(lane.announced)} y={at + 8.5} width={Math.max(0, x(start) - x(lane.announced))} height={1.2} />
					)}
					{start !== undefined && (pause === undefined || start < pause) && bar("exposed", start, pause ?? newest, at)}
					{pause === undefined && start !== undefined && bar("unknown", start > newest ? start : newest, last, at)}
					{pause !== undefined && bar("suspended", pause, end, at)}
					{pause !== undefined && end < last && bar("unknown", end, last, at)}
				</g>
			),
		});
		y += line;
	}
	y += 8;
	head(`Licences reported as granted (${licences.length})`);
	for (const lane of licences) {
		const at = y;
		const granted = lane.granted;
		const start = granted?.day ?? from;
		const told = `granted ${granted?.date ?? "unknown"}, ${lane.expires === undefined ? "end not stated" : `ends ${lane.expires}`}`;
		marks.push({
			key: lane.key,
			label: `${shorten(lane.name, left - 14, 6)}, ${lane.name}, ${told}`,
			tip: `${lane.name}: ${told}`,
			open: () => go(link(lane.page, lane.key)),
			x: 0,
			y: at,
			width,
			height: line,
			draw: (
				<g>
					{name(lane, at)}
					{granted !== undefined &&
						lane.expires !== undefined &&
						bar(lane.computed === true ? "computed" : "safe", start, lane.expires, at)}
					{granted !== undefined && lane.expires === undefined && bar("unknown", start, addDays(granted.lastDay, 30), at)}
				</g>
			),
		});
		y += line;
	}
	y += 8;
	head(`Events (${events.length})`);
	const stack = new Map<number, number>();
	let high = 0;
	for (const entry of events) {
		const at = Math.round(x(firstDay(entry.day)) / 10) * 10;
		const level = stack.get(at) ?? 0;
		stack.set(at, level + 1);
		high = Math.max(high, level + 1);
		marks.push({
			key: entry.id,
			label: `${entry.title}, ${entry.date ?? entry.day}`,
			tip: `${entry.date ?? entry.day}: ${entry.title}`,
			open: () => entry.node !== null && go(link(pageOf(entry.node.__typename), entry.node.key)),
			x: at - 5,
			y: y + level * 10,
			width: 10,
			height: 10,
			draw: <circle class="event" cx={at} cy={y + level * 10 + 5} r={4.3} />,
		});
	}
	y += high * 10 + 6;
	const years: string[] = [];
	for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
		for (const month of ["01", "07"]) {
			const day = `${year}-${month}-01`;
			if (day >= from && day <= last) {
				years.push(day);
			}
		}
	}
	return {
		height: y,
		marks,
		behind: (
			<g>
				{years.map((day) => (
					<g key={day}>
						<line class="line" x1={x(day)} x2={x(day)} y1={20} y2={y} />
						<text class={day.endsWith("01-01") ? "tick name" : "tick"} x={x(day)} y={12} text-anchor="middle">
							{day.endsWith("01-01") ? day.slice(0, 4) : "Jul"}
						</text>
					</g>
				))}
				{heads.map((one) => (
					<text key={one.text} class="tick name" x={0} y={one.y}>
						{capital(one.text)}
					</text>
				))}
			</g>
		),
		front: <line class="ink" x1={x(today)} x2={x(today)} y1={18} y2={y} stroke-dasharray="2 3" />,
	};
}

function earlier(a: string, b: string): string {
	return a < b ? a : b;
}
