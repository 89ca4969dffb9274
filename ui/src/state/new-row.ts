// Showing a key that was just made: its row selected, its first copy button in focus, checked at once.
import { call } from "$backend";
import type { KeyCreated } from "../contract";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { keys } from "./keys.svelte";
import { listFocus } from "./list-focus.svelte";
import { overview } from "./overview.svelte";
import { view } from "./view.svelte";

/** `said` tells that it was made, and where its secret is. */
export async function showNewKey(
  created: KeyCreated,
  connection: number | null,
  said: string,
): Promise<void> {
  view.search = "";
  if (view.connection !== connection) view.connection = null;
  view.showKeys();
  view.select(created.key);
  listFocus.wanted = created.key;
  await Promise.all([keys.again(), overview.load()]);
  announce.show(said, "key");
  if (!created.secret_stored) return;
  const status = await call("check_key", { key: created.key }).catch(() => null);
  if (status) announce.say(t("check-said", { state: t(`status-${status}`) }));
}
