import { effect } from "@preact/signals";
import { keys } from "./address";

const stored = "lodestone-theme";

function remembered(): string | null {
	try {
		return localStorage.getItem(stored);
	} catch {
		return null;
	}
}

/** The theme in use: the link's, else the one chosen here before, else the system's. */
export function theme(): "light" | "dark" | "system" {
	const chosen = keys.value.theme ?? remembered();
	return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Keeps a choice on this machine. */
export function remember(chosen: "light" | "dark" | "system"): void {
	try {
		localStorage.setItem(stored, chosen);
	} catch {
		// a browser that stores nothing asks again next time
	}
}

effect(() => {
	const now = theme();
	document.documentElement.style.colorScheme = now === "system" ? "light dark" : now;
});
