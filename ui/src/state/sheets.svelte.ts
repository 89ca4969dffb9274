// The sheets and dialogs that are open, the last on top.
import type {
  BackupView,
  ConnectionView,
  DraftView,
  KeyDetail,
  Permission,
  Problem,
  StoreCreated,
} from "../contract";
import type { Target } from "./sign-in.svelte";

export type SheetContent =
  /** Without `to` the person says what is to be connected. */
  | { kind: "connect"; practice: boolean; to?: Target }
  | { kind: "sign_in"; connection: ConnectionView; succeeded: () => void }
  | {
      kind: "store";
      connection: number | null;
      /** Told of the Store, when a sheet below waits for one. */
      created?: (store: StoreCreated) => void;
      /** Told of its draft instead. */
      drafted?: (draft: number) => void;
      /** The draft to go on with. */
      draft?: DraftView;
      /** Why the server was not reached just before, so that it is not asked in vain again. */
      offline?: Problem;
    }
  | { kind: "key"; connection: number | null; store: number | null; draft?: DraftView }
  /** A pair that was made in the browser, for a site where nobody has to sign in from here. */
  | { kind: "paste_key"; connection: number }
  | { kind: "renew"; detail: KeyDetail }
  /** `found` is what a diagnosis just found that the key may do. */
  | { kind: "edit_key"; detail: KeyDetail; found?: Permission }
  | { kind: "revoke"; detail: KeyDetail }
  | { kind: "revoke_several"; connection: number | null }
  | { kind: "remake"; detail: KeyDetail }
  | { kind: "disconnect"; connection: ConnectionView }
  /** Without a key it asks for the values that a web developer entered. */
  | { kind: "diagnose"; key: number | null }
  | { kind: "handover"; key: number }
  | { kind: "rotation"; key: number }
  | { kind: "questions" }
  | { kind: "restore"; backup: BackupView }
  | { kind: "shortcuts" };

export interface OpenSheet {
  id: number;
  content: SheetContent;
  closed: () => void;
}

class SheetsState {
  open = $state.raw<OpenSheet[]>([]);
  #next = 0;

  /** Opens a sheet above all others; the promise ends when it is closed. */
  show(content: SheetContent): Promise<void> {
    return new Promise((closed) => {
      this.open = [...this.open, { id: this.#next++, content, closed }];
    });
  }

  close(id: number): void {
    const sheet = this.open.find((open) => open.id === id);
    this.open = this.open.filter((open) => open.id !== id);
    sheet?.closed();
  }

  has(kind: SheetContent["kind"]): boolean {
    return this.open.some((sheet) => sheet.content.kind === kind);
  }
}

export const sheets = new SheetsState();
