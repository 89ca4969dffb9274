// Measures inside the open window: from a click to its copy, from a key press to its list. The
// clock of the page counts in whole milliseconds.

import { Processes, until } from "../e2e/processes.mjs";

/** The keys whose buttons are clicked. */
const FIRST_KEYS = `
return [...document.querySelectorAll('[data-testid="key-row"]')]
  .slice(0, 8)
  .map((row) => Number(row.dataset.keyId));`;

/** Clicks copy buttons one after the other; each time ends when the button shows its tick. */
const CLICKS = `
const [times, done] = arguments;
(async () => {
  const buttons = [...document.querySelectorAll('[data-testid="row-copy-secret"]')].slice(0, 8);
  if (buttons.length < 8) throw new Error("too few rows");
  const took = [];
  for (let time = 0; time < times; time += 1) {
    const button = buttons[time % buttons.length];
    const ticked = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (button.dataset.copied !== "true") return;
        watch.disconnect();
        resolve();
      });
      watch.observe(button, { attributeFilter: ["data-copied"] });
    });
    const begun = performance.now();
    button.click();
    await ticked;
    took.push(performance.now() - begun);
  }
  return took;
})().then((took) => done({ took }), (error) => done({ error: String(error) }));`;

/**
 * Types each of the words into the search. For each letter: until the rows have changed and are
 * laid out, until the frame that shows them is over, and until such a frame when nothing but one
 * text changes.
 */
const TYPING = `
const [words, done] = arguments;
const frame = () => new Promise(requestAnimationFrame);
const afterFrame = async () => {
  await frame();
  await new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
};
const field = document.querySelector('[data-testid="search"]');
const rows = document.querySelector('[data-testid="key-row"]').closest('[role="grid"]');
const sign = document.body.appendChild(document.createElement("p"));
sign.style.position = "fixed";
async function type(text) {
  const changed = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      resolve();
    });
    watch.observe(rows, { subtree: true, childList: true, characterData: true });
  });
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await changed;
  rows.lastElementChild.getBoundingClientRect();
  const laidOut = performance.now() - begun;
  await afterFrame();
  return { laidOut, drawn: performance.now() - begun };
}
(async () => {
  const took = { laid_out: [], drawn: [], bare: [] };
  for (const word of words) {
    const letters = [...word];
    for (let end = 1; end <= letters.length; end += 1) {
      // A space at the end finds the same as without.
      if (letters[end - 1] === " ") continue;
      const { laidOut, drawn } = await type(letters.slice(0, end).join(""));
      if (!rows.querySelector("mark")) throw new Error("nothing found");
      await frame();
      const begun = performance.now();
      sign.textContent = String(begun);
      await afterFrame();
      took.laid_out.push(laidOut);
      took.drawn.push(drawn);
      took.bare.push(performance.now() - begun);
      // People are slower than frames; presses shall not always come at a frame's start.
      await new Promise((resolve) => setTimeout(resolve, 20 + (end * 7) % 16));
    }
    await type("");
  }
  sign.remove();
  return took;
})().then((took) => done(took), (error) => done({ error: String(error) }));`;

/** From words in many records to words in one. */
const WORDS = [
  "fleuriste rosa", "crepe", "boulangerie zoe", "epicerie 1", "wordpress", "пекарня", "自転車便",
];

async function run(page, script, ...args) {
  await page.driver.manage().setTimeouts({ script: 120_000 });
  const answer = await page.driver.executeAsyncScript(script, ...args);
  if (answer.error) throw new Error(answer.error);
  return answer;
}

/** The same copies without the program: its libraries alone. */
export class RawCopies {
  #processes = new Processes();
  #child;

  constructor(program, env) {
    this.#child = this.#processes.start([program], { env });
  }

  async #ask(line, seconds) {
    const known = this.#child.answered.length;
    this.#child.stdin.write(`${line}\n`);
    await until(`"${line.slice(0, 20)}" to be answered`, () => {
      if (this.#child.exitCode !== null) throw new Error(this.#child.said);
      return this.#child.answered.slice(known).endsWith("\n");
    }, seconds);
    return this.#child.answered.slice(known).trim();
  }

  /** Puts invented secrets of these keys into the keychain. */
  put(keys) {
    return this.#ask(`put ${keys.join(" ")}`, 300);
  }

  /** Copies so many times; milliseconds of each. */
  async copy(times, keys) {
    return (await this.#ask(`copy ${times} ${keys.join(" ")}`, 60)).split(" ").map(Number);
  }

  end() {
    return this.#processes.endAll();
  }
}

/** Clicks and raw copies by turns; lists of milliseconds, round by round. */
export async function measureClicks(page, raw, rounds, times) {
  const keys = await page.driver.executeScript(FIRST_KEYS);
  await raw.put(keys);
  const figures = { ours: [], raw: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const ours = (await run(page, CLICKS, times)).took;
    const theirs = await raw.copy(times, keys);
    if (round > 0) {
      figures.ours.push(ours);
      figures.raw.push(theirs);
    }
  }
  return figures;
}

/** Typing, several times over; lists of milliseconds, round by round. */
export async function measureTyping(page, rounds) {
  const figures = { laid_out: [], drawn: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const took = await run(page, TYPING, WORDS);
    if (round > 0) for (const name of Object.keys(figures)) figures[name].push(took[name]);
  }
  return figures;
}

/** Where the last row stands that is whole in sight: `X,Y,WIDTH,HEIGHT` in the window. */
export function lastRow(page) {
  return page.driver.executeScript(`
    const seen = [...document.querySelectorAll('[data-testid="key-row"] .names')]
      .map((names) => names.getBoundingClientRect())
      .filter((place) => place.bottom < innerHeight - 20);
    const { x, y, width, height } = seen.at(-1);
    return [x, y, width, height].map(Math.round).join(",");`);
}
