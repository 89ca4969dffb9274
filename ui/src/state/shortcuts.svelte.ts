// Keys of the whole window. One list serves both the acting and the showing.
import { tick } from "svelte";
import type { CopyField } from "../contract";
import { announce } from "./announce.svelte";
import { clipboard } from "./clipboard.svelte";
import { keys } from "./keys.svelte";
import { overview } from "./overview.svelte";
import { refresh } from "./refresh.svelte";
import { sheets } from "./sheets.svelte";
import { turn } from "./turn.svelte";
import { view } from "./view.svelte";

const mac = navigator.userAgent.includes("Macintosh");

/** How a shortcut is written on this system. */
export function keyName(key: string): string {
  return mac ? `⌘${key}` : `Ctrl ${key}`;
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Whether something is marked that a person may mean to copy. */
function hasTextSelected(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return target.selectionStart !== target.selectionEnd;
  }
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed;
}

async function search(): Promise<void> {
  if (view.screen !== "stores" && view.screen !== "holders") view.screen = "keys";
  view.detailOpen = false;
  await tick();
  const field = document.getElementById("search");
  if (field instanceof HTMLInputElement) field.select();
}

function copySelected(field: CopyField): boolean {
  if (view.screen !== "keys" || view.selected === null) return false;
  const key = view.selected;
  const at = keys.find((row) => row.id === key);
  // The one value of an ak_ key stands in the Identifier's place.
  const one = at !== null && keys.row(at)?.key_type === "api_key" && field === "identifier";
  void clipboard.copy(key, one ? "secret" : field);
  return true;
}

function isRefresh(event: KeyboardEvent): boolean {
  const modified = mac ? event.metaKey : event.ctrlKey;
  return event.key === "F5" || (modified && event.key.toLowerCase() === "r");
}

function isTurn(event: KeyboardEvent): boolean {
  const modified = mac ? event.metaKey : event.ctrlKey;
  return modified && event.shiftKey && event.key.toLowerCase() === "c";
}

/** Does what a key means; true when it meant something. */
function act(event: KeyboardEvent): boolean {
  const connected = overview.connections.length > 0;
  if (isRefresh(event)) {
    refresh.startAll(view.connection);
    return true;
  }
  if (event.key === "?" && !isEditable(event.target)) {
    void sheets.show({ kind: "shortcuts" });
    return true;
  }
  if (event.key === "Escape" && view.narrow && view.detailOpen) {
    view.detailOpen = false;
    return true;
  }
  if (!(mac ? event.metaKey : event.ctrlKey) || event.altKey || !connected) return false;
  switch (event.key.toLowerCase()) {
    case "k":
    case "f":
      void search();
      return true;
    case "n":
      if (event.shiftKey) {
        void sheets.show({ kind: "store", connection: view.connection });
      } else {
        void sheets.show({ kind: "key", connection: view.connection, store: null });
      }
      return true;
    case "z":
      return !event.shiftKey && !isEditable(event.target) && announce.undoNewest();
    case "c":
      if (isTurn(event)) return turn.press(view.screen === "keys" ? view.selected : null);
      return !hasTextSelected(event.target) && copySelected("secret");
    case "b":
      return copySelected("identifier");
    case "u":
      return copySelected("base_url");
    default:
      return false;
  }
}

/** The window's handler. Sheets keep the keyboard to themselves, but for a turn that goes on. */
export function onShortcut(event: KeyboardEvent): void {
  // Some web views would load the page anew, and lose what was typed.
  if (isRefresh(event)) event.preventDefault();
  else if (event.defaultPrevented) return;
  if (sheets.open.length > 0) {
    if (isTurn(event) && turn.press(null)) event.preventDefault();
    return;
  }
  if (act(event)) event.preventDefault();
}

/** The handler of the small window, which knows this one shortcut. */
export function onTurnShortcut(event: KeyboardEvent): void {
  if (isRefresh(event) || (isTurn(event) && turn.press(null))) event.preventDefault();
}

/** The web view's own menu offers to go back and to load anew; only text fields keep theirs. */
export function onContextMenu(event: MouseEvent): void {
  if (!isEditable(event.target) && !hasTextSelected(event.target)) event.preventDefault();
}

/** A file that is dropped on the window must not take the page's place. */
export function onDrop(event: DragEvent): void {
  if (!isEditable(event.target)) event.preventDefault();
}
