import { describe, expect, it } from "vitest";
import style from "./style.css?raw";

// Colours that mean different things in one figure must differ for everyone: CIEDE2000 over normal sight and three kinds of
// colour blindness (Machado, Oliveira and Fernandes 2009, severity 1), at least 12.
const groups = {
	states: ["exposed", "suspended", "safe"],
	stages: ["mine", "oxide", "metal", "magnet", "component", "product", "recycling"],
	elements: ["light", "medium", "heavy"],
};
const sight: Record<string, number[]> = {
	normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
	protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
	tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function colour(name: string, theme: number): number[] {
	const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(style)?.[theme + 1];
	if (found === undefined) {
		throw new Error(`no colour --${name}`);
	}
	return [1, 3, 5].map((at) => {
		const part = Number.parseInt(found.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
}

function times(m: number[], [r = 0, g = 0, b = 0]: number[]): number[] {
	return [0, 3, 6].map((i) => Math.min(1, Math.max(0, (m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b)));
}

function lab(rgb: number[]): [number, number, number] {
	const xyz = [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041];
	const [r = 0, g = 0, b = 0] = rgb;
	const [x = 0, y = 0, z = 0] = [0, 3, 6].map((i, at) => {
		const t = ((xyz[i] ?? 0) * r + (xyz[i + 1] ?? 0) * g + (xyz[i + 2] ?? 0) * b) / ([0.95047, 1, 1.08883][at] ?? 1);
		return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
	});
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 as Sharma, Wu and Dalal (2005) write it. */
function distance([l1, a1, b1]: [number, number, number], [l2, a2, b2]: [number, number, number]): number {
	const rad = Math.PI / 180;
	const c = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
	const g = 0.5 * (1 - Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)));
	const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
	const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
	const hue = (b: number, a: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
	const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
	let dh = h2 - h1;
	let h = (h1 + h2) / 2;
	if (c1 * c2 === 0) {
		dh = 0;
		h = h1 + h2;
	} else if (Math.abs(dh) > 180) {
		dh += dh > 0 ? -360 : 360;
		h += h1 + h2 < 360 ? 180 : -180;
	}
	const [l, cc] = [(l1 + l2) / 2, (c1 + c2) / 2];
	const t =
		1 -
		0.17 * Math.cos((h - 30) * rad) +
		0.24 * Math.cos(2 * h * rad) +
		0.32 * Math.cos((3 * h + 6) * rad) -
		0.2 * Math.cos((4 * h - 63) * rad);
	const rt = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad) * 2 * Math.sqrt(cc ** 7 / (cc ** 7 + 25 ** 7));
	const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
	const dc = (c2 - c1) / (1 + 0.045 * cc);
	const dH = (2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad)) / (1 + 0.015 * cc * t);
	return Math.sqrt(dl * dl + dc * dc + dH * dH + rt * dc * dH);
}

it("measures like the published pairs", () => {
	expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
	expect(distance([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
	expect(distance([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});

describe.each(["light", "dark"])("in the %s theme", (theme) => {
	const at = theme === "light" ? 0 : 1;
	it.each(Object.entries(groups))("%s differ for everyone", (_, names) => {
		for (const [eye, matrix] of Object.entries(sight)) {
			const seen = names.map((name) => lab(times(matrix, colour(name, at))));
			for (let i = 0; i < seen.length; i++) {
				for (let j = 0; j < i; j++) {
					expect(distance(seen[i] ?? [0, 0, 0], seen[j] ?? [0, 0, 0]), `${eye}: ${names[i]} and ${names[j]}`).toBeGreaterThan(12);
				}
			}
		}
	});
});
