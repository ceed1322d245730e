import { ask } from "../api/client";
import { useQuery } from "../api/useQuery";
import { count, digits, mass, masses } from "../format";
import {
	ElementControlsDocument,
	ExposureByStageDocument,
	type ExposureByStageQuery,
	ItemCompositionDocument,
	type ItemCompositionQuery,
	ItemControlsDocument,
	ItemPageDocument,
	type ItemPageQuery,
	ItemUsesDocument,
	UseReceiptDocument,
} from "../gql/graphql";
import { Chart, shorten } from "../parts/Chart";
import { Figure } from "../parts/Figure";
import { Market } from "../parts/Market";
import { NodeLink, NodeLinks } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { PassagePill, StatePill } from "../parts/Pills";
import { StageExposure, stageTitle } from "../parts/StageExposure";
import { massState, sourceKeys } from "../parts/state";
import { id, keys, set } from "../state/address";
import { type Opened, ofReceipt, ofRows, opened } from "../state/receipt";
import { oneOf } from "../state/url";
import { view } from "../state/view";
import { capital, kindOf, words } from "../words";

type Item = NonNullable<ItemPageQuery["view"]["item"]>;
const uses = ["UNKNOWN", "CIVILIAN", "MILITARY"] as const;

/** An element, material, component or product: what it rests on, what is in it, who makes it, what holds it back at the border. */
export function ItemPage() {
	const { data, faults, waiting } = useQuery(ItemPageDocument, { ...view.value, id: id.value });
	const endUse = oneOf(keys.value.enduse, uses).value;
	const exposure = useQuery(ExposureByStageDocument, { ...view.value, id: id.value, country: "CN", endUse });
	const item = data?.view.item ?? null;
	if (item === null) {
		return (
			<>
				<Head title={waiting ? "Asking…" : "There is no item of that name"} />
				{waiting && <Waiting />}
				<Faults of={faults} />
			</>
		);
	}
	const element = item.__typename === "Element";
	return (
		<>
			<Head
				title={
					element
						? `${item.name} (${item.symbol}): where it goes, and who holds it`
						: stageTitle(item.name, exposure.data?.view.any?.nodes[0])
				}
			>
				{describe(item)}
				{item.aliases.length > 0 && <> Also: {item.aliases.map((alias) => alias.text).join(", ")}.</>}
			</Head>
			<Faults of={faults} />
			{!element && <StageExposure asked={exposure} name={item.name} id={item.key} />}
			{!element && <Composition item={item} />}
			{element && <Uses item={item} />}
			{!element && <Border asked={exposure.data} endUse={endUse} />}
			<Controls item={item} />
			<Needs item={item} />
			<Market id={item.key} name={item.name} />
			<Outputs item={item} />
			<Makers item={item} />
			<Substitutes item={item} />
			<Kinds item={item} />
		</>
	);
}

function describe(item: Item): string {
	const parts: string[] = [kindOf(item.__typename)];
	if (item.__typename === "Product") {
		parts.push(words(item.sector), `end use: ${words(item.endUse)}`);
	} else if (item.__typename === "Component") {
		parts.push(words(item.kind));
	} else if (item.__typename === "Material") {
		parts.push(words(item.form), ...(item.hsCodes.length > 0 ? [`HS ${item.hsCodes.join(", ")}`] : []));
	} else if (item.__typename === "Element") {
		parts.push(item.group === "NON_RARE_EARTH" ? words(item.group) : `${words(item.group)} rare earth`);
	}
	if (item.unit !== null) {
		parts.push(item.unit === "UNIT" ? "counted in pieces" : `counted in ${item.unit === "KG" ? "kg" : "MW"}`);
	}
	return `${capital(parts.join(" · "))}.${item.note === null ? "" : ` ${item.note}.`}`;
}

type Part = NonNullable<ItemCompositionQuery["view"]["composition"]>["elements"][number];

