// Short messages: seen for a moment, and said once to screen readers.

const SHOWN_FOR = 5_000;
/** How long they stay once nobody points at them any more. */
const SHOWN_AFTER = 2_500;
const MOST = 2;

export interface Message {
  id: number;
  text: string;
  /** A newer message of the same kind takes its place. */
  kind: string;
}

class Announcements {
  /** Seen above the strip, the newest last. */
  messages = $state.raw<Message[]>([]);
  /** Heard only. */
  spoken = $state("");
  #next = 0;
  #held = false;
  #ends = new Map<number, ReturnType<typeof setTimeout>>();

  /** Shows and says a message. */
  show(text: string, kind = "done"): void {
    const id = this.#next++;
    const others = this.messages.filter((message) => message.kind !== kind);
    this.messages = [...others, { id, text, kind }].slice(-MOST);
    if (!this.#held) this.#endAfter(id, SHOWN_FOR);
  }

  /** Says it without showing it, for what is already seen elsewhere. */
  say(text: string): void {
    // The same words twice are read twice only when the text differs.
    this.spoken = this.spoken === text ? `${text}\u00a0` : text;
  }

  hide(id: number): void {
    this.messages = this.messages.filter((message) => message.id !== id);
    // The pointer cannot leave what is gone.
    if (this.messages.length === 0) this.#held = false;
  }

  /** While somebody points at them or is in them, they stay. */
  hold(): void {
    this.#held = true;
    for (const end of this.#ends.values()) clearTimeout(end);
    this.#ends.clear();
  }

  release(): void {
    this.#held = false;
    for (const message of this.messages) this.#endAfter(message.id, SHOWN_AFTER);
  }

  #endAfter(id: number, time: number): void {
    clearTimeout(this.#ends.get(id));
    const end = setTimeout(() => {
      this.#ends.delete(id);
      this.hide(id);
    }, time);
    this.#ends.set(id, end);
  }
}

export const announce = new Announcements();
