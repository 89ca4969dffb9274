// Sheets, packs and hand-overs of the invented program.
import type {
  Channel,
  HandoverView,
  HolderView,
  KeyDetail,
  Sheet,
  SheetRequest,
} from "../contract";
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";
import type { World } from "./world";

type HandingCommands =
  | "sheet"
  | "check_code"
  | "mail_sheet"
  | "mail_pack"
  | "print_sheet"
  | "save_sheet_pdf"
  | "seal_pack"
  | "reveal_qr"
  | "record_handover"
  | "confirm_handover"
  | "remove_handover"
  | "restore_handover"
  | "holders"
  | "set_holder_left"
  | "show_folder";

const CHECK_CODE = "7F3A-29C1";
export const PASSPHRASE = "invented-words-only-for-practice-here";

function changed(preview: Preview): null {
  preview.emit("changed", { connection: null });
  return null;
}

function sheetOf(preview: Preview, wanted: SheetRequest): Sheet {
  const known = keyOf(preview, wanted.key);
  const shop = known.row.store ?? known.row.name;
  const code = wanted.platform === "php" || wanted.platform === "curl";
  const plain = { also: null, value: null, instead: null };
  if (known.consumer) return consumerSheet(known, wanted);
  return {
    language: wanted.language,
    title: `Connect ${shop} to ${known.connection_name} (${wanted.platform})`,
    lead: `With this key, orders of ${shop} arrive at ${known.connection_name} as deliveries.`,
    values_heading: "Values",
    values: [
      { ...plain, label: "Base URL", value: known.base_url },
      { ...plain, label: "API Key", also: "Identifier", value: known.row.identifier },
      { ...plain, label: "API Secret", also: "Secret", instead: "comes another way" },
    ],
    steps_heading: "Steps",
    steps: [
      "In WordPress, open Settings, then CoopCycle.",
      "Put each value into the field of the same name. No space before or after it, no slash at the end of the address.",
      "Press Save Changes twice: the plugin tests what was saved before, so that only the second time tells the truth.",
      "Look for the line Connected to app. With it, orders arrive as deliveries.",
    ],
    code: code
      ? `read -rs SECRET\ncurl -u "IDENTIFIER:$SECRET" ${known.base_url}/oauth2/token`
      : null,
    check_heading: "Check code",
    check_text:
      "Both sides can compare it without telling the Secret. Compute yours with: printf '%s' 'API KEY:API SECRET' | sha256sum, and take the first eight digits.",
    check_code: known.row.has_secret ? CHECK_CODE : null,
    notes_heading: "When it does not work",
    notes: [
      "API credentials are not valid: the plugin says this of every failure. Paste both halves again, and save twice.",
      "The date picker is empty: the Store needs a time slot. Ask the co-op.",
    ],
    footer: `22 November 2026 · ${known.connection_name}`,
  };
}

function consumerSheet(known: KeyDetail, wanted: SheetRequest): Sheet {
  const plain = { also: null, value: null, instead: null };
  const site = known.connection_name;
  return {
    language: wanted.language,
    title: `A key for ${site} (${wanted.platform})`,
    lead: `With this key, a program may use the shop of ${site}.`,
    values_heading: "Values",
    values: [
      { ...plain, label: "Site URL", value: known.base_url },
      { ...plain, label: "Consumer key", value: known.row.identifier },
      { ...plain, label: "Consumer secret", instead: "comes another way" },
    ],
    steps_heading: "Steps",
    steps: ["Enter all three values.", "Ask over https only, with the key in the header."],
    code:
      wanted.platform === "api"
        ? null
        : `curl -u "$KEY:$SECRET" ${known.base_url}/wp-json/wc/v3/orders`,
    check_heading: "Check code",
    check_text: "Both sides can compare it without telling the secret.",
    check_code: known.row.has_secret ? CHECK_CODE : null,
    notes_heading: "When it does not work",
    notes: ["401: the key was revoked, or the web server keeps the header to itself."],
    footer: `22 November 2026 · ${site}`,
  };
}

