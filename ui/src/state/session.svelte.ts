// Signing in again in the middle of something, on top of it, without losing it.
import type { Problem } from "../contract";
import { asProblem } from "../problem";
import { overview } from "./overview.svelte";
import { sheets } from "./sheets.svelte";

const waiting = new Map<number, Promise<boolean>>();

/** Opens the sign-in sheet for a connection; true when it is signed in afterwards. */
export function signInAgain(connection: number): Promise<boolean> {
  const already = waiting.get(connection);
  if (already) return already;
  const asked = ask(connection).finally(() => waiting.delete(connection));
  waiting.set(connection, asked);
  return asked;
}

async function ask(connection: number): Promise<boolean> {
  const found = overview.connection(connection);
  if (!found) return false;
  let done = false;
  await sheets.show({ kind: "sign_in", connection: found, succeeded: () => (done = true) });
  return done;
}

/**
 * Does `work`. When the session is over, offers to sign in and then does it once more.
 * Only for work that is harmless twice; what creates something asks the person again.
 */
export async function signedIn<T>(connection: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem: Problem = asProblem(thrown);
    if (problem.code !== "signed_out") throw problem;
    if (!(await signInAgain(problem.connection ?? connection))) throw problem;
    return await work();
  }
}
