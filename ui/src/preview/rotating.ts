// Replacing a key by a second one in the invented program.
import type { KeyType, RetireWay, RotationView } from "../contract";
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";
import { makeConsumerKey } from "./consumer-keys";
import { makeKey } from "./making";

type RotatingCommands =
  | "rotations"
  | "begin_rotation"
  | "make_rotation_key"
  | "look_for_delivery"
  | "confirm_rotation"
  | "retire_old_key"
  | "open_app_page"
  | "finish_rotation"
  | "give_up_rotation";

const retires: Record<KeyType, RetireWay> = {
  oauth: "renew",
  api_key: "save_page",
  consumer: "revoke",
};

function changed(preview: Preview): null {
  preview.emit("changed", { connection: null });
  return null;
}

function stored(preview: Preview, id: number): RotationView {
  const found = preview.world.rotations.find((rotation) => rotation.id === id);
  if (!found) throw { code: "record_gone" };
  return found;
}

/** With the rows of both keys as they are now. */
function now(preview: Preview, rotation: RotationView): RotationView {
  const second = rotation.new_key ? keyOf(preview, rotation.new_key.id).row : null;
  return {
    ...rotation,
    old_key: keyOf(preview, rotation.old_key.id).row,
    new_key: second,
    new_live: second?.status === "works",
  };
}

/** The rotation of a key, as the one that goes or the one that comes. */
export function rotationOf(preview: Preview, id: number): RotationView | null {
  const found = preview.world.rotations.find(
    (rotation) => rotation.old_key.id === id || rotation.new_key?.id === id,
  );
  return found ? now(preview, found) : null;
}

export const rotatingAnswers: Pick<Answers, RotatingCommands> = {
  rotations: (_args, preview) => preview.world.rotations.map((rotation) => now(preview, rotation)),
  begin_rotation: ({ key: id }, preview) => {
    if (rotationOf(preview, id)) throw { code: "already_rotating" };
    const known = keyOf(preview, id);
    const number = preview.world.next++;
    preview.world.rotations.push({
      id: number,
      step: "make_key",
      old_key: known.row,
      new_key: null,
      proposed_name: `${known.app_name} 2`,
      proposed_permission: known.row.permission,
      old_still_used: null,
      proposed_scopes: known.consumer || known.row.store === null ? [] : ["deliveries"],
      old_live: true,
      new_live: false,
      begun_at: Date.now(),
      handed_over_at: null,
      seen: null,
      seen_at: null,
      retired_at: null,
      retire: retires[known.row.key_type],
      typed_name: known.typed_name,
    });
    changed(preview);
    return number;
  },
  make_rotation_key: ({ rotation: id, name, scopes }, preview) => {
    const rotation = stored(preview, id);
    if (rotation.step !== "make_key") throw { code: "rotation_elsewhere" };
    const old = keyOf(preview, rotation.old_key.id);
    if (scopes.length === 0 && !old.consumer) throw { code: "no_scope" };
    const store = preview.world.stores.find((each) => each.id === old.store_id);
    const { connection, key_type, permission } = old.row;
    const made = permission
      ? makeConsumerKey(preview, { connection, description: name, owner: null, permission })
      : makeKey(preview, { connection, name, key_type, scopes, store: store?.server_id ?? null });
    rotation.new_key = keyOf(preview, made.key).row;
    rotation.step = "hand_over";
    changed(preview);
    return made;
  },
  look_for_delivery: ({ rotation: id }, preview) => {
    if (stored(preview, id).step !== "await_use") throw { code: "rotation_elsewhere" };
    return false;
  },
  confirm_rotation: ({ rotation: id }, preview) => {
    const rotation = stored(preview, id);
    if (rotation.step !== "await_use") throw { code: "rotation_elsewhere" };
    rotation.step = "retire";
    rotation.seen = "confirmed";
    rotation.seen_at = Date.now();
    return changed(preview);
  },
  retire_old_key: ({ rotation: id, typed_name }, preview) => {
    const rotation = stored(preview, id);
    if (rotation.step !== "retire") throw { code: "rotation_elsewhere" };
    if (rotation.retire !== "save_page" && typed_name !== rotation.typed_name) {
      throw { code: "typed_name_differs" };
    }
    rotation.step = "archive";
    rotation.old_live = false;
    rotation.retired_at = Date.now();
    return changed(preview);
  },
  open_app_page: () => null,
  finish_rotation: ({ rotation: id }, preview) => {
    const rotation = stored(preview, id);
    if (rotation.step !== "archive") throw { code: "rotation_elsewhere" };
    keyOf(preview, rotation.old_key.id).archived_at = Date.now();
    preview.world.rotations = preview.world.rotations.filter((each) => each.id !== id);
    return changed(preview);
  },
  give_up_rotation: ({ rotation: id }, preview) => {
    preview.world.rotations = preview.world.rotations.filter((each) => each.id !== id);
    return changed(preview);
  },
};