/** What is in one unit, by element, with what is not known beside it. */
function Composition({ item }: { item: Item }) {
	const { data, faults } = useQuery(ItemCompositionDocument, { ...view.value, id: item.key });
	const found = data?.view.composition;
	if (found === null || found === undefined) {
		return faults.length > 0 ? <Faults of={faults} /> : <Waiting />;
	}
	const parts = found.elements;
	const unknown = parts.filter((part) => massState(part.kilograms, part.complete) !== "KNOWN").length;
	const unit = found.unit === "MW" ? "megawatt" : found.unit === "KG" ? "kilogram" : "piece";
	const title =
		parts.length === 0
			? "No recipe says what is in it"
			: unknown === 0
				? `${count(parts.length, "element")} in one ${unit}, all with an amount`
				: `${count(parts.length, "element")} in one ${unit}; for ${unknown} the amount is not known in full`;
	const receipt = (part: Part): Opened => partReceipt(part.element, item, masses(part.kilograms, part.complete), unit);
	return (
		<>
			<Figure
				title={title}
				rows={parts}
				columns={[
					{ head: "element", value: (part) => part.element.name, cell: (part) => <NodeLink of={part.element} /> },
					{
						head: "kilograms",
						numeric: true,
						value: (part) => part.kilograms.mid,
						cell: (part) => (
							<Num receipt={() => receipt(part)}>
								{part.kilograms.mid === null && part.kilograms.low === null ? <Unknown /> : masses(part.kilograms)}
							</Num>
						),
					},
					{ head: "low", numeric: true, fileOnly: true, value: (part) => part.kilograms.low },
					{ head: "high", numeric: true, fileOnly: true, value: (part) => part.kilograms.high },
					{
						head: "state",
						value: (part) => massState(part.kilograms, part.complete),
						cell: (part) => words(massState(part.kilograms, part.complete)),
					},
					{ head: "present", value: (part) => part.presence, cell: (part) => (part.presence === "PRESENT" ? "surely" : "possibly") },
					{ head: "through", value: (part) => part.via.map((via) => via.name).join("; ") },
					{ head: "confidence", value: (part) => part.confidence, cell: (part) => words(part.confidence) },
				]}
				sources={(part) => sourceKeys(part.receipt.rows)}
				legend={
					<ul class="legend" aria-label="Legend">
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="group-LIGHT" width="6" height="10" />
								<rect class="group-MEDIUM" x="6" width="6" height="10" />
								<rect class="group-HEAVY" x="12" width="6" height="10" />
							</svg>
							amount: light, medium, heavy rare earth
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="group-NON_RARE_EARTH" width="18" height="10" />
							</svg>
							other element
						</li>
						<li>
							<svg width="18" height="10" aria-hidden="true">
								<rect class="unknown" width="18" height="10" />
							</svg>
							and an amount that is not known
						</li>
					</ul>
				}
				none="The data do not say what it is made of. That is unknown, not free of everything."
				caption={
					<>
						Contained mass along the recipe; essential inputs add, alternatives do not. Bars share a logarithmic scale.
						{found.lumps.length > 0 && (
							<>
								{" "}
								Besides, sources state totals that name no element, never added:{" "}
								{found.lumps.map((lump, i) => (
									<span key={lump.item.key}>
										{i > 0 && ", "}
										<Num
											receipt={() => ofReceipt(`${lump.item.name} in ${item.name}`, masses(lump.kilograms, lump.complete), lump.receipt)}
										>
											{lump.item.name}: {masses(lump.kilograms, lump.complete)}
										</Num>
									</span>
								))}
								.
							</>
						)}
					</>
				}
			>
				{parts.length > 0 ? <Chart label={title} layout={(width) => massBars(parts, width, receipt)} /> : undefined}
			</Figure>
			<Cautions of={found.flags} />
		</>
	);
}

