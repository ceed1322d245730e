import type { FunctionComponent } from "preact";
import { DataPage } from "./pages/Data";
import { Exposure } from "./pages/Exposure";
import { FirmPage } from "./pages/Firm";
import { Home } from "./pages/Home";
import { ItemPage } from "./pages/Item";
import { RecordPage } from "./pages/Record";
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
	data: DataPage,
};

const nav = [
	{ page: "exposure", title: "Exposure" },
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
