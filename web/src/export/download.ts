/** Hands a file to the reader. Nothing leaves the machine. */
export function download(name: string, content: Blob | string, type: string): void {
	const blob = typeof content === "string" ? new Blob([content], { type }) : content;
	const anchor = document.createElement("a");
	anchor.href = URL.createObjectURL(blob);
	anchor.download = name;
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

/** A name for a file, from a title. */
export function fileName(title: string, ending: string): string {
	const plain = title
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "")
		.slice(0, 60);
	return `lodestone-${plain || "table"}.${ending}`;
}
