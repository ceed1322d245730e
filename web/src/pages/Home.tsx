import { useQuery } from "../api/useQuery";
import { DataPageDocument } from "../gql/graphql";
import { Go } from "../parts/NodeLink";
import { Head } from "../parts/Page";
import { Search } from "../shell/Search";
import { link } from "../state/address";
import { writeScenario } from "../state/scenario";
import { view } from "../state/view";

/** The front door: a search over everything, and questions to begin with. */
export function Home() {
	const { asOf, facts } = view.value;
	const { data } = useQuery(DataPageDocument, { asOf, facts });
	const rows = data?.release.tables.reduce((sum, table) => sum + table.rows, 0);
	const stopped = writeScenario([{ remove: { countries: ["CN"], stages: ["SEPARATION"] } }]);
	return (
		<>
			<Head title="Who depends on whom for rare earths, and how do we know?">
				{rows === undefined
					? "Elements, magnets, firms, plants, controls and licences, each fact with its source."
					: `${rows.toLocaleString("en-GB")} rows from ${data?.view.sources?.totalCount} sources: elements, magnets, firms, plants, controls and licences. Each number opens down to file and line.`}
			</Head>
			<section class="part" aria-label="Search">
				<Search large />
				<p class="quiet">Typing errors and other languages are fine: samarum, 钐, neodynium, Baotou.</p>
			</section>
			<section class="part">
				<h2>Questions to begin with</h2>
				<ul class="plain questions">
					<li>
						<Go to={link("exposure")}>Which firms depend on Chinese refiners, and on whose word?</Go>
					</li>
					<li>
						<Go to={link("exposure", undefined, { of: "products", use: "DEFENCE", stage: "MAGNET" })}>
							Which weapons rest on Chinese magnets?
						</Go>
					</li>
					<li>
						<Go to={link("product", "f-35")}>What is in an F-35, how much of it, and what is not known?</Go>
					</li>
					<li>
						<Go to={link("element", "dy")}>Where does dysprosium go, and who holds it?</Go>
					</li>
					<li>
						<Go to={link("firm", "vacuumschmelze")}>What does Vacuumschmelze need, and from whom?</Go>
					</li>
					<li>
						<Go to={link("control", "mofcom-2025-57")}>What does Announcement 57 hit, and what comes back when its pause ends?</Go>
					</li>
					<li>
						<Go to={link("whatif", undefined, { scn: stopped })}>What changes if Chinese separation stops?</Go>
					</li>
					<li>
						<Go to={link("licences")}>Which customers are covered by a licence, and until when?</Go>
					</li>
					<li>
						<Go to={link("data")}>How good are these data, and what is not in them?</Go>
					</li>
				</ul>
			</section>
		</>
	);
}
