// A problem of something small, such as a copy: told in the page, so that all else stays usable.
import type { Problem } from "../contract";

export interface Trouble {
  problem: Problem;
  /** The key it happened on; `null` for what is not about one key. */
  key: number | null;
  connection: number | null;
  retry: (() => void) | null;
}

type About = Partial<Omit<Trouble, "problem">>;

class TroubleState {
  current = $state.raw<Trouble | null>(null);

  /** Tells a problem in the place of the one before it. */
  tell(problem: Problem, about: About = {}): void {
    this.current = { key: null, connection: null, retry: null, ...about, problem };
  }

  dismiss(): void {
    this.current = null;
  }

  /** Forgets what was told of one key, as when it is tried again or left. */
  forget(key: number): void {
    if (this.current?.key === key) this.current = null;
  }

  /** What the keychain kept from being done can be done now. */
  keychainOpened(): void {
    if (this.current?.problem.code.startsWith("keychain_")) this.current = null;
  }
}

export const trouble = new TroubleState();
