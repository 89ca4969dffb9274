// What somebody else changed on the invented server; putting keys out of sight and bringing them back.
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";

type DriftCommands =
  | "mark_drift_seen"
  | "mark_all_drift_seen"
  | "accept_new_pair"
  | "archive_key"
  | "unarchive_key"
  | "forget_key"
  | "undo_forget_key";

function changed(preview: Preview): null {
  preview.emit("changed", { connection: null });
  return null;
}

export const driftAnswers: Pick<Answers, DriftCommands> = {
  mark_drift_seen: ({ drift: id }, preview) => {
    for (const key of preview.world.keys) key.drift = key.drift.filter((each) => each.id !== id);
    return changed(preview);
  },
  mark_all_drift_seen: ({ connection }, preview) => {
    for (const key of preview.world.keys) {
      if (connection === null || key.row.connection === connection) key.drift = [];
    }
    return changed(preview);
  },
  accept_new_pair: ({ key: id }, preview) => {
    const key = keyOf(preview, id);
    const identifier = key.offered?.identifier ?? key.row.identifier;
    key.row = { ...key.row, identifier, status: "not_checked" };
    key.offered = null;
    key.drift = [];
    return changed(preview);
  },
  archive_key: ({ key: id }, preview) => {
    keyOf(preview, id).archived_at = Date.now();
    return changed(preview);
  },
  unarchive_key: ({ key: id }, preview) => {
    keyOf(preview, id).archived_at = null;
    return changed(preview);
  },
  forget_key: ({ key: id }, preview) => {
    const key = keyOf(preview, id);
    if (key.row.status !== "gone") throw { code: "still_on_server" };
    preview.world.forgotten.push(key);
    preview.world.keys = preview.world.keys.filter((each) => each !== key);
    return changed(preview);
  },
  undo_forget_key: ({ key: id }, preview) => {
    preview.world.keys.unshift(...preview.world.forgotten.filter((key) => key.row.id === id));
    return changed(preview);
  },
};
