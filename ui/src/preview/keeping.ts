// The invented history, backups and rescue of secrets.
import type { ActivityEntry, ActivityFilter, BackupReason, BackupView } from "../contract";
import type { Answers } from "./answers";
import type { Preview } from "./backend";

type KeepingCommands =
  | "list_activity"
  | "people"
  | "export_activity"
  | "rescue_secrets"
  | "list_backups"
  | "back_up"
  | "restore_backup";

function fits(preview: Preview, entry: ActivityEntry, filter: ActivityFilter): boolean {
  const name = preview.world.connections.find((each) => each.id === filter.connection)?.name;
  return (
    (filter.connection === null || entry.connection === name) &&
    (filter.who === null || entry.who === filter.who) &&
    (filter.acts.length === 0 || filter.acts.includes(entry.act)) &&
    entry.subject.toLowerCase().includes(filter.text.trim().toLowerCase())
  );
}

function backUp(preview: Preview, reason: BackupReason): BackupView {
  const { world } = preview;
  const at = Date.now();
  const made: BackupView = {
    name: `inventory-${at}-${reason}`,
    at,
    reason,
    bytes: 184_320,
    keys: world.keys.length,
    connections: world.connections.length,
  };
  world.backups = [made, ...world.backups];
  return made;
}

export const keepingAnswers: Pick<Answers, KeepingCommands> = {
  list_activity: ({ limit, before, filter }, preview) =>
    preview.world.activity
      .filter((entry) => (before === null || entry.at < before) && fits(preview, entry, filter))
      .sort((one, other) => other.at - one.at)
      .slice(0, limit),
  people: (_args, { world }) => [...new Set(world.activity.map((entry) => entry.who))].sort(),
  export_activity: () => "/home/marie/Documents/saddlebag-history.csv",
  rescue_secrets: async (_args, preview) => {
    const total = preview.world.keys.length;
    preview.emit("rescuing", { done: 0, total });
    await Promise.resolve();
    preview.emit("rescuing", { done: total, total });
    const missing = preview.world.keys.filter((known) => !known.row.has_secret);
    for (const known of missing) {
      known.row = { ...known.row, has_secret: true, secret_held: false };
    }
    preview.emit("changed", { connection: null });
    const offline = preview.world.connections.filter((each) => each.session !== "signed_in");
    const stored = missing.length;
    const unread = offline.map((each) => each.name);
    return { shown: total, already: total - stored, stored, held: 0, unread };
  },
  list_backups: (_args, { world }) => world.backups,
  back_up: (_args, preview) => backUp(preview, "by_hand"),
  restore_backup: ({ name }, preview) => {
    const found = preview.world.backups.find((backup) => backup.name === name);
    if (!found || found.keys === null) throw { code: "backup_unusable" };
    backUp(preview, "before_restore");
    preview.emit("changed", { connection: null });
    return null;
  },
};
