// An invented program behind the page, for the preview and the tests. It is never shipped.
import type { Commands, Events, Problem } from "../contract";
import { asProblem } from "../problem";
import { answers, type Answers } from "./answers";
import { addGrocer } from "./grocer";
import { addSite, SHOP_URL, SITE_URL } from "./shop";
import { addStory } from "./story";
import { overviewOf, world, type World, type WorldShape } from "./world";

type Heard = { [K in keyof Events]?: ((payload: Events[K]) => void)[] };

/** Handles of the tests on the invented program. */
class Preview {
  world: World = world({ connections: 2, keys: 48 });
  /** What was asked, in order. */
  asked: { name: keyof Commands; args: unknown }[] = [];
  #heard: Heard = {};
  #failures = new Map<keyof Commands, Problem[]>();
  #held = new Map<keyof Commands, Promise<void>>();
  #overrides: Partial<Answers> = {};

  reset(shape: WorldShape = { connections: 2, keys: 48 }): void {
    this.world = world(shape);
    this.asked = [];
    this.#failures.clear();
    this.#held.clear();
    this.#overrides = {};
  }

  /** Makes the next asking of a command fail. */
  fail(name: keyof Commands, problem: Problem): void {
    this.#failures.set(name, [...(this.#failures.get(name) ?? []), problem]);
  }

  /** Keeps a command's replies back until the returned function is called. */
  hold(name: keyof Commands): () => void {
    let release = (): void => undefined;
    this.#held.set(name, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(name);
      release();
    };
  }

  /** Answers a command in another way. */
  answer<K extends keyof Commands>(name: K, answer: Answers[K]): void {
    this.#overrides = { ...this.#overrides, [name]: answer };
  }

  emit<K extends keyof Events>(name: K, payload: Events[K]): void {
    for (const heard of this.#heard[name] ?? []) heard(payload);
  }

  hear<K extends keyof Events>(name: K, heard: (payload: Events[K]) => void): void {
    const others: ((payload: Events[K]) => void)[] = this.#heard[name] ?? [];
    this.#heard = { ...this.#heard, [name]: [...others, heard] };
  }

  async ask<K extends keyof Commands>(
    name: K,
    args: Commands[K]["args"],
  ): Promise<Commands[K]["reply"]> {
    this.asked.push({ name, args });
    // What the real program gets and gives is a copy, never the page's own object.
    const copy = structuredClone(args);
    await this.#held.get(name);
    const failure = this.#failures.get(name)?.shift();
    if (failure) throw failure;
    const answer: Answers[K] = (this.#overrides[name] as Answers[K] | undefined) ?? answers[name];
    return structuredClone(await answer(copy, this));
  }

  count(name: keyof Commands): number {
    return this.asked.filter((asked) => asked.name === name).length;
  }
}

export type { Preview };
export const preview = new Preview();

// `?connections=0&keys=0` shows the first start, `?keys=10000` a long list.
const asked = new URLSearchParams(location.search);
// `?story` adds what has to be looked after: drafts, drift, questions, backups.
if (asked.has("story")) addStory(preview.world);
if (asked.has("connections") || asked.has("keys")) {
  const connections = Number(asked.get("connections") ?? 2);
  preview.reset({ connections, keys: Number(asked.get("keys") ?? 48) });
}
// `?site` adds a shop's own site, `?site=practice` the practice shop, `?site=all` every state of a key.
if (asked.get("site") === "all") addGrocer(preview.world);
else if (asked.has("site")) {
  addSite(preview.world, asked.get("site") === "practice" ? SHOP_URL : SITE_URL);
}

export async function call<K extends keyof Commands>(
  name: K,
  args: Commands[K]["args"],
): Promise<Commands[K]["reply"]> {
  try {
    return await preview.ask(name, args);
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

export function listen<K extends keyof Events>(name: K, heard: (payload: Events[K]) => void): void {
  preview.hear(name, heard);
}

export { overviewOf };
