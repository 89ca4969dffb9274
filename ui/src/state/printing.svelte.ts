// What goes on paper or into a PDF: the sheet that is open, and nothing else of the window.
import type { Sheet } from "../contract";

class PrintingState {
  sheet = $state.raw<Sheet | null>(null);
}

export const printing = new PrintingState();
