import { useQuery } from "../api/useQuery";
import { AnyNodeDocument } from "../gql/graphql";
import { NodeLink, NodeLinks } from "../parts/NodeLink";
import { Faults, Head, Waiting } from "../parts/Page";
import { RowView } from "../shell/ReceiptPanel";
import { id } from "../state/address";
import { kindOf } from "../words";

/** A thing without a page of its own, as the data has it. */
export function RecordPage() {
	const { data, faults, waiting } = useQuery(AnyNodeDocument, { id: id.value });
	const node = data?.node ?? null;
	if (node === null) {
		return (
			<>
				<Head title={waiting ? "Asking…" : "There is nothing of that name"} />
				{waiting && <Waiting />}
				<Faults of={faults} />
			</>
		);
	}
	return (
		<>
			<Head title={node.name}>
				{kindOf(node.__typename)}, as the data have it
				{node.__typename === "Event" && node.firm !== null && (
					<>
						{" "}
						· <NodeLink of={node.firm} />
					</>
				)}
			</Head>
			<section class="part record">
				<RowView row={node.row} />
			</section>
			{node.__typename === "ItemGroup" && (
				<section class="part">
					<h2>Items in the group</h2>
					<NodeLinks of={node.members.nodes} />
				</section>
			)}
		</>
	);
}
