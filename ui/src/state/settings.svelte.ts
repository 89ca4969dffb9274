// Settings as they are saved, and their effect on the page.
import { call } from "$backend";
import type { Problem, Settings } from "../contract";
import { asProblem } from "../problem";
import { chooseLanguage } from "../text.svelte";
import { overview } from "./overview.svelte";

/** Makes the page look and speak as the settings say. */
export function applySettings(settings: Settings): void {
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  if (settings.reduce_motion) root.dataset.motion = "none";
  else delete root.dataset.motion;
  void chooseLanguage(settings.language, navigator.languages);
}

/** Saves one change; on failure what was saved before stays. */
export async function changeSettings(change: Partial<Settings>): Promise<Problem | null> {
  const current = overview.current?.settings;
  if (!current) return null;
  try {
    const settings = await call("save_settings", { settings: { ...current, ...change } });
    overview.patch({ settings });
    return null;
  } catch (thrown) {
    return asProblem(thrown);
  }
}
