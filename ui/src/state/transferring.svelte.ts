// How far the export or import under way is, as the program tells it.
import { listen } from "$backend";
import type { TransferProgress } from "../contract";

class TransferringState {
  progress = $state.raw<TransferProgress | null>(null);

  listen(): void {
    listen("transferring", (progress) => (this.progress = progress));
  }

  /** What follows has a progress of its own. */
  begin(): void {
    this.progress = null;
  }
}

export const transferring = new TransferringState();
