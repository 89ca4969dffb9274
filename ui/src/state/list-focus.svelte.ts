// A key whose row shall take the focus as soon as it is drawn.
class ListFocus {
  wanted = $state<number | null>(null);
}

export const listFocus = new ListFocus();
