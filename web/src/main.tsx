import "./style.css";
import "./state/theme";
import { render } from "preact";
import { App } from "./App";

const root = document.getElementById("page");
if (root !== null) {
	render(<App />, root);
}
