import sans from "../../vendor/source-sans-3-latin-wght-normal.woff2?url";
import serif from "../../vendor/source-serif-4-latin-wght-normal.woff2?url";

/** What stands under an exported picture. */
export interface Footer {
	title: string;
	lines: string[];
}

const carried = [
	"fill",
	"fill-opacity",
	"stroke",
	"stroke-width",
	"stroke-dasharray",
	"stroke-opacity",
	"opacity",
	"font-family",
	"font-size",
	"font-weight",
	"text-anchor",
	"dominant-baseline",
	"paint-order",
];

/** A drawing as a file that stands by itself: with its fonts, its patterns, a title and the lines that say where it is from. */
export async function drawingFile(svg: SVGSVGElement, footer: Footer): Promise<{ text: string; width: number; height: number }> {
	const box = svg.viewBox.baseVal;
	const width = box.width || svg.clientWidth;
	const inner = box.height || svg.clientHeight;
	const head = 44;
	const height = inner + head + 24 + footer.lines.length * 16;
	const copy = svg.cloneNode(true) as SVGSVGElement;
	carry(svg, copy);
	const paper = color("--paper");
	const ink = color("--ink");
	const second = color("--ink-2");
	const lines = footer.lines.map(
		(line, i) =>
			`<text x="0" y="${head + inner + 26 + i * 16}" font-size="12" fill="${second}" font-family="Source Sans 3, sans-serif">${escapeText(line)}</text>`,
	);
	const body = new XMLSerializer()
		.serializeToString(copy)
		.replace(/^<svg[^>]*>/, "")
		.replace(/<\/svg>$/, "");
	const text = [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -12 ${width + 48} ${height + 24}" width="${width + 48}" height="${height + 24}">`,
		`<title>${escapeText(footer.title)}</title>`,
		`<defs><style>${await faces()}</style>${patterns()}</defs>`,
		`<rect x="-24" y="-12" width="${width + 48}" height="${height + 24}" fill="${paper}"/>`,
		`<text x="0" y="22" font-size="20" font-weight="600" fill="${ink}" font-family="Source Serif 4, serif">${escapeText(footer.title)}</text>`,
		`<g transform="translate(0 ${head})">${body}</g>`,
		...lines,
		"</svg>",
	].join("");
	return { text, width: width + 48, height: height + 24 };
}

/** The same drawing in pixels, twice as fine as on the page. */
export async function drawingPNG(svg: SVGSVGElement, footer: Footer): Promise<Blob> {
	const { text, width, height } = await drawingFile(svg, footer);
	const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement("canvas");
		canvas.width = Math.round(width * 2);
		canvas.height = Math.round(height * 2);
		const context = canvas.getContext("2d");
		if (context === null) {
			throw new Error("this browser draws no pictures");
		}
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) =>
			canvas.toBlob((blob) => (blob === null ? fail(new Error("no picture")) : done(blob)), "image/png"),
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}

// Classes do not travel in a file, and a style attribute would not pass the policy: what is computed becomes attributes.
function carry(from: Element, to: Element): void {
	const style = getComputedStyle(from);
	for (const name of carried) {
		const value = style.getPropertyValue(name);
		if (value !== "" && value !== "none" && value !== "normal") {
			to.setAttribute(name, value.replace(/url\("?[^#]*(#[^")]+)"?\)/, "url($1)"));
		} else if (name === "fill" || name === "stroke") {
			to.setAttribute(name, "none");
		}
	}
	to.removeAttribute("class");
	to.removeAttribute("tabindex");
	for (let i = 0; i < from.children.length; i++) {
		const [a, b] = [from.children[i], to.children[i]];
		if (a !== undefined && b !== undefined) {
			carry(a, b);
		}
	}
}

function patterns(): string {
	const defs = document.querySelector("#patterns defs");
	if (defs === null) {
		return "";
	}
	const copy = defs.cloneNode(true) as Element;
	carry(defs, copy);
	return new XMLSerializer()
		.serializeToString(copy)
		.replace(/^<defs[^>]*>/, "")
		.replace(/<\/defs>$/, "");
}

async function faces(): Promise<string> {
	const [a, b] = await Promise.all([dataOf(sans), dataOf(serif)]);
	return `@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${a})}@font-face{font-family:"Source Serif 4";font-weight:200 900;src:url(${b})}`;
}

async function dataOf(address: string): Promise<string> {
	const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
	let binary = "";
	for (const byte of bytes) {
		binary += String.fromCharCode(byte);
	}
	return `data:font/woff2;base64,${btoa(binary)}`;
}

/** A colour of the theme as it is now. */
function color(name: string): string {
	const probe = document.createElement("span");
	probe.style.color = `var(${name})`;
	document.body.append(probe);
	const value = getComputedStyle(probe).color;
	probe.remove();
	return value;
}

function escapeText(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