/** The receipt of an element's mass in an item, fetched when it is opened. */
function partReceipt(element: { key: string; name: string }, item: { key: string; name: string }, value: string, unit: string): Opened {
	const title = `${element.name} in one ${unit} of ${item.name}`;
	return {
		title,
		value,
		load: async () => {
			const { data } = await ask(UseReceiptDocument, { ...view.value, id: item.key, element: element.key });
			const receipt = data?.view.composition?.elements[0]?.receipt;
			return receipt === undefined ? null : ofReceipt(title, value, receipt);
		},
	};
}

function massBars(parts: readonly Part[], width: number, receipt: (part: Part) => Opened) {
	const narrow = width < 640;
	const left = narrow ? 104 : 170;
	const right = narrow ? 120 : 210;
	const bar = width - left - right - 30;
	const stated = parts.flatMap((part) => part.kilograms.mid ?? []).filter((kg) => kg > 0);
	const high = Math.ceil(Math.log10(Math.max(1e-3, ...stated)));
	const low = Math.min(high - 2, Math.floor(Math.log10(Math.min(1, ...stated))) - 1);
	const at = (kg: number) => Math.max(3, ((Math.log10(kg) - low) / (high - low)) * bar);
	const line = 24;
	const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((_, i, all) => all.length < 7 || i % 2 === 0);
	return {
		height: 22 + parts.length * line + 4,
		behind: (
			<g>
				{ticks.map((tick) => (
					<g key={tick}>
						<line
							class="line"
							x1={left + ((tick - low) / (high - low)) * bar}
							x2={left + ((tick - low) / (high - low)) * bar}
							y1={18}
							y2={22 + parts.length * line}
						/>
						<text class="tick" x={left + ((tick - low) / (high - low)) * bar} y={12} text-anchor="middle">
							{mass(10 ** tick)}
						</text>
					</g>
				))}
			</g>
		),
		marks: parts.map((part, i) => {
			const y = 22 + i * line;
			const name = shorten(part.element.name, left - 10);
			const said = `${masses(part.kilograms, part.complete)}${part.presence === "POSSIBLE" ? " (possibly)" : ""}`;
			const kg = part.kilograms.mid;
			const long = kg === null || kg === 0 ? 0 : at(kg);
			return {
				key: part.element.key,
				label: `${name}${said}, ${part.element.name}`,
				tip: `${part.element.name}: ${said}; confidence ${words(part.confidence)}`,
				open: () => {
					opened.value = receipt(part);
				},
				x: 0,
				y,
				width,
				height: line,
				draw: (
					<g>
						<text class="label" x={0} y={y + 16}>
							{name}
						</text>
						{long > 0 && <rect class={`group-${part.element.group}`} x={left} y={y + 5} width={long} height={13} />}
						{(!part.complete || long === 0) && <rect class="unknown" x={left + long} y={y + 5} width={long === 0 ? bar : 26} height={13} />}
						<text class="tick" x={width} y={y + 16} text-anchor="end">
							{said}
						</text>
					</g>
				),
			};
		}),
	};
}

/** Into which products an element goes, and how much of it. */
function Uses({ item }: { item: Item }) {
	const { data, faults } = useQuery(ItemUsesDocument, { ...view.value, id: item.key });
	const found = data?.view.uses;
	if (found === null || found === undefined) {
		return faults.length > 0 ? <Faults of={faults} /> : <Waiting />;
	}
	const stated = found.nodes.filter((use) => use.kilogramsPerUnit.mid !== null).length;
	const name = (use: (typeof found.nodes)[number]) => use.item.name;
	return (
		<Figure
			title={`In ${count(found.totalCount, "product")}; for ${stated} of them an amount is known`}
			rows={found.nodes}
			most={15}
			columns={[
				{ head: "product", value: name, cell: (use) => <NodeLink of={use.item} /> },
				{
					head: "kilograms in one",
					numeric: true,
					value: (use) => use.kilogramsPerUnit.mid,
					cell: (use) => (
						<Num receipt={() => partReceipt(item, use.item, masses(use.kilogramsPerUnit, use.complete), "unit")}>
							{use.kilogramsPerUnit.mid === null ? <Unknown what="amount unknown" /> : masses(use.kilogramsPerUnit, use.complete)}
						</Num>
					),
				},
				{
					head: "per",
					value: (use) => use.item.unit,
					cell: (use) => (use.item.unit === "MW" ? "MW" : use.item.unit === "KG" ? "kg" : "piece"),
				},
				{
					head: "state",
					value: (use) => massState(use.kilogramsPerUnit, use.complete),
					cell: (use) => words(massState(use.kilogramsPerUnit, use.complete)),
				},
				{ head: "present", value: (use) => use.presence, cell: (use) => (use.presence === "PRESENT" ? "surely" : "possibly") },
				{ head: "confidence", value: (use) => use.confidence, cell: (use) => words(use.confidence) },
			]}
			caption="Contained mass in one unit of the product, through any number of steps."
		/>
	);
}

