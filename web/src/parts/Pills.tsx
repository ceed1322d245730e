import type { Certainty, ControlState, LicenceOutcome, LicencePassage, Verdict } from "../gql/graphql";
import { outcomeState, passageWord, words } from "../words";

const looks: Record<Verdict, string> = {
	EXPOSED: "exposed",
	LINKED: "linked",
	IMPLIED: "implied",
	UNKNOWN: "unknown",
	NOT_EXPOSED: "safe",
};

/** A verdict: its word, and a look of its own that does without colour. */
export function VerdictPill({ verdict, certainty }: { verdict: Verdict; certainty?: Certainty | null }) {
	return (
		<span class={`pill ${looks[verdict]}`}>
			{words(verdict)}
			{certainty === "POSSIBLE" ? ", possible" : certainty === "CERTAIN" ? ", certain" : ""}
		</span>
	);
}

const states: Record<ControlState, string> = { ACTIVE: "exposed", SUSPENDED: "suspended", REVIVED: "unknown", NOT_YET: "", ENDED: "" };

/** What a control is on a day. */
export function StatePill({ state }: { state: ControlState | null | undefined }) {
	return state === null || state === undefined ? (
		<span class="pill unknown">unknown</span>
	) : (
		<span class={`pill ${states[state]}`}>{words(state)}</span>
	);
}

/** What a shipment needs. */
export function OutcomePill({ outcome }: { outcome: LicenceOutcome }) {
	return <span class={`pill ${outcomeState(outcome)}`}>{words(outcome)}</span>;
}

const passages: Record<LicencePassage, string> = { OPEN: "safe", DELAYED: "suspended", CLOSED: "exposed", UNVERIFIED: "unknown" };

/** What the law makes of a supply. */
export function PassagePill({ passage }: { passage: LicencePassage | null | undefined }) {
	return <span class={`pill ${passage === null || passage === undefined ? "unknown" : passages[passage]}`}>{passageWord(passage)}</span>;
}
