import { useQuery } from "../api/useQuery";
import { addDays, count } from "../format";
import { LicenceCalendarDocument, type LicenceCalendarQuery } from "../gql/graphql";
import { Figure } from "../parts/Figure";
import { NodeLink } from "../parts/NodeLink";
import { Num, Unknown } from "../parts/Num";
import { Cautions, Faults, Head, Waiting } from "../parts/Page";
import { sourceKeys } from "../parts/state";
import { keys, set } from "../state/address";
import { ofReceipt } from "../state/receipt";
import { asOf } from "../state/release";
import { isDay } from "../state/url";
import { date, view } from "../state/view";
import { caution } from "../words";

type Cover = NonNullable<LicenceCalendarQuery["view"]["licenceCalendar"]>[number];

function days({ low, high }: { low: number; high: number }): string {
	return low === high ? String(low) : `${low}–${high}`;
}

/** Who is covered by licences on record over a year, and for how many days nobody is. */
export function Licences() {
	const from = date.value ?? asOf.value ?? null;
	const to = isDay(keys.value.until) ? keys.value.until : from === null ? null : addDays(from, 364);
	const { data, faults, waiting } = useQuery(
		LicenceCalendarDocument,
		from === null ? null : { ...view.value, from, to, customers: null, holders: null },
	);
	const rows = data?.view.licenceCalendar ?? [];
	if (data === null) {
		return (
			<>
				<Head title="Licences" />
				{waiting || from === null ? <Waiting /> : <Faults of={faults} />}
			</>
		);
	}
	const open = rows.filter((row) => row.gap.low > 0).length;
	const title = `Of ${count(rows.length, "licence holding")} on record, ${open} leave days uncovered between ${from} and ${to}`;
	const name = (row: Cover) => `${row.holder?.name ?? "exporter not named"} to ${row.customer?.name ?? "customer not named"}`;
	return (
		<>
			<Head title={title}>
				A row for each exporter, customer and item as the record names them; the first to end first. Only licences that somebody reported
				are on record.
			</Head>
			<div class="controls">
				<label>
					Until
					<input type="date" value={to ?? ""} onChange={(event) => set({ until: event.currentTarget.value || null })} />
				</label>
			</div>
			<Faults of={faults} />
			<Cautions of={data.view.flags} />
			<Figure
				title={title}
				heading={false}
				rows={rows}
				most={60}
				columns={[
					{
						head: "exporter",
						value: (row) => row.holder?.name ?? null,
						cell: (row) => (row.holder === null ? <Unknown what="not named" /> : <NodeLink of={row.holder} />),
					},
					{
						head: "customer",
						value: (row) => row.customer?.name ?? null,
						cell: (row) => (row.customer === null ? <Unknown what="not named" /> : <NodeLink of={row.customer} />),
					},
					{
						head: "item",
						value: (row) => row.item?.name ?? null,
						cell: (row) => (row.item === null ? <Unknown what="not stated" /> : <NodeLink of={row.item} />),
					},
					{ head: "days that need one", numeric: true, value: (row) => row.needed },
					{ head: "covered", numeric: true, value: (row) => row.covered.low, cell: (row) => days(row.covered) },
					{
						head: "not covered",
						numeric: true,
						value: (row) => row.gap.low,
						cell: (row) => (
							<Num receipt={() => ofReceipt(`Days without a licence: ${name(row)}`, `${days(row.gap)} days`, row.receipt)}>
								{days(row.gap)}
							</Num>
						),
					},
					{
						head: "ends",
						value: (row) => row.ends,
						cell: (row) => row.ends ?? (row.covered.high === 0 ? "none valid" : <Unknown what="no end on record" />),
					},
					{ head: "cautions", value: (row) => row.flags.join(" ") || null, cell: (row) => row.flags.map(caution).join("; ") },
				]}
				sources={(row) => sourceKeys(row.receipt.rows)}
				none="No licence is on record."
				caption="Days in the span; two numbers where dates are known to the month or year only."
			/>
		</>
	);
}