/** How the law of the controlling country stands on what it is made from. */
function Border({ asked, endUse }: { asked: ExposureByStageQuery | null; endUse: (typeof uses)[number] }) {
	const access = asked?.view.any?.nodes[0]?.access;
	if (access === undefined) {
		return <Waiting />;
	}
	return (
		<section class="part">
			<h2>What China's export controls do to it</h2>
			<div class="controls">
				<label>
					Its use is taken as
					<select
						value={endUse}
						onChange={(event) => set({ enduse: event.currentTarget.value === "UNKNOWN" ? null : event.currentTarget.value })}
					>
						{uses.map((use) => (
							<option key={use} value={use}>
								{use === "UNKNOWN" ? "not stated" : words(use)}
							</option>
						))}
					</select>
				</label>
			</div>
			{access === null ? (
				<p>
					<Unknown what="unknown" /> on this day: it lies before the record of controls.
				</p>
			) : (
				<>
					<p>
						Strictest state met on the way: <PassagePill passage={access.state} />
					</p>
					<Figure
						title={`${count(access.barriers.length, "shipment")} on the way that are not open`}
						heading={false}
						rows={access.barriers}
						columns={[
							{ head: "what crosses", value: (one) => one.item.name, cell: (one) => <NodeLink of={one.item} /> },
							{ head: "to", value: (one) => one.destination?.name ?? null, cell: (one) => one.destination?.name ?? "the world market" },
							{ head: "passage", value: (one) => one.passage, cell: (one) => <PassagePill passage={one.passage} /> },
							{ head: "needs", value: (one) => one.outcome, cell: (one) => words(one.outcome) },
							{
								head: "review",
								value: (one) => (one.days.low === null ? null : `${one.days.low}-${one.days.high ?? ""}`),
								cell: (one) => reviewWords(one.days),
							},
							{
								head: "controls",
								value: (one) => one.clauses.map((clause) => clause.control.key).join(" "),
								cell: (one) => <NodeLinks of={one.clauses.map((clause) => clause.control)} />,
							},
						]}
						none="None is on record."
						caption="Shipments over the border of China that are not open, by the written rules of the day."
					/>
				</>
			)}
		</section>
	);
}

export function reviewWords(days: { low: number | null; high: number | null; unlimited: boolean }): preact.ComponentChildren {
	if (days.unlimited) {
		return `from ${days.low ?? 0} days, without limit`;
	}
	if (days.low === null && days.high === null) {
		return <Unknown />;
	}
	return days.low === 0 && days.high === 0 ? "none" : `${days.low ?? "?"}–${days.high ?? "?"} days`;
}

