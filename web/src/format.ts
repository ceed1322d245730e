import type { KilogramPartsFragment, SharePartsFragment } from "./gql/graphql";

/** A number with so many significant digits, in plain notation. */
export function digits(value: number, significant = 2): string {
	if (value === 0) {
		return "0";
	}
	const rounded = Number(value.toPrecision(significant));
	return rounded.toLocaleString("en-GB", { maximumFractionDigits: 12, useGrouping: true });
}

/** A share from 0 to 1 with two decimals; what rounds to 0 or 1 without being it says so. */
export function share(value: number | null | undefined): string {
	if (value === null || value === undefined) {
		return "unknown";
	}
	if (value > 0 && value < 0.005) {
		return "<0.01";
	}
	if (value < 1 && value >= 0.995) {
		return ">0.99";
	}
	return value === 0 || value === 1 ? String(value) : value.toFixed(2);
}

/** An interval of shares: “0.41–1”; one number where both ends are the same. */
export function interval(of: Pick<SharePartsFragment, "low" | "high">): string {
	return of.low === of.high ? share(of.low) : `${share(of.low)}–${share(of.high)}`;
}

/** An interval in words that cannot be taken for a point. */
export function intervalWords(of: SharePartsFragment): string {
	const range = of.low === of.high ? `${share(of.low)}` : `at least ${share(of.low)}, at most ${share(of.high)}`;
	return of.estimate === null ? `${range}; no estimate` : `${range}; estimate ${share(of.estimate)}`;
}

/** The estimate of a dependence in a few letters. Of what nobody can say, no number is told, whatever the assumptions give. */
export function estimate(of: { verdict: string; share: Pick<SharePartsFragment, "estimate"> }): string {
	if (of.verdict === "UNKNOWN") {
		return "unknown";
	}
	return of.share.estimate === null ? "no estimate" : share(of.share.estimate);
}

/** A part of a whole in percent. */
export function percent(value: number | null | undefined): string {
	if (value === null || value === undefined) {
		return "not stated";
	}
	const hundredth = value * 100;
	return `${hundredth === 0 ? "0" : hundredth < 0.1 ? "<0.1" : digits(hundredth, hundredth >= 99.5 && hundredth < 100 ? 3 : 2)} %`;
}

/** A mass in the unit in which it reads best. */
export function mass(kilograms: number): string {
	if (kilograms === 0) {
		return "0 kg";
	}
	if (kilograms >= 1000) {
		return `${digits(kilograms / 1000)} t`;
	}
	if (kilograms >= 1) {
		return `${digits(kilograms)} kg`;
	}
	return kilograms >= 0.001 ? `${digits(kilograms * 1000)} g` : `${digits(kilograms * 1e6)} mg`;
}

/** A mass known within bounds; unknown is a word, never 0. */
export function masses(of: KilogramPartsFragment, complete = true): string {
	const stated = of.mid ?? of.low ?? of.high;
	if (stated === null) {
		return "amount unknown";
	}
	const range = of.low !== null && of.high !== null && of.low !== of.high ? `${mass(of.low)}–${mass(of.high)}` : mass(stated);
	return complete ? range : `${range} + unknown`;
}

/** A count with its noun: 1 row, 2 rows. */
export function count(n: number, noun: string, many = `${noun}s`): string {
	return `${n.toLocaleString("en-GB")} ${n === 1 ? noun : many}`;
}

/** The day before or after, in ISO 8601. */
export function addDays(day: string, days: number): string {
	const at = new Date(`${day}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10);
}

/** Days since 1970 of a day in ISO 8601. */
export function dayNumber(day: string): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The first day that a date to the day, month or year may mean. */
export function firstDay(date: string): string {
	return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a date to the day, month or year may mean. */
export function lastDay(date: string): string {
	if (date.length === 4) {
		return `${date}-12-31`;
	}
	if (date.length === 7) {
		const [year = 0, month = 0] = date.split("-").map(Number);
		return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
	}
	return date;
}
