// The only file that knows Tauri: asks commands and listens to events, typed by the contract.
import { invoke } from "@tauri-apps/api/core";
import { listen as listenTo } from "@tauri-apps/api/event";
import type { Commands, Events } from "./contract";
import { asProblem } from "./problem";

/** Asks a command. Throws a `Problem` and nothing else. */
export async function call<K extends keyof Commands>(
  name: K,
  args: Commands[K]["args"],
): Promise<Commands[K]["reply"]> {
  try {
    return await invoke<Commands[K]["reply"]>(name, args);
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** Calls `heard` with each event of that name. */
export function listen<K extends keyof Events>(name: K, heard: (payload: Events[K]) => void): void {
  void listenTo<Events[K]>(name, (event) => heard(event.payload));
}
