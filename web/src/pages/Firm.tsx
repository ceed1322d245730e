import { useQuery } from "../api/useQuery";
import { count, digits, percent, share } from "../format";
import { ExposureByStageDocument, ExposureLinesDocument, FirmLicencesDocument, FirmPageDocument, type FirmPageQuery } from "../gql/graphql";
import { Bar } from "../parts/Bar";
import { Figure } from "../parts/Figure";
import { NodeLink, NodeLinks } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Faults, Head, Waiting } from "../parts/Page";
import { StatePill, VerdictPill } from "../parts/Pills";
import { StageExposure, stageTitle } from "../parts/StageExposure";
import { sourceKeys } from "../parts/state";
import { id } from "../state/address";
import { ofReceipt, ofRows } from "../state/receipt";
import { view } from "../state/view";
import { words } from "../words";

type Firm = NonNullable<FirmPageQuery["view"]["firm"]>;

/** A firm: what it rests on, what it makes and where, whom it buys from and sells to, its licences and listings. */
export function FirmPage() {
	const { data, faults, waiting } = useQuery(FirmPageDocument, { ...view.value, id: id.value });
	const exposure = useQuery(ExposureByStageDocument, { ...view.value, id: id.value, country: "CN", endUse: "UNKNOWN" });
	const firm = data?.view.firm ?? null;
	if (firm === null) {
		return (
			<>
				<Head title={waiting ? "Asking…" : "There is no firm of that name"} />
				{waiting && <Waiting />}
				<Faults of={faults} />
			</>
		);
	}
	const listed = data?.view.listedEntities?.nodes ?? [];
	return (
		<>
			<Head title={stageTitle(firm.name, exposure.data?.view.any?.nodes[0])}>
				<NodeLink of={firm.country} /> ·{" "}
				{firm.roles.length === 0 ? <Unknown what="what it does is not stated" /> : firm.roles.map(words).join(", ")}
				{firm.ticker !== null && ` · ${firm.ticker}`}
				{firm.aliases.length > 0 && ` · also: ${firm.aliases.map((alias) => alias.text).join(", ")}`}
				{firm.note !== null && ` · ${firm.note}`}
			</Head>
			<Faults of={faults} />
			<StageExposure asked={exposure} name={firm.name} id={firm.key} />
			<Lines firm={firm} />
			<Plants firm={firm} />
			<Sales firm={firm} />
			<Holdings firm={firm} />
			<Licences firm={firm} />
			{listed.length > 0 && (
				<Figure
					title={`Named on ${count(listed.length, "list")}`}
					rows={listed}
					columns={[
						{ head: "control", value: (one) => one.control.name, cell: (one) => <NodeLink of={one.control} /> },
						{
							head: "list",
							value: (one) => one.list,
							cell: (one) => <Num receipt={() => ofRows(one.control.name, words(one.list), [one.row])}>{words(one.list)}</Num>,
						},
						{ head: "state", value: (one) => one.control.state, cell: (one) => <StatePill state={one.control.state} /> },
						{ head: "named as", value: (one) => one.name },
					]}
					sources={(one) => sourceKeys([one.row])}
				/>
			)}
		</>
	);
}

