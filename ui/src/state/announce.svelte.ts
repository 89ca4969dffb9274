// Short messages: seen for a moment, and said once to screen readers.

const SHOWN_FOR = 6_000;

export interface Message {
  id: number;
  text: string;
}

class Announcements {
  /** Seen in a corner. */
  messages = $state.raw<Message[]>([]);
  /** Heard only. */
  spoken = $state("");
  #next = 0;

  /** Shows and says a message. */
  show(text: string): void {
    const id = this.#next++;
    this.messages = [...this.messages.slice(-2), { id, text }];
    setTimeout(() => this.hide(id), SHOWN_FOR);
  }

  /** Says it without showing it, for what is already seen elsewhere. */
  say(text: string): void {
    // The same words twice are read twice only when the text differs.
    this.spoken = this.spoken === text ? `${text}\u00a0` : text;
  }

  hide(id: number): void {
    this.messages = this.messages.filter((message) => message.id !== id);
  }
}

export const announce = new Announcements();
