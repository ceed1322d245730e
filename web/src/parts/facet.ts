/** A way to tell rows apart. The key is that of the address. */
export interface Facet<R> {
	key: string;
	head: string;
	of: (row: R) => readonly string[];
	name: (value: string) => string;
	order?: readonly string[];
	title?: (value: string) => string;
}

/** Whether a row passes the filters of all facets, or of all but one. */
export function passes<R>(facets: readonly Facet<R>[], row: R, chosen: Record<string, string>, but?: string): boolean {
	return facets.every((facet) => {
		const wanted = chosen[facet.key];
		return wanted === undefined || facet.key === but || facet.of(row).includes(wanted);
	});
}

/** Counts by each value under the filters of the other facets, most frequent first. */
export function counts<R>(
	facets: readonly Facet<R>[],
	facet: Facet<R>,
	rows: readonly R[],
	chosen: Record<string, string>,
): [string, number][] {
	const found = new Map<string, number>();
	for (const row of rows) {
		for (const value of facet.of(row)) {
			found.set(value, (found.get(value) ?? 0) + (passes(facets, row, chosen, facet.key) ? 1 : 0));
		}
	}
	const order = facet.order;
	return [...found].sort((a, b) =>
		order === undefined ? b[1] - a[1] || (a[0] < b[0] ? -1 : 1) : order.indexOf(a[0]) - order.indexOf(b[0]),
	);
}
