// What needs a person in the invented program.
import type { AttentionKind, AttentionRow, AttentionSubject, KeyDetail } from "../contract";
import type { Answers } from "./answers";
import type { Preview } from "./backend";
import type { PutOff, World } from "./world";

type AttentionCommands = "list_attention" | "put_off" | "take_up";

const WEEK = 7 * 86_400_000;

const order: AttentionKind[] = [
  "key_trouble",
  "secret_not_stored",
  "unrestricted",
  "every_order",
  "holder_left",
  "rotation_open",
  "never_handed_over",
  "not_confirmed",
  "old",
  "unused",
  "no_time_slot",
  "store_without_key",
  "draft_waiting",
];

function kindsOf(world: World, key: KeyDetail): AttentionKind[] {
  const { status } = key.row;
  const fine = [
    "works",
    "not_checked",
    "unreachable",
    "secret_missing",
    "unrestricted",
    "not_held",
  ];
  const found: AttentionKind[] = [];
  if (!fine.includes(status)) found.push("key_trouble");
  if (status === "secret_missing") found.push("secret_not_stored");
  if (status === "unrestricted") found.push("unrestricted");
  if (key.scopes?.some((scope) => scope.endsWith(":all"))) found.push("every_order");
  if (key.row.unused) found.push("unused");
  const held = key.handovers.filter((handover) => !handover.outdated);
  if (held.some((handover) => handover.person in world.left)) found.push("holder_left");
  if (world.rotations.some((rotation) => rotation.old_key.id === key.row.id)) {
    found.push("rotation_open");
  }
  const made = key.history.some((entry) => entry.act === "created");
  if (made && key.handovers.length === 0) found.push("never_handed_over");
  const newest = held[0];
  if (newest && newest.confirmed_at === null && newest.at < Date.now() - WEEK) {
    found.push("not_confirmed");
  }
  const days = world.settings.rotation_days;
  const born = key.history.at(-1)?.at ?? Date.now();
  if (days !== null && born < Date.now() - days * 86_400_000) found.push("old");
  return found;
}

function everything(world: World): AttentionRow[] {
  const none = { status: null, since: null, put_off_until: null, dismissed: false };
  const shown = world.keys.filter((key) => key.archived_at === null);
  const ofKeys = shown.flatMap((key) =>
    kindsOf(world, key).map((kind): AttentionRow => {
      const { id, connection, name, store, status } = key.row;
      const subject = { about: "key", id } as const;
      const since = key.checked_at;
      return { ...none, kind, subject, connection, name, store_name: store ?? "", status, since };
    }),
  );
  const ofStores = world.stores.flatMap((store): AttentionRow[] => {
    const subject = { about: "store", id: store.id } as const;
    const row = { ...none, subject, connection: store.connection, name: store.name };
    if (!shown.some((key) => key.store_id === store.id)) {
      return [{ ...row, kind: "store_without_key", store_name: store.name }];
    }
    return store.has_time_slot ? [] : [{ ...row, kind: "no_time_slot", store_name: store.name }];
  });
  const ofDrafts = world.drafts
    .filter((draft) => !draft.state.state.startsWith("sent"))
    .map((draft): AttentionRow => {
      const subject = { about: "draft", id: draft.id } as const;
      const { connection, name, changed_at: since } = draft;
      const store_name = draft.store_name ?? "";
      return { ...none, kind: "draft_waiting", subject, connection, name, store_name, since };
    });
  return [...ofKeys, ...ofStores, ...ofDrafts].sort(
    (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind),
  );
}

function same(
  one: { kind: AttentionKind; subject: AttentionSubject },
  other: { kind: AttentionKind; subject: AttentionSubject },
): boolean {
  return (
    one.kind === other.kind &&
    one.subject.about === other.subject.about &&
    one.subject.id === other.subject.id
  );
}

function putOffOf(world: World, row: AttentionRow): PutOff | null {
  const found = world.putOff.find((each) => same(each, row));
  if (!found || (found.until !== null && found.until <= Date.now())) return null;
  return found;
}

/** What is due now. */
export function due(world: World): AttentionRow[] {
  return everything(world).filter((row) => putOffOf(world, row) === null);
}

function restOf(world: World): AttentionRow[] {
  return everything(world).flatMap((row) => {
    const found = putOffOf(world, row);
    return found ? [{ ...row, put_off_until: found.until, dismissed: found.until === null }] : [];
  });
}

function changed(preview: Preview): null {
  preview.emit("changed", { connection: null });
  return null;
}

export const attentionAnswers: Pick<Answers, AttentionCommands> = {
  list_attention: ({ query }, { world }) => {
    const here = (row: AttentionRow): boolean =>
      query.connection === null || row.connection === query.connection;
    const now = due(world).filter(here);
    const rest = restOf(world).filter(here);
    const rows = (query.put_off ? rest : now).filter(
      (row) => query.kind === null || row.kind === query.kind,
    );
    const kinds = order.map((kind) => ({
      kind,
      count: now.filter((row) => row.kind === kind).length,
    }));
    return {
      total: rows.length,
      rows: rows.slice(query.offset, query.offset + query.limit),
      kinds: kinds.filter((each) => each.count > 0),
      put_off: rest.length,
    };
  },
  put_off: ({ kind, subject, until }, preview) => {
    const { world } = preview;
    const others = world.putOff.filter((each) => !same(each, { kind, subject }));
    world.putOff = [...others, { kind, subject, until }];
    return changed(preview);
  },
  take_up: ({ kind, subject }, preview) => {
    const { world } = preview;
    world.putOff = world.putOff.filter((each) => !same(each, { kind, subject }));
    return changed(preview);
  },
};
