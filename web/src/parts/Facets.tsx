import { keys, set } from "../state/address";
import { counts, type Facet } from "./facet";

const most = 8;

/** Counts that filter each other: choosing a value in one changes what the others count. */
export function Facets<R>({ facets, rows }: { facets: readonly Facet<R>[]; rows: readonly R[] }) {
	return (
		<div class="facets">
			{facets.map((facet) => {
				const chosen = keys.value[facet.key];
				const all = counts(facets, facet, rows, keys.value);
				const shown = all.filter(([value], i) => i < most || value === chosen);
				const largest = Math.max(1, ...all.map(([, n]) => n));
				const rest = all.length - shown.length;
				return (
					<div key={facet.key} class="facet">
						<h2>{facet.head}</h2>
						<ul>
							{shown.map(([value, n]) => (
								<li key={value}>
									<button
										type="button"
										aria-pressed={chosen === value}
										title={facet.title?.(value)}
										onClick={() => set({ [facet.key]: chosen === value ? null : value })}
									>
										<span>{facet.name(value)}</span>
										<span>{n}</span>
										<svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
											<rect class="amount" width={(n / largest) * 100} height="3" />
										</svg>
									</button>
								</li>
							))}
						</ul>
						{rest > 0 && <p class="badge">and {rest} more in the table</p>}
					</div>
				);
			})}
		</div>
	);
}
