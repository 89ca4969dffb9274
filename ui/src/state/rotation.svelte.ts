// A rotation as its sheet shows it: what comes next, and doing it. The program keeps the state.
import { call } from "$backend";
import type { KeyDetail, KeyStatus, Problem, RotationView } from "../contract";
import { faultText } from "../description";
import { asProblem, isUncertain } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { signedIn } from "./session.svelte";

export type RotationAct =
  "begin" | "make" | "check" | "look" | "confirm" | "open" | "retire" | "finish" | "give_up";

export class RotationFlow {
  /** The key it was opened for: the one that goes, or the one that comes. */
  readonly key: number;
  detail = $state.raw<KeyDetail | null>(null);
  /** As last read; its end stays in sight when the program no longer tells of it. */
  current = $state.raw<RotationView | null>(null);
  ended = $state<"no" | "done" | "given_up">("no");
  /** The name of the new key. */
  name = $state("");
  /** What was typed to retire the old key. */
  typed = $state("");
  working = $state<RotationAct | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** When deliveries were last looked for in vain. */
  lookedAt = $state<number | null>(null);
  #chosen = $state.raw<string[]>([]);
  /** What the new key may do: as proposed, or chosen where nothing can be proposed. */
  scopes = $derived(
    this.current && this.current.proposed_scopes.length > 0
      ? this.current.proposed_scopes
      : this.#chosen,
  );
  #proposed = "";
  #asked = 0;
  #retry: (() => void) | null = null;

  constructor(key: number) {
    this.key = key;
  }

  /** Whether it is about keys of a site, which are revoked in the end. */
  get consumer(): boolean {
    return this.current?.retire === "revoke" || this.detail?.row.key_type === "consumer";
  }

  /** Why the new key cannot be made under this name; empty when it can. */
  get nameFault(): string {
    if (this.consumer) return faultText(this.name);
    return this.name.trim() === "" ? t("key-missing-name") : "";
  }

  get mayMake(): boolean {
    const allowed = this.current?.proposed_permission != null || this.scopes.length > 0;
    return this.nameFault === "" && allowed;
  }

  get connection(): number | null {
    return this.detail?.row.connection ?? null;
  }

  async read(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const detail = await call("key_detail", { key: this.key });
      // What an act changes is read again once it is done.
      if (asked !== this.#asked || this.working !== null) return;
      this.detail = detail;
      if (this.ended === "no") this.#take(detail.rotation);
    } catch (thrown) {
      if (asked === this.#asked) this.#tell(thrown, () => void this.read());
    }
  }

  #take(rotation: RotationView | null): void {
    if (rotation?.step !== this.current?.step) this.lookedAt = null;
    this.current = rotation;
    const proposed = rotation?.proposed_name ?? "";
    if (this.name === this.#proposed) this.name = proposed;
    this.#proposed = proposed;
  }

  #tell(thrown: unknown, retry: () => void): void {
    this.problem = asProblem(thrown);
    this.#retry = retry;
  }

  retry(): void {
    this.problem = null;
    this.#retry?.();
  }

  /** Somebody did something about the problem. What may have been done is not done again. */
  async solved(): Promise<void> {
    const before = this.current?.step;
    await this.read();
    if (isUncertain(this.problem) && this.current?.step === before) {
      const retires = this.current?.retire === "revoke" ? "revoke_key" : "renew_secret";
      const act = before === "make_key" ? "create_key" : retires;
      const open = await call("open_questions", {}).catch(() => []);
      if (open.some((each) => each.act === act && each.connection === this.connection)) return;
    }
    this.problem = null;
  }

  async #do(act: RotationAct, work: (id: number) => Promise<void>): Promise<void> {
    const id = this.current?.id;
    if (this.working !== null || id === undefined) return;
    await this.#run(act, () => work(id));
  }

  async #run(act: RotationAct, work: () => Promise<void>): Promise<void> {
    this.working = act;
    this.problem = null;
    this.lookedAt = null;
    try {
      await work();
    } catch (thrown) {
      this.#tell(thrown, () => void this.#run(act, work));
    } finally {
      this.working = null;
      await this.read();
      // The list and the rail know of it, too.
      overview.readAgain();
    }
  }

  async begin(): Promise<void> {
    if (this.working !== null) return;
    await this.#run("begin", async () => {
      await call("begin_rotation", { key: this.key });
    });
  }

  /** Lets the new key do something, or not. */
  allow(scope: string, allowed: boolean): void {
    const others = this.#chosen.filter((each) => each !== scope);
    this.#chosen = allowed ? [...others, scope] : others;
  }

  async make(): Promise<void> {
    if (!this.mayMake) return;
    await this.#do("make", async (rotation) => {
      const name = this.name.trim();
      const made = await call("make_rotation_key", { rotation, name, scopes: this.scopes });
      announce.say(t("rotation-made", { name }));
      await this.#see(made.key).catch(() => undefined);
    });
  }

  /** Sees whether the new key works. */
  async check(): Promise<void> {
    const made = this.current?.new_key?.id;
    if (made === undefined) return;
    await this.#do("check", async () => {
      await this.#see(made);
    });
  }

  async #see(key: number): Promise<KeyStatus> {
    const status = await signedIn(this.connection ?? 0, () => call("check_key", { key }));
    announce.say(t("check-said", { state: t(`status-${status}`) }));
    return status;
  }

  async look(): Promise<void> {
    await this.#do("look", async (rotation) => {
      const look = () =>
        this.consumer
          ? call("look_for_access", { rotation })
          : call("look_for_delivery", { rotation });
      const seen = this.consumer ? "rotation-access-seen" : "rotation-delivery-seen";
      if (await signedIn(this.connection ?? 0, look)) announce.say(t(seen));
      else this.lookedAt = Date.now();
    });
  }

  /** Whether the old key rests by now; what was seen of the new one stays. */
  async lookAgain(): Promise<void> {
    await this.#do("look", async (rotation) => {
      await signedIn(this.connection ?? 0, () => call("look_for_access", { rotation }));
    });
  }

  async confirm(): Promise<void> {
    await this.#do("confirm", async (rotation) => {
      await call("confirm_rotation", { rotation });
    });
  }

  async openPage(): Promise<void> {
    const old = this.current?.old_key.id;
    if (old === undefined) return;
    await this.#do("open", async () => {
      await call("open_app_page", { key: old });
    });
  }

  /** Whether the old key may be retired: its name is typed, where that happens from here. */
  get mayRetire(): boolean {
    const rotation = this.current;
    if (!rotation) return false;
    return rotation.retire === "save_page" || this.typed.trim() === rotation.typed_name.trim();
  }

  async retire(): Promise<void> {
    if (!this.mayRetire) return;
    const typed_name = this.current?.retire === "save_page" ? "" : this.typed.trim();
    await this.#do("retire", async (rotation) => {
      await call("retire_old_key", { rotation, typed_name });
      announce.say(t("rotation-retired"));
    });
  }

  async finish(): Promise<void> {
    await this.#do("finish", async (rotation) => {
      await call("finish_rotation", { rotation });
      this.ended = "done";
      if (this.current) this.current = { ...this.current, step: "done" };
    });
  }

  async giveUp(): Promise<void> {
    await this.#do("give_up", async (rotation) => {
      await call("give_up_rotation", { rotation });
      this.ended = "given_up";
    });
  }
}
