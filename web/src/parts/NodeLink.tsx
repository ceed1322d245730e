import { go, link } from "../state/address";
import { pageOf } from "../words";

interface Named {
	__typename: string;
	key: string;
	name: string;
}

/** A link to the page of a node. */
export function NodeLink({ of }: { of: Named }) {
	return <Go to={link(pageOf(of.__typename), of.key)}>{of.name}</Go>;
}

/** Many links in one line. */
export function NodeLinks({ of, none = "none on record" }: { of: readonly Named[]; none?: string }) {
	if (of.length === 0) {
		return <span class="unknown">{none}</span>;
	}
	return (
		<ul class="inline">
			{of.map((one) => (
				<li key={one.key}>
					<NodeLink of={one} />
				</li>
			))}
		</ul>
	);
}

/** A link within the explorer, which stays in the page unless it is opened elsewhere. */
export function Go({
	to,
	children,
	current,
	className,
}: {
	to: string;
	children: preact.ComponentChildren;
	current?: boolean;
	className?: string;
}) {
	return (
		<a
			href={to}
			class={className}
			aria-current={current === true ? "page" : undefined}
			onClick={(event) => {
				if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
					event.preventDefault();
					go(to);
				}
			}}
		>
			{children}
		</a>
	);
}
