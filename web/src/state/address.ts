import { computed, signal } from "@preact/signals";
import { dropDefaults, readAddress, writeAddress } from "./url";

/** Where the reader is: the page, its id, and the state that the query string holds. Everything drawn follows from it. */
export const address = signal(readAddress(location.pathname, location.search));

export const page = computed(() => address.value.page);
export const id = computed(() => address.value.id);
export const keys = computed(() => address.value.keys);

addEventListener("popstate", () => {
	address.value = readAddress(location.pathname, location.search);
});

/** Goes to a page: what a reader can come back from. Keys that hold on every page are taken along unless they are named. */
export function go(to: string): void {
	const target = new URL(to, location.href);
	history.pushState(null, "", target.pathname + target.search);
	address.value = readAddress(target.pathname, target.search);
	scrollTo(0, 0);
}

let pending: ReturnType<typeof setTimeout> | undefined;

/** Changes keys of this page; an empty value takes a key away. Dragging replaces the address, late, for browsers refuse too many changes. */
export function set(changes: Record<string, string | null>, how: "push" | "replace" = "push"): void {
	const now = address.value;
	const next = { ...now, keys: dropDefaults({ ...now.keys, ...changes }) };
	address.value = next;
	clearTimeout(pending);
	if (how === "push") {
		history.pushState(null, "", writeAddress(next));
	} else {
		pending = setTimeout(() => history.replaceState(null, "", writeAddress(address.value)), 120);
	}
}

/** Keys that belong to the reader's view of the world rather than to one page. */
const shared = ["date", "scn", "conf", "rel", "theme"];

/** The address of a page in the reader's present view of the world. */
export function link(page: string, id?: string, own: Record<string, string | null> = {}): string {
	const kept: Record<string, string | null> = {};
	for (const key of shared) {
		kept[key] = keys.value[key] ?? null;
	}
	return writeAddress({ page, id: id ?? "", keys: dropDefaults({ ...kept, ...own }) });
}
