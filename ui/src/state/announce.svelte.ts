// Short messages: seen for a moment, and said once to screen readers. Some can be undone.

const SHOWN_FOR = 5_000;
/** Long enough to read it, find the button and press it; over before what was forgotten is gone. */
const SHOWN_WITH_UNDO = 12_000;
/** How long they stay once nobody points at them any more. */
const SHOWN_AFTER = 2_500;
const MOST = 2;

export interface Message {
  id: number;
  text: string;
  /** A newer message of the same kind takes its place. */
  kind: string;
  /** Takes back what the message tells. */
  undo: (() => void) | null;
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
    this.#add(text, kind, null);
  }

  /** Shows what was done together with the way to take it back. */
  offerUndo(text: string, undo: () => void): void {
    this.#add(text, `undo-${this.#next}`, undo);
  }

  #add(text: string, kind: string, undo: Message["undo"]): void {
    const id = this.#next++;
    const others = this.messages.filter((message) => message.kind !== kind);
    this.messages = fewest([...others, { id, text, kind, undo }]);
    if (!this.#held) this.#endAfter(id, undo ? SHOWN_WITH_UNDO : SHOWN_FOR);
  }

  /** Takes back the newest thing that can be; false when there is none. */
  undoNewest(): boolean {
    const newest = this.messages.findLast((message) => message.undo !== null);
    if (newest) this.undo(newest);
    return newest !== undefined;
  }

  undo(message: Message): void {
    this.hide(message.id);
    message.undo?.();
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
    for (const message of this.messages) {
      this.#endAfter(message.id, message.undo ? SHOWN_WITH_UNDO : SHOWN_AFTER);
    }
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

/** As many as may be seen at once; what can be undone gives way last. */
function fewest(messages: Message[]): Message[] {
  const kept = [...messages];
  while (kept.length > MOST) {
    const plain = kept.slice(0, -1).findIndex((message) => message.undo === null);
    kept.splice(Math.max(0, plain), 1);
  }
  return kept;
}

export const announce = new Announcements();
