// What a sheet offers while the server's own form cannot be read: what is known here.
import { call } from "$backend";
import type {
  DraftView,
  FormField,
  FormFieldKind,
  KeyForm,
  Problem,
  StoreChoice,
  StoreForm,
} from "../contract";
import { t } from "../text.svelte";

/** Why the server's form is not shown: what kept it away, or the person's own wish. */
export type WhyOffline = Problem | "by_choice";

/** A Store that waits to be sent. */
export interface StoreDraft {
  id: number;
  name: string;
  address: string;
}

export const NAME = "store[name]";
export const STREET = "store[address][streetAddress]";

const AT_ONCE = 200;

/** The Stores of a connection as they were last read, without those that are gone. */
async function knownStores(connection: number): Promise<StoreChoice[]> {
  const found: StoreChoice[] = [];
  for (let offset = 0; ;) {
    const query = { text: "", connection, offset, limit: AT_ONCE };
    const { rows, total } = await call("list_stores", { query });
    for (const { server_id, name, address, gone } of rows) {
      if (!gone) found.push({ server_id, name, address });
    }
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return found;
  }
}

/** Choices for a key without asking the server; `begun` keeps the Store it was for. */
export async function offlineKeyForm(
  connection: number,
  begun: DraftView | null,
): Promise<KeyForm> {
  const stores = await knownStores(connection);
  const of = begun?.content.kind === "key" ? begun.content.store : null;
  if (of !== null && !stores.some((store) => store.server_id === of)) {
    stores.push({ server_id: of, name: begun?.store_name ?? `№ ${of}`, address: "" });
  }
  return {
    types: ["oauth", "api_key"],
    scopes: ["deliveries", "tasks", "orders:all", "tasks:all"],
    stores,
    store_required: false,
  };
}

/** The drafts of Stores of a connection that wait to be sent; `kept` is there in any state. */
export async function storeDraftsOf(
  connection: number,
  kept: number | null,
): Promise<StoreDraft[]> {
  // Without them a key can still be for any other Store.
  const all = await call("list_drafts", {}).catch((): DraftView[] => []);
  return all.flatMap(({ id, name, content, state, connection: of }) => {
    if (of !== connection || content.kind !== "store") return [];
    if (state.state !== "waiting" && id !== kept) return [];
    return [{ id, name, address: new Map(content.values).get(STREET) ?? "" }];
  });
}

/** The fields that every server's form for a Store has, under our own labels. */
export function offlineStoreForm(): StoreForm {
  const field = (name: string, kind: FormFieldKind, label: string): FormField => ({
    name,
    kind,
    label,
    help: "",
    value: "",
    required: false,
    options: [],
  });
  return {
    country: null,
    fields: [
      { ...field(NAME, "text", t("store-name")), required: true },
      { ...field(STREET, "address", t("address")), help: t("draft-point-later") },
      field("store[telephone]", "telephone", t("store-telephone")),
      field("store[website]", "website", t("store-website")),
      field("store[legalName]", "text", t("store-legal-name")),
    ],
  };
}
