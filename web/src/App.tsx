import type { FunctionComponent } from "preact";
import { ControlPage, ControlsPage } from "./pages/Control";
import { DataPage } from "./pages/Data";
import { Exposure } from "./pages/Exposure";
import { FirmPage } from "./pages/Firm";
import { Home } from "./pages/Home";
import { ItemPage } from "./pages/Item";
import { Licences } from "./pages/Licences";
import { RecordPage } from "./pages/Record";
import { Timeline } from "./pages/Timeline";
import { WhatIf } from "./pages/WhatIf";
import { Head } from "./parts/Page";
import { Shell } from "./shell/Shell";
import { id, page } from "./state/address";

/** The pages by their names in the address. */
const pages: Record<string, FunctionComponent> = {
	"": Home,
	exposure: Exposure,
	record: RecordPage,
	element: ItemPage,
	material: ItemPage,
	component: ItemPage,
	product: ItemPage,
	firm: FirmPage,
	control: ControlPage,
	controls: ControlsPage,
	timeline: Timeline,
	licences: Licences,
	whatif: WhatIf,
	data: DataPage,
};

const nav = [
	{ page: "exposure", title: "Exposure" },
	{ page: "controls", title: "Controls" },
	{ page: "timeline", title: "Timeline" },
	{ page: "licences", title: "Licences" },
	{ page: "whatif", title: "What-if" },
	{ page: "data", title: "Data" },
];

export function App() {
	const Page = pages[page.value] ?? Missing;
	return (
		<Shell nav={nav}>
			<Page key={`${page.value}/${id.value}`} />
		</Shell>
	);
}

function Missing() {
	return (
		<Head title="There is no such page">
			The address names a page that this explorer does not have. The search finds everything that it has.
		</Head>
	);
}