function Controls({ item }: { item: Item }) {
	const element = item.__typename === "Element";
	const variables = { ...view.value, id: item.key };
	const direct = useQuery(ItemControlsDocument, element ? null : variables).data?.view.controls?.nodes;
	const around = useQuery(ElementControlsDocument, element ? variables : null).data?.view.timeline?.nodes.flatMap(({ node }) =>
		node?.__typename === "Control" ? [node] : [],
	);
	const rows = element ? around : direct;
	if (rows === undefined) {
		return null;
	}
	const live = rows.filter((one) => one.state === "ACTIVE").length;
	const paused = rows.filter((one) => one.state === "SUSPENDED" || one.state === "REVIVED").length;
	return (
		<Figure
			title={
				rows.length === 0
					? element
						? "No control on record names it or what holds it"
						: "No control on record names it"
					: `Named by ${count(rows.length, "control")}: ${live} in force, ${paused} suspended or run out of suspension`
			}
			rows={rows}
			most={12}
			columns={[
				{ head: "control", value: (one) => one.name, cell: (one) => <NodeLink of={one} /> },
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
			none="That no control names it does not prove that it is free: see what it is made of."
			caption={
				element
					? "Controls that cover its oxides, compounds, metals, targets, or groups of them."
					: "Controls that cover the item, one of its classes or groups."
			}
		/>
	);
}

function amount(feed: {
	quantity: number | null;
	quantityLow: number | null;
	quantityHigh: number | null;
	unit: string;
}): preact.ComponentChildren {
	if (feed.quantity === null && feed.quantityLow === null) {
		return <Unknown what="amount unknown" />;
	}
	const range = feed.quantityLow !== null && feed.quantityHigh !== null && feed.quantityLow !== feed.quantityHigh;
	return `${range ? `${digits(feed.quantityLow ?? 0, 3)}–${digits(feed.quantityHigh ?? 0, 3)}` : digits(feed.quantity ?? feed.quantityLow ?? 0, 3)} ${words(feed.unit)}`;
}

function Needs({ item }: { item: Item }) {
	const rows = item.inputs.nodes;
	if (item.__typename === "Element") {
		return null;
	}
	const unknown = rows.filter((feed) => feed.quantity === null).length;
	return (
		<Figure
			title={
				rows.length === 0
					? "What goes into it is not on record"
					: `${count(item.inputs.totalCount, "input")} in its recipe; ${unknown} without an amount`
			}
			rows={rows}
			most={15}
			columns={[
				{ head: "input", value: (feed) => feed.from.name, cell: (feed) => <NodeLink of={feed.from} /> },
				{
					head: "amount",
					numeric: true,
					value: (feed) => feed.quantity,
					cell: (feed) => (
						<Num
							receipt={() =>
								ofRows(
									`${feed.from.name} in ${item.name}`,
									feed.quantity === null ? "amount unknown" : `${feed.quantity} ${words(feed.unit)}`,
									[feed.row],
								)
							}
						>
							{amount(feed)}
						</Num>
					),
				},
				{ head: "low", fileOnly: true, value: (feed) => feed.quantityLow },
				{ head: "high", fileOnly: true, value: (feed) => feed.quantityHigh },
				{ head: "unit", fileOnly: true, value: (feed) => feed.unit },
				{ head: "state", fileOnly: true, value: (feed) => (feed.quantity === null ? "MASS_UNKNOWN" : "KNOWN") },
				{ head: "role", value: (feed) => (feed.essential ? "essential" : "alternative") },
				{ head: "confidence", value: (feed) => feed.confidence, cell: (feed) => words(feed.confidence) },
			]}
			sources={(feed) => sourceKeys([feed.row])}
			none="That is unknown, not free of everything."
			caption="Direct inputs for one unit. Essential inputs are all needed; of alternatives any one serves."
		/>
	);
}

function Outputs({ item }: { item: Item }) {
	if (item.outputs.nodes.length === 0) {
		return null;
	}
	return (
		<Figure
			title={`Goes into ${count(item.outputs.totalCount, "item")}`}
			rows={item.outputs.nodes}
			most={12}
			columns={[
				{ head: "item", value: (feed) => feed.to.name, cell: (feed) => <NodeLink of={feed.to} /> },
				{
					head: "amount",
					numeric: true,
					value: (feed) => feed.quantity,
					cell: (feed) => (
						<Num
							receipt={() =>
								ofRows(`${item.name} in ${feed.to.name}`, feed.quantity === null ? "amount unknown" : String(feed.quantity), [feed.row])
							}
						>
							{amount(feed)}
						</Num>
					),
				},
				{ head: "unit", fileOnly: true, value: (feed) => feed.unit },
				{ head: "role", value: (feed) => (feed.essential ? "essential" : "alternative") },
				{ head: "confidence", value: (feed) => feed.confidence, cell: (feed) => words(feed.confidence) },
			]}
			sources={(feed) => sourceKeys([feed.row])}
			caption={
				item.outputs.totalCount > item.outputs.nodes.length
					? `The first ${item.outputs.nodes.length} of ${item.outputs.totalCount}.`
					: "Direct uses by recipe."
			}
		/>
	);
}

function Makers({ item }: { item: Item }) {
	if (item.__typename === "Element") {
		return null;
	}
	return (
		<Figure
			title={item.makers.nodes.length === 0 ? "No maker is on record" : `${count(item.makers.totalCount, "maker")} on record`}
			rows={item.makers.nodes}
			most={12}
			columns={[
				{ head: "firm", value: (making) => making.firm.name, cell: (making) => <NodeLink of={making.firm} /> },
				{ head: "country", value: (making) => making.firm.country.name },
				{
					head: "confidence",
					value: (making) => making.confidence,
					cell: (making) => (
						<Num receipt={() => ofRows(`${making.firm.name} makes ${item.name}`, words(making.confidence), [making.row])}>
							{words(making.confidence)}
						</Num>
					),
				},
			]}
			sources={(making) => sourceKeys([making.row])}
			none="Somebody makes it; the data do not say who."
			caption="The list is never complete: firms not on record may make it too."
		/>
	);
}

function Substitutes({ item }: { item: Item }) {
	if (item.substitutes.nodes.length === 0) {
		return null;
	}
	return (
		<Figure
			title={`${count(item.substitutes.totalCount, "substitute")} on record`}
			rows={item.substitutes.nodes}
			most={10}
			columns={[
				{ head: "substitute", value: (one) => one.substitute.name, cell: (one) => <NodeLink of={one.substitute} /> },
				{
					head: "for use in",
					value: (one) => one.forItem?.name ?? null,
					cell: (one) => (one.forItem === null ? "any use" : <NodeLink of={one.forItem} />),
				},
				{ head: "readiness", value: (one) => one.readiness, cell: (one) => words(one.readiness) },
				{
					head: "performance",
					numeric: true,
					value: (one) => one.performance,
					cell: (one) => (
						<Num
							receipt={() =>
								ofRows(
									`${one.substitute.name} for ${item.name}`,
									one.performance === null ? "performance unknown" : `${one.performance} %`,
									[one.row],
								)
							}
						>
							{one.performance === null ? <Unknown /> : `${one.performance} %`}
						</Num>
					),
				},
				{ head: "remark", value: (one) => one.note },
			]}
			sources={(one) => sourceKeys([one.row])}
			caption="Performance against the original; unknown where nobody states it."
		/>
	);
}

function Kinds({ item }: { item: Item }) {
	if (item.classes.length + item.grades.length + item.groups.length === 0) {
		return null;
	}
	return (
		<section class="part">
			<h2>Classes, grades and groups</h2>
			<dl class="facts">
				{item.classes.length > 0 && (
					<>
						<dt>is a kind of</dt>
						<dd>
							<NodeLinks of={item.classes} />
						</dd>
					</>
				)}
				{item.grades.length > 0 && (
					<>
						<dt>has kinds</dt>
						<dd>
							<NodeLinks of={item.grades} />
						</dd>
					</>
				)}
				{item.groups.length > 0 && (
					<>
						<dt>in groups</dt>
						<dd>
							<NodeLinks of={item.groups} />
						</dd>
					</>
				)}
			</dl>
		</section>
	);
}
