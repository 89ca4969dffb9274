// The page as a person uses it, by test ids.

import { writeFileSync } from "node:fs";
import { By, Key } from "selenium-webdriver";
import { until } from "./processes.mjs";

export { Key };

/** The selector of a test id. */
function selector(id, rest = "") {
  return By.css(`[data-testid="${id}"]${rest}`);
}

/** Focuses a button and tells whether it still is, two frames later. */
const FOCUS = `
const [button, done] = arguments;
button.focus();
requestAnimationFrame(() => requestAnimationFrame(() => done(document.activeElement === button)));`;

export class Page {
  constructor(driver, stage) {
    this.driver = driver;
    this.stage = stage;
  }

  /** All elements of that id. */
  all(id, rest) {
    return this.driver.findElements(selector(id, rest));
  }

  /** Whether one is shown. */
  async has(id, rest) {
    for (const found of await this.all(id, rest)) {
      if (await found.isDisplayed().catch(() => false)) return true;
    }
    return false;
  }

  /** The first that is shown, once it is. */
  get(id, rest) {
    return until(`"${id}${rest ?? ""}" to be shown`, async () => {
      for (const found of await this.all(id, rest)) {
        if (await found.isDisplayed()) return found;
      }
      return undefined;
    });
  }

  /** Waits until none is shown. */
  gone(id, rest) {
    return until(`"${id}${rest ?? ""}" to go`, async () => !(await this.has(id, rest)));
  }

  /** Clicks it once it can be clicked. */
  async click(id, rest) {
    await until(`"${id}${rest ?? ""}" to take a click`, async () => {
      const found = await this.get(id, rest);
      if (!(await found.isEnabled())) return false;
      await this.#clickInSight(found);
      return true;
    });
  }

  /** Clicks, and scrolls first when it rests under the strip, which the driver does not see. */
  async #clickInSight(found, whole = found) {
    await found.click().catch(async (error) => {
      await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", whole);
      throw error;
    });
  }

  /**
   * Presses the button itself, by the keyboard: one that may move away would lose a click. The
   * focus must rest on it first, as the program may just be moving it, from what was closed.
   */
  async pressOn(id, rest) {
    await until(`"${id}${rest ?? ""}" to take a press`, async () => {
      const found = await this.get(id, rest);
      if (!(await found.isEnabled())) return false;
      if (!(await this.driver.executeAsyncScript(FOCUS, found))) return false;
      await found.sendKeys(Key.ENTER);
      return true;
    });
  }

  /** Clicks near the left edge, where a row has no buttons. */
  async clickLeft(id, rest) {
    const found = await this.get(id, rest);
    const { width } = await found.getRect();
    const x = Math.round(40 - width / 2);
    await this.driver.actions().move({ origin: found, x, y: 0 }).click().perform();
  }

  /** Replaces what a field holds. */
  async type(id, text, rest) {
    // What is above it may come or go at that moment.
    const field = await until(`"${id}${rest ?? ""}" to take a click`, async () => {
      const found = await this.get(id, rest);
      await this.#clickInSight(found);
      return found;
    });
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
    if (text) await field.sendKeys(text);
  }

  /** Chooses an option of a select by its words. */
  async choose(id, label) {
    const select = await this.get(id);
    for (const option of await select.findElements(By.css("option"))) {
      if ((await option.getText()).trim() === label) return option.click();
    }
    throw new Error(`"${id}" offers no "${label}"`);
  }

  /** Chooses an option of a select by the value it stands for, or its first real one. */
  async chooseValue(id, value) {
    const wanted = value === undefined ? 'option:not([value=""])' : `option[value="${value}"]`;
    await until(`"${id}" to take ${value ?? "its first choice"}`, async () => {
      const select = await this.get(id);
      await this.#clickInSight(await select.findElement(By.css(wanted)), select);
      return true;
    });
  }

  /** Presses keys where the focus is, also when what had it is just going. */
  async press(...keys) {
    await until(`${keys.length} keys to be taken`, async () => {
      const focused = await this.driver.switchTo().activeElement();
      await focused.sendKeys(Key.chord(...keys));
      return true;
    });
  }

  /** Its text, as it is drawn. */
  async text(id, rest) {
    return this.textOf(await this.get(id, rest));
  }

  /** The text of an element. WebDriver's own reading leaves shortened texts out. */
  textOf(element) {
    return this.driver.executeScript("return arguments[0].innerText", element);
  }

  /** Its value. */
  async value(id, rest) {
    return (await this.get(id, rest)).getAttribute("value");
  }

  /** Waits until its text holds that. */
  reads(id, part, rest) {
    const matches = part instanceof RegExp ? (text) => part.test(text) : (t) => t.includes(part);
    return until(`"${id}${rest ?? ""}" to read ${part}`, async () => {
      const text = await this.text(id, rest);
      return matches(text) ? text : undefined;
    });
  }

  /** Waits for a problem of that code. */
  problem(code) {
    return this.get("problem", `[data-code="${code}"]`);
  }

  /** The whole text a person can see. */
  async visibleText() {
    return this.driver.executeScript("return document.body.innerText");
  }

  /** The whole document, with what is not shown. */
  async source() {
    return this.driver.executeScript(
      "return document.documentElement.outerHTML + " +
        "[...document.querySelectorAll('input,textarea')].map((e) => e.value).join(' ')",
    );
  }

  /** A picture of the page in a file. */
  async picture(file) {
    // Two frames, so that what was just changed is drawn.
    await this.driver.executeAsyncScript(
      "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
    );
    writeFileSync(file, await this.driver.takeScreenshot(), "base64");
    return file;
  }
}
