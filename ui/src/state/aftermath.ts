// What became of a creation whose reply was lost, as the records tell it once somebody looked.
import { call } from "$backend";

/** A creation that was asked for. */
export interface Attempt {
  connection: number;
  act: "create_key" | "create_store";
  name: string;
  at: number;
}

/** Not known yet; made, with its number here when it is a key; or never made. */
export type Aftermath = { became: "open" | "never" } | { became: "made"; key: number | null };

/** Other creations in between are few: they begin with a person's press, too. */
const LATELY = 50;

export async function aftermath({ connection, act, name, at }: Attempt): Promise<Aftermath> {
  const questions = await call("open_questions", {});
  const same = questions.some(
    (question) =>
      question.connection === connection && question.act === act && question.name === name,
  );
  if (same) return { became: "open" };
  const filter = { connection, who: null, acts: ["created" as const], text: "" };
  const told = await call("list_activity", { limit: LATELY, before: null, filter });
  const made = told.find(
    (entry) =>
      entry.at >= at &&
      entry.subject.endsWith(name) &&
      (entry.key !== null) === (act === "create_key"),
  );
  return made ? { became: "made", key: made.key } : { became: "never" };
}
