// Making, changing and revoking consumer keys in the invented program.
import type { KeyCreated, NewConsumerKey } from "../contract";
import { type Answers, connectionOf, keyOf } from "./answers";
import type { Preview } from "./backend";
import { askedInAddress } from "./doctor";
import { consumerKey } from "./shop";

type ConsumerCommands =
  | "consumer_key_form"
  | "find_site_users"
  | "create_consumer_key"
  | "edit_consumer_key"
  | "revoke_keys"
  | "remake_key"
  | "ask_in_address"
  | "look_for_access";

const users = [
  { id: 1, label: "Marie Exemple (#1 – marie@shop.example)" },
  { id: 2, label: "Ann Example (#2 – ann@shop.example)" },
];

export function makeConsumerKey(preview: Preview, wanted: NewConsumerKey): KeyCreated {
  const { world } = preview;
  const from = connectionOf(preview, wanted.connection);
  const owner = users.find((user) => user.id === (wanted.owner ?? 1));
  const made = consumerKey(world.next++, from, {
    description: wanted.description,
    permission: wanted.permission,
    owner: owner?.label.replace(/ \(.*/, "") ?? null,
    status: "not_checked",
    last_access: "",
    consumer: { never_used: true },
  });
  world.keys.unshift({ ...made, checked_at: null });
  preview.emit("changed", { connection: from.id });
  return { key: made.row.id, secret_stored: true };
}

export const consumerAnswers: Pick<Answers, ConsumerCommands> = {
  consumer_key_form: () => ({
    own: { id: 1, label: "Marie Exemple (#1 – marie@shop.example)" },
    may_choose_owner: true,
  }),
  find_site_users: ({ term }) =>
    users.filter((user) => user.label.toLowerCase().includes(term.toLowerCase())),
  create_consumer_key: ({ new_key }, preview) => makeConsumerKey(preview, new_key),
  edit_consumer_key: ({ key: id, change }, preview) => {
    const known = keyOf(preview, id);
    known.app_name = change.description;
    known.row = { ...known.row, name: change.description, permission: change.permission };
    preview.emit("changed", { connection: known.row.connection });
    return null;
  },
  revoke_keys: ({ keys, typed_name }, preview) => {
    const known = keys.map((id) => keyOf(preview, id));
    const [only] = known;
    const asked = known.length === 1 ? only?.typed_name : only?.connection_name;
    if (typed_name !== asked) {
      throw { code: "typed_name_differs" };
    }
    const report = {
      revoked: [] as number[],
      already_gone: [] as number[],
      not_allowed: [] as number[],
    };
    for (const each of known) {
      if (each.row.status === "gone") report.already_gone.push(each.row.id);
      else if (each.consumer?.may_change === false) report.not_allowed.push(each.row.id);
      else {
        each.row = { ...each.row, status: "gone" };
        report.revoked.push(each.row.id);
      }
    }
    preview.emit("changed", { connection: null });
    return report;
  },
  remake_key: ({ key: id }, preview) => {
    const old = keyOf(preview, id);
    old.row = { ...old.row, status: "gone" };
    if (old.consumer) old.consumer.secret_lost = false;
    return makeConsumerKey(preview, {
      connection: old.row.connection,
      description: old.row.name,
      owner: null,
      permission: old.row.permission ?? "read",
    });
  },
  ask_in_address: ({ key: id }, preview) => askedInAddress(keyOf(preview, id)),
  look_for_access: ({ rotation: id }, preview) => {
    const rotation = preview.world.rotations.find((each) => each.id === id);
    if (rotation?.step !== "await_use" && rotation?.step !== "retire") {
      throw { code: "rotation_elsewhere" };
    }
    return false;
  },
};
