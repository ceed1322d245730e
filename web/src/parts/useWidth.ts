import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The width of an element, so that drawings are laid out at their real size instead of being scaled. */
export function useWidth(at: RefObject<HTMLElement | null>, initial = 1144): number {
	const [width, setWidth] = useState(Math.min(initial, Math.max(300, document.documentElement.clientWidth - 56)));
	useEffect(() => {
		const element = at.current;
		if (element === null) {
			return;
		}
		const watch = new ResizeObserver(([entry]) => {
			const now = Math.floor(entry?.contentRect.width ?? 0);
			if (now > 0) {
				setWidth(now);
			}
		});
		watch.observe(element);
		return () => watch.disconnect();
	}, [at]);
	return width;
}
