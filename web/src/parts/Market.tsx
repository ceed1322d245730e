import { useQuery } from "../api/useQuery";
import { percent } from "../format";
import { ItemMarketDocument, type ItemMarketQuery } from "../gql/graphql";
import { ofRows } from "../state/receipt";
import { view } from "../state/view";
import { words } from "../words";
import { Figure } from "./Figure";
import { NodeLink } from "./NodeLink";
import { Num, Unknown } from "./Num";
import { sourceKeys } from "./state";

type Figures = NonNullable<ItemMarketQuery["view"]["concentration"]>[number];

function range({ low, high }: { low: number | null; high: number | null }): preact.ComponentChildren {
	if (low === null || high === null) {
		return <Unknown />;
	}
	return low === high ? low.toFixed(2) : `${low.toFixed(2)}–${high.toFixed(2)}`;
}

/** Who makes an item world-wide, by country and step, as publications state it. */
export function Market({ id, name }: { id: string; name: string }) {
	const { data } = useQuery(ItemMarketDocument, { ...view.value, id });
	const rows = (data?.view.concentration ?? []).filter((one) => one.parties.length > 0);
	if (rows.length === 0) {
		return null;
	}
	const largest = rows.reduce<Figures | null>(
		(best, one) => ((one.parties[0]?.share ?? 0) > (best?.parties[0]?.share ?? 0) ? one : best),
		null,
	);
	const first = largest?.parties[0];
	const title =
		largest === null || first === undefined
			? "Who makes it world-wide"
			: `${first.node.name} makes ${percent(first.share)} of the world's ${largest.item.name} (${words(largest.stage)})`;
	return (
		<Figure
			title={title}
			rows={rows}
			most={12}
			columns={[
				{ head: "item", value: (one) => one.item.name, cell: (one) => <NodeLink of={one.item} /> },
				{ head: "step", value: (one) => one.stage, cell: (one) => words(one.stage) },
				{ head: "year", numeric: true, value: (one) => one.figureYear },
				{
					head: "largest shares",
					value: (one) => one.parties.map((party) => `${party.node.key} ${party.share}`).join("; "),
					cell: (one) => (
						<ul class="inline">
							{one.parties.slice(0, 4).map((party) => (
								<li key={party.node.key}>
									<NodeLink of={party.node} />{" "}
									<Num
										receipt={() => ofRows(`${party.node.name}: ${one.item.name}, ${words(one.stage)}`, percent(party.share), party.rows)}
									>
										{percent(party.share)}
									</Num>
								</li>
							))}
							{one.rest > 0 && (
								<li>
									<Unknown what={`nobody named ${percent(one.rest)}`} />
								</li>
							)}
						</ul>
					),
				},
				{ head: "HHI", numeric: true, value: (one) => one.hhi.low, cell: (one) => range(one.hhi) },
				{ head: "published by", value: (one) => one.source?.publisher ?? null },
			]}
			sources={(one) => sourceKeys(one.parties.flatMap((party) => party.rows))}
			caption={`World market of ${name}, or of items that hold it: one publication a row, never averaged. HHI from 0 to 1.`}
		/>
	);
}
