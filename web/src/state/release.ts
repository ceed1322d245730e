import { signal } from "@preact/signals";
import { address } from "./address";
import { writeAddress } from "./url";

/** The release that the server answers from, and the day it was asked about; undefined until the first answer. */
export const releaseId = signal<string | undefined>(undefined);
export const asOf = signal<string | undefined>(undefined);

/** A short message under the header, such as “Link copied”. */
export const told = signal("");

/** The address that restores this page as it is: with the day and the release in it. */
export function wholeLink(): string {
	const now = address.value;
	const keys = { ...now.keys };
	if (asOf.value !== undefined) {
		keys.date = asOf.value;
	}
	if (releaseId.value !== undefined) {
		keys.rel = releaseId.value;
	}
	return location.origin + writeAddress({ ...now, keys });
}

/** Copies the address; false where the browser does not allow it. */
export async function copyLink(): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(wholeLink());
		return true;
	} catch {
		return false;
	}
}
