// Starts the page.
import { mount } from "svelte";
import App from "./App.svelte";
import TurnWindow from "./screens/TurnWindow.svelte";
import { checking } from "./state/checking.svelte";
import { drafts } from "./state/drafts.svelte";
import { overview } from "./state/overview.svelte";
import { refresh } from "./state/refresh.svelte";
import { rescue } from "./state/rescue.svelte";
import { transferring } from "./state/transferring.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { chooseLanguage } from "./text.svelte";

const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the program");

overview.listen();
void overview.load();
if (location.search !== "?turn") {
  refresh.listen();
  drafts.listen();
  checking.listen();
  rescue.listen();
  transferring.listen();
}
// Without words there is nothing to draw. Waiting for them at the top of the module would keep it from
// being built in one piece.
void chooseLanguage("system", navigator.languages).then(() =>
  mount(location.search === "?turn" ? TurnWindow : App, { target }),
);
