// What the tests' document lacks, and a clean program for each test.
import { cleanup, configure } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";
import { preview } from "../src/preview/backend";
import { announce } from "../src/state/announce.svelte";
import { attention } from "../src/state/attention.svelte";
import { checking } from "../src/state/checking.svelte";
import { drafts } from "../src/state/drafts.svelte";
import { history } from "../src/state/history.svelte";
import { listFocus } from "../src/state/list-focus.svelte";
import { overview } from "../src/state/overview.svelte";
import { refresh } from "../src/state/refresh.svelte";
import { rescue } from "../src/state/rescue.svelte";
import { transferring } from "../src/state/transferring.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { trouble } from "../src/state/trouble.svelte";
import { view } from "../src/state/view.svelte";
import { chooseLanguage, readLanguage } from "../src/text.svelte";

// A part that is read when it is first opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

// The document has no layout: lists are given a height to draw rows in.
for (const [name, size] of [
  ["offsetHeight", 600],
  ["offsetWidth", 800],
  ["clientHeight", 600],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
}

// Every test may choose its language without waiting.
await Promise.all([readLanguage("en"), readLanguage("fr")]);

// Menus are in the document whether they are open or not.
HTMLElement.prototype.hidePopover ??= () => undefined;

overview.listen();
refresh.listen();
drafts.listen();
checking.listen();
rescue.listen();
transferring.listen();

beforeEach(() => {
  preview.reset();
  void chooseLanguage("en", []);
});

afterEach(() => {
  cleanup();
  for (const sheet of sheets.open) sheets.close(sheet.id);
  overview.current = null;
  overview.problem = null;
  refresh.running = {};
  refresh.problems = {};
  drafts.all = null;
  drafts.results = {};
  drafts.chooseAll(false);
  history.clear();
  history.entries = null;
  rescue.report = null;
  checking.dismiss();
  attention.clear();
  for (const message of announce.messages) announce.hide(message.id);
  listFocus.wanted = null;
  trouble.dismiss();
  view.showAllKeys();
  view.selected = null;
  view.narrow = false;
});