function Lines({ firm }: { firm: Firm }) {
	const { data } = useQuery(ExposureLinesDocument, { ...view.value, id: firm.key, to: { countries: ["CN"] } });
	const lines = data?.view.exposure?.nodes[0]?.lines ?? [];
	if (data === null) {
		return <Waiting />;
	}
	return (
		<Figure
			title={lines.length === 0 ? "No need of it is on record" : `${count(lines.length, "need")}, by how far each rests on China`}
			rows={lines}
			most={12}
			columns={[
				{ head: "what it needs", value: (line) => line.item.name, cell: (line) => <NodeLink of={line.item} /> },
				{
					head: "verdict",
					value: (line) => line.verdict,
					cell: (line) => <VerdictPill verdict={line.verdict} certainty={line.certainty} />,
				},
				{
					head: "share",
					bar: true,
					value: (line) => line.share.estimate,
					cell: (line) => <Bar share={line.share} verdict={line.verdict} basis={line.basis} />,
				},
				{
					head: "estimate",
					numeric: true,
					value: (line) => line.share.estimate,
					cell: (line) => (
						<Num
							receipt={() => ofReceipt(`${line.item.name} of ${firm.name}: dependence on China`, share(line.share.estimate), line.receipt)}
						>
							{line.share.estimate === null || line.verdict === "UNKNOWN" ? <Unknown /> : share(line.share.estimate)}
						</Num>
					),
				},
				{ head: "at least", numeric: true, value: (line) => line.share.low, cell: (line) => share(line.share.low) },
				{ head: "at most", numeric: true, value: (line) => line.share.high, cell: (line) => share(line.share.high) },
			]}
			sources={(line) => sourceKeys(line.receipt.rows)}
			none="That is unknown, not free of everything."
			caption="What it buys, or needs for what it makes; the strongest first."
		/>
	);
}

function Plants({ firm }: { firm: Firm }) {
	return (
		<>
			<Figure
				title={firm.plants.nodes.length === 0 ? "No plant of it is on record" : `${count(firm.plants.totalCount, "plant")} on record`}
				rows={firm.plants.nodes}
				columns={[
					{ head: "plant", value: (one) => one.facility.name, cell: (one) => <NodeLink of={one.facility} /> },
					{ head: "country", value: (one) => one.facility.country.name },
					{ head: "step", value: (one) => one.facility.stage, cell: (one) => words(one.facility.stage) },
					{ head: "status", value: (one) => one.facility.status, cell: (one) => words(one.facility.status) },
					{ head: "since", numeric: true, value: (one) => one.facility.startYear, cell: (one) => one.facility.startYear ?? <Unknown /> },
					{
						head: "stake",
						numeric: true,
						value: (one) => one.stake,
						cell: (one) => (
							<Num receipt={() => ofRows(`Stake of ${firm.name} in ${one.facility.name}`, percent(one.stake), [one.row])}>
								{one.stake === null ? <Unknown what="not stated" /> : percent(one.stake)}
							</Num>
						),
					},
				]}
				sources={(one) => sourceKeys([one.row])}
				caption="Plants it runs or holds. The state is that of mid-2026 or the latest known."
			/>
			<section class="part">
				<h2>Makes</h2>
				<NodeLinks of={firm.makes.nodes.map((one) => one.item)} none="nothing on record" />
			</section>
		</>
	);
}

type Buy = Firm["buys"]["nodes"][number];

function Sales({ firm }: { firm: Firm }) {
	const columns = <R extends Pick<Buy, "share" | "volumeTonnesPerYear" | "start" | "end" | "status" | "confidence" | "row" | "item">>(
		title: (row: R) => string,
	) => [
		{ head: "item", value: (row: R) => row.item.name, cell: (row: R) => <NodeLink of={row.item} /> },
		{
			head: "share of the buyer's supply",
			numeric: true,
			value: (row: R) => row.share,
			cell: (row: R) => (
				<Num receipt={() => ofRows(title(row), percent(row.share), [row.row])}>
					{row.share === null ? <Unknown what="not stated" /> : percent(row.share)}
				</Num>
			),
		},
		{
			head: "tonnes a year",
			numeric: true,
			value: (row: R) => row.volumeTonnesPerYear,
			cell: (row: R) => (row.volumeTonnesPerYear === null ? <Unknown what="not stated" /> : digits(row.volumeTonnesPerYear, 4)),
		},
		{ head: "from", value: (row: R) => row.start, cell: (row: R) => row.start ?? <Unknown what="not stated" /> },
		{ head: "to", value: (row: R) => row.end, cell: (row: R) => row.end ?? "open" },
		{ head: "status", value: (row: R) => row.status, cell: (row: R) => (row.status === "ACTIVE" ? "running" : words(row.status)) },
		{ head: "confidence", value: (row: R) => row.confidence, cell: (row: R) => words(row.confidence) },
	];
	type Sell = Firm["sells"]["nodes"][number];
	return (
		<>
			<Figure
				title={
					firm.buys.nodes.length === 0
						? "No seller to it is on record"
						: `Buys from ${count(firm.buys.totalCount, "sale")} on record; ${firm.buys.nodes.filter((one) => one.share === null).length} state no share`
				}
				rows={firm.buys.nodes}
				most={12}
				columns={[
					{ head: "seller", value: (row: Buy) => row.supplier.name, cell: (row: Buy) => <NodeLink of={row.supplier} /> },
					...columns<Buy>((row) => `${row.supplier.name} sells ${row.item.name} to ${firm.name}`),
				]}
				sources={(row) => sourceKeys([row.row])}
				none="Somebody serves it; the data do not say who."
				caption="The list of sellers is never complete."
			/>
			<Figure
				title={
					firm.sells.nodes.length === 0 ? "No buyer from it is on record" : `Sells in ${count(firm.sells.totalCount, "sale")} on record`
				}
				rows={firm.sells.nodes}
				most={12}
				columns={[
					{ head: "buyer", value: (row: Sell) => row.buyer.name, cell: (row: Sell) => <NodeLink of={row.buyer} /> },
					...columns<Sell>((row) => `${firm.name} sells ${row.item.name} to ${row.buyer.name}`),
				]}
				sources={(row) => sourceKeys([row.row])}
				caption="The list of buyers is never complete."
			/>
		</>
	);
}