/** Hand-overs of some weeks, one to somebody who left. */
export function addHandovers(world: World): void {
  const now = Date.now();
  const days = (count: number): number => now - count * 86_400_000;
  const told: [key: number, person: string, channel: Channel, days: number, more: object][] = [
    [1, "Agence Pixel & Fils", "sealed_pack", 2, {}],
    [1, "Anaïs Dupont", "mail", 40, { confirmed_at: days(38), outdated: true }],
    [2, "Anaïs Dupont", "copied", 12, { confirmed_at: days(11) }],
    [4, "Anaïs Dupont", "printed", 30, {}],
    [5, "Webmaster der Bäckerei", "qr", 1, {}],
  ];
  for (const [key, person, channel, ago, more] of told) {
    const known = world.keys.find((each) => each.row.id === key);
    if (!known) continue;
    const sheet = { key, platform: "woocommerce", language: "fr" } as const;
    const made = handover(world, known, sheet, person, channel);
    known.handovers = [...known.handovers, { ...made, at: days(ago), ...more }];
  }
  world.left = { "Anaïs Dupont": days(1) };
}

function handover(
  world: World,
  known: KeyDetail,
  sheet: SheetRequest,
  person: string,
  channel: Channel,
): HandoverView {
  return {
    id: world.next++,
    key: sheet.key,
    subject: [known.row.store, known.row.name].filter(Boolean).join(" — "),
    connection: known.row.connection,
    status: known.row.status,
    person,
    channel,
    platform: sheet.platform,
    language: sheet.language,
    at: Date.now(),
    who: "marie",
    confirmed_at: null,
    outdated: false,
  };
}

function record(preview: Preview, sheet: SheetRequest, person: string, channel: Channel): number {
  if (person.trim() === "") throw { code: "person_missing" };
  const known = keyOf(preview, sheet.key);
  const made = handover(preview.world, known, sheet, person.trim(), channel);
  known.handovers = [made, ...known.handovers];
  for (const rotation of preview.world.rotations) {
    if (rotation.new_key?.id !== sheet.key || rotation.step !== "hand_over") continue;
    rotation.step = "await_use";
    rotation.handed_over_at = made.at;
  }
  changed(preview);
  return made.id;
}

function holdersOf(preview: Preview): HolderView[] {
  const all = preview.world.keys
    .flatMap((key) => key.handovers)
    .sort((one, other) => other.at - one.at);
  return [...new Set(all.map((handover) => handover.person))].map((person) => {
    const handovers = all.filter((handover) => handover.person === person);
    const open = new Set(handovers.filter((each) => !each.outdated).map((each) => each.key));
    return {
      person,
      left_at: preview.world.left[person] ?? null,
      handovers,
      still_open: open.size,
    };
  });
}

/** Looks like a QR code, and is none. */
function rows(size: number): string[] {
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => ((x * 7 + y * 13 + x * y) % 3 === 0 ? "1" : "0")).join(
      "",
    ),
  );
}

export const handingAnswers: Pick<Answers, HandingCommands> = {
  sheet: ({ sheet }, preview) => sheetOf(preview, sheet),
  check_code: ({ key: id }, preview) => {
    if (!keyOf(preview, id).row.has_secret) throw { code: "secret_not_stored" };
    return CHECK_CODE;
  },
  mail_sheet: () => null,
  mail_pack: () => null,
  print_sheet: () => null,
  save_sheet_pdf: () => "/home/marie/Documents/saddlebag-sheet.pdf",
  seal_pack: ({ sheet, person }, preview) => ({
    path: "/home/marie/Documents/saddlebag-pack.age",
    passphrase: PASSPHRASE,
    handover: record(preview, sheet, person, "sealed_pack"),
  }),
  reveal_qr: ({ field }) => ({ field, size: 25, rows: rows(25) }),
  record_handover: ({ sheet, person, channel }, preview) => record(preview, sheet, person, channel),
  confirm_handover: ({ handover: id, confirmed }, preview) => {
    for (const key of preview.world.keys) {
      for (const handover of key.handovers) {
        if (handover.id === id) handover.confirmed_at = confirmed ? Date.now() : null;
      }
    }
    return changed(preview);
  },
  remove_handover: ({ handover: id }, preview) => {
    for (const key of preview.world.keys) {
      const removed = key.handovers.filter((handover) => handover.id === id);
      preview.world.removed.push(...removed);
      key.handovers = key.handovers.filter((handover) => handover.id !== id);
    }
    return changed(preview);
  },
  restore_handover: ({ handover: id }, preview) => {
    for (const handover of preview.world.removed.filter((each) => each.id === id)) {
      const key = keyOf(preview, handover.key);
      key.handovers = [...key.handovers, handover].sort((one, other) => other.at - one.at);
    }
    return changed(preview);
  },
  holders: (_args, preview) => holdersOf(preview),
  set_holder_left: ({ person, left }, preview) => {
    const { [person]: _, ...others } = preview.world.left;
    preview.world.left = left ? { ...others, [person]: Date.now() } : others;
    return changed(preview);
  },
  show_folder: () => null,
};
