// The invented drafts, and what is not known of something sent.
import type { DraftContent, DraftView, SendOutcome, SendResult } from "../contract";
import { asProblem } from "../problem";
import { type Answers, connectionOf } from "./answers";
import type { Preview } from "./backend";
import { makeKey, makeStore } from "./making";

type DraftCommands =
  | "list_drafts"
  | "save_draft"
  | "delete_draft"
  | "restore_draft"
  | "clear_sent_drafts"
  | "send_drafts"
  | "stop_sending"
  | "open_questions"
  | "decide";

let stopped = false;

function changed(preview: Preview): null {
  preview.emit("changed", { connection: null });
  return null;
}

function nameOf(content: DraftContent): string {
  if (content.kind === "key") return content.name;
  return content.values.find(([field]) => field === "store[name]")?.[1] ?? "";
}

function storeNameOf(preview: Preview, connection: number, content: DraftContent): string | null {
  if (content.kind === "store") return null;
  const { drafts, stores } = preview.world;
  if (content.store_draft !== null) {
    return drafts.find((draft) => draft.id === content.store_draft)?.name ?? null;
  }
  const at = stores.find(
    (store) => store.connection === connection && store.server_id === content.store,
  );
  return at?.name ?? null;
}

function draftOf(preview: Preview, id: number): DraftView {
  const found = preview.world.drafts.find((draft) => draft.id === id);
  if (!found) throw { code: "record_gone" };
  return found;
}

/** The server's number of what a draft of a Store became; `undefined` while it waits. */
function sentStore(preview: Preview, id: number): number | undefined {
  const { state } = draftOf(preview, id);
  if (state.state !== "sent_store") return undefined;
  return preview.world.stores.find((store) => store.id === state.store)?.server_id;
}

function sendOne(preview: Preview, id: number): SendOutcome {
  const draft = draftOf(preview, id);
  const { connection, content } = draft;
  if (draft.state.state !== "waiting") throw { code: "draft_not_waiting" };
  const of = connectionOf(preview, connection);
  if (of.session !== "signed_in") throw { code: "signed_out", connection };
  if (of.offline) throw { code: "unreachable", host: of.host };
  if (content.kind === "store") {
    const made = makeStore(preview, connection, content.values);
    draft.state = { state: "sent_store", store: made.store, at: Date.now() };
    return { outcome: "sent_store", store: made.store };
  }
  const { name, key_type, scopes } = content;
  const store =
    content.store_draft === null ? content.store : sentStore(preview, content.store_draft);
  if (store === undefined) return { outcome: "waits_for_store" };
  const made = makeKey(preview, { connection, name, key_type, scopes, store });
  draft.state = { state: "sent_key", key: made.key, at: Date.now() };
  return { outcome: "sent_key", ...made };
}

/** What comes of each, in the order given, a Store before the keys that wait for it. */
async function send(preview: Preview, ids: number[]): Promise<SendResult[]> {
  stopped = false;
  const isKey = (id: number): number => (draftOf(preview, id).content.kind === "key" ? 1 : 0);
  const order = [...ids].sort((one, other) => isKey(one) - isKey(other));
  const results: SendResult[] = [];
  for (const [done, draft] of order.entries()) {
    preview.emit("sending", { draft, done, total: order.length });
    await Promise.resolve();
    let outcome: SendOutcome;
    try {
      outcome = stopped ? { outcome: "stopped" } : sendOne(preview, draft);
    } catch (thrown) {
      outcome = { outcome: "failed", problem: asProblem(thrown) };
    }
    results.push({ draft, outcome });
  }
  changed(preview);
  return results;
}

export const draftAnswers: Pick<Answers, DraftCommands> = {
  list_drafts: (_args, { world }) => world.drafts,
  save_draft: ({ connection, draft: id, content }, preview) => {
    const { world } = preview;
    const number = id ?? world.next++;
    const made: DraftView = {
      id: number,
      connection,
      name: nameOf(content),
      content,
      store_name: storeNameOf(preview, connection, content),
      state: { state: "waiting" },
      changed_at: Date.now(),
    };
    if (id === null) world.drafts.push(made);
    else world.drafts = world.drafts.map((draft) => (draft.id === id ? made : draft));
    changed(preview);
    return number;
  },
  delete_draft: ({ draft: id }, preview) => {
    preview.world.deleted.push(draftOf(preview, id));
    preview.world.drafts = preview.world.drafts.filter((draft) => draft.id !== id);
    return changed(preview);
  },
  restore_draft: ({ draft: id }, preview) => {
    const back = preview.world.deleted.filter((draft) => draft.id === id);
    preview.world.drafts.push(...back);
    return changed(preview);
  },
  clear_sent_drafts: (_args, preview) => {
    const { world } = preview;
    world.drafts = world.drafts.filter((draft) => !draft.state.state.startsWith("sent"));
    return changed(preview);
  },
  send_drafts: ({ drafts }, preview) => send(preview, drafts),
  stop_sending: () => {
    stopped = true;
    return null;
  },
  open_questions: (_args, { world }) => world.questions,
  decide: ({ intent }, preview) => {
    const { world } = preview;
    world.questions = world.questions.filter((question) => question.intent !== intent);
    return changed(preview);
  },
};