function Holdings({ firm }: { firm: Firm }) {
	const rows = [
		...firm.owners.nodes.map((one) => ({ way: "held by", other: one.owner, stake: one.stake, row: one.row })),
		...firm.owned.nodes.map((one) => ({ way: "holds", other: one.owned, stake: one.stake, row: one.row })),
	];
	if (rows.length === 0) {
		return null;
	}
	return (
		<Figure
			title="Who holds it, and whom it holds"
			rows={rows}
			columns={[
				{ head: "way", value: (row) => row.way },
				{ head: "firm", value: (row) => row.other.name, cell: (row) => <NodeLink of={row.other} /> },
				{
					head: "stake",
					numeric: true,
					value: (row) => row.stake,
					cell: (row) => (
						<Num receipt={() => ofRows(`${firm.name} ${row.way} ${row.other.name}`, percent(row.stake), [row.row])}>
							{row.stake === null ? <Unknown what="not stated" /> : percent(row.stake)}
						</Num>
					),
				},
			]}
			sources={(row) => sourceKeys([row.row])}
		/>
	);
}

function Licences({ firm }: { firm: Firm }) {
	const { data } = useQuery(FirmLicencesDocument, { ...view.value, id: firm.key });
	const rows = [...(data?.view.held?.nodes ?? []), ...(data?.view.used?.nodes ?? [])];
	if (rows.length === 0) {
		return null;
	}
	return (
		<Figure
			title={`${count(rows.length, "licence")} reported as granted`}
			rows={rows}
			columns={[
				{ head: "licence", value: (one) => one.key, cell: (one) => <NodeLink of={one} /> },
				{
					head: "exporter",
					value: (one) => one.holder?.name ?? null,
					cell: (one) => (one.holder === null ? <Unknown what="not named" /> : <NodeLink of={one.holder} />),
				},
				{
					head: "customer",
					value: (one) => one.customer?.name ?? null,
					cell: (one) => (one.customer === null ? <Unknown what="not named" /> : <NodeLink of={one.customer} />),
				},
				{
					head: "item",
					value: (one) => one.item?.name ?? null,
					cell: (one) => (one.item === null ? <Unknown what="not stated" /> : <NodeLink of={one.item} />),
				},
				{
					head: "granted",
					value: (one) => one.granted,
					cell: (one) => <Num receipt={() => ofRows(one.name, one.granted, [one.row])}>{one.granted}</Num>,
				},
				{ head: "ends", value: (one) => one.expires, cell: (one) => one.expires ?? <Unknown what="not stated" /> },
			]}
			sources={(one) => sourceKeys([one.row])}
		/>
	);
}
