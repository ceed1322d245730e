import { ask } from "../api/client";
import { intervalWords, percent, share } from "../format";
import { type EndUse, ExposureReceiptDocument, type ExposureReceiptQuery, type TargetInput } from "../gql/graphql";
import { type Opened, ofReceipt } from "../state/receipt";
import { view } from "../state/view";
import { words } from "../words";
import { NodeLink } from "./NodeLink";

type Found = NonNullable<NonNullable<ExposureReceiptQuery["view"]["exposure"]>["nodes"][number]>;

/** The receipt of one dependence, fetched when it is opened: rows, the best chains and the market figures. */
export function exposureReceipt(name: string, id: string, to: TargetInput, element?: string, endUse?: EndUse): Opened {
	const title = `Dependence of ${name} on ${targetWords(to)}`;
	return {
		title,
		value: "",
		load: async () => {
			const { data } = await ask(ExposureReceiptDocument, { ...view.value, id, to, element: element ?? null, endUse: endUse ?? null });
			const found = data?.view.exposure?.nodes[0];
			return found === undefined
				? null
				: ofReceipt(title, `${words(found.verdict)}: ${intervalWords(found.share)}`, found.receipt, <Behind of={found} />);
		},
	};
}

/** A target in words. */
export function targetWords(to: TargetInput): string {
	const parts = [
		...(to.countries ?? []),
		...(to.stages ?? []).map((stage) => `at ${words(stage)}`),
		...(to.firms ?? []),
		...(to.facilities ?? []),
		...(to.items ?? []),
		...(to.controls ?? []),
	];
	return parts.join(" ");
}

function Behind({ of }: { of: Found }) {
	return (
		<>
			<p>
				Known {percent(of.coverage.known)}, assumed {percent(of.coverage.assumed)}, unknown {percent(of.coverage.unknown)}; basis:{" "}
				{words(of.basis)}.
			</p>
			{of.paths.nodes.map((path, i) => (
				<div key={i}>
					<h3>{i === 0 ? "Best chain on record" : "Next chain"}</h3>
					{path.hops.map((hop, j) => (
						<div key={j} class="hop">
							<span class="quiet">{words(hop.kind)}</span> <NodeLink of={hop.from} /> → <NodeLink of={hop.to} />
							{hop.share !== null && `, ${share(hop.share)}${hop.stated ? "" : " (not stated)"}`}
							{hop.rows.length > 0 && (
								<div class="quiet">
									{hop.rows.map((row) => `${row.file}:${row.line}`).join(", ")}
									{hop.confidence !== null && `, confidence ${words(hop.confidence)}`}
								</div>
							)}
						</div>
					))}
				</div>
			))}
			{of.paths.truncated && <p class="quiet">More chains exist than are listed.</p>}
			{of.steps.length > 0 && (
				<>
					<h3>World market at each step</h3>
					<ul class="plain">
						{of.steps.map((step) => (
							<li key={`${step.item.key} ${step.stage}`}>
								<NodeLink of={step.item} />: {percent(step.share)}
								{step.lowest !== step.most && ` (${percent(step.lowest)} to ${percent(step.most)} by source)`}, {words(step.stage)},{" "}
								{step.year}, {step.source.publisher}, confidence {words(step.confidence)}
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}
