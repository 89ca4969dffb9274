// What the practice shop really has, asked of its control pages, and using its keys as a program of
// the shop's developer does.

import { request } from "node:https";
import { until } from "./processes.mjs";

/** Asks over https; the shop's certificate is its own, and nobody vouches for it. */
export function ask(address, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const options = { method, headers, rejectUnauthorized: false, agent: false };
    const asked = request(address, options, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => resolve({
        status: answer.statusCode,
        cookies: answer.headers["set-cookie"] ?? [],
        text: Buffer.concat(parts).toString(),
      }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Asks the shop's control pages for something. */
export async function control(shop, path, body, method = body === undefined ? "GET" : "POST") {
  const { status, text } = await ask(`${new URL(shop.url).origin}/practice-shop/${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** Somebody else does something on the shop. */
export function act(shop, name, rest = {}) {
  return control(shop, "act", { act: name, ...rest });
}

/** Switches how the shop behaves; what is not named stays. */
export function behave(shop, mode) {
  return control(shop, "mode", mode);
}

/** All keys of that description that were not revoked, the oldest first. */
export async function keysNamed(shop, description) {
  const all = await control(shop, "keys");
  return all.filter((key) => key.description === description && !key.revoked);
}

/** The one key of that description. */
export async function keyNamed(shop, description) {
  const [key, ...more] = await keysNamed(shop, description);
  if (!key || more.length > 0) {
    throw new Error(`${more.length + (key ? 1 : 0)} keys of the shop are called “${description}”`);
  }
  return key;
}

/** A key by its number, revoked or not. */
export async function keyOf(shop, id) {
  return (await control(shop, "keys")).find((key) => key.id === id);
}

/** The number of an account of the shop. */
export async function numberOf(shop, login) {
  return (await control(shop, "accounts")).find((each) => each.login === login).id;
}

/** The newest code that was mailed, or shown by an app. */
export async function newestCode(shop) {
  const mail = await until("a code of the shop", async () => (await control(shop, "mails"))[0]);
  return mail.code;
}

/** The requests that matched, the newest first. */
export async function requests(shop, method, part) {
  const all = await control(shop, "history");
  return all.filter((each) => each.method === method && each.path.includes(part));
}

/** Switches a failure on for one request; gives a wait for its effect. */
export async function spoilOnce(shop, fault) {
  const isHeld = fault.kind === "hold";
  const held = async () =>
    (await control(shop, "history")).filter(({ note }) => note?.includes("held")).length;
  const before = await held();
  await control(shop, "faults", { times: 1, ...fault });
  return () =>
    until(`the shop to spoil a request (${fault.kind})`, async () =>
      isHeld ? (await held()) > before : (await control(shop, "faults")).length === 0,
    30);
}

/** Switches all failures off. */
export function heal(shop) {
  return control(shop, "faults", undefined, "DELETE");
}

function basic({ identifier, secret }) {
  return { authorization: `Basic ${Buffer.from(`${identifier}:${secret}`).toString("base64")}` };
}

/** The status and code of reading with a pair. */
export async function read(shop, pair) {
  return told(await ask(`${shop.url}/wp-json/wc/v3/data?_fields=slug`, { headers: basic(pair) }));
}

/** The status and code of writing with a pair, where nothing can be written. */
export async function write(shop, pair) {
  return told(await ask(`${shop.url}/wp-json/wc/v3`, { method: "POST", headers: basic(pair) }));
}

function told({ status, text }) {
  const { code } = JSON.parse(text);
  return code === undefined ? `${status}` : `${status} ${code}`;
}

/** What a pair may do on the shop: "read", "write", "read_write" or "nothing". */
export async function rightsOf(shop, pair) {
  const mayRead = (await read(shop, pair)) === "200";
  // An unknown pair gets the same answer there: only one whose secret counts may be told apart.
  const answer = await read(shop, pair);
  const isKnown = mayRead || answer.endsWith("authentication_error");
  const mayWrite = isKnown && (await write(shop, pair)) === "404 rest_no_route";
  return mayRead && mayWrite ? "read_write" : mayRead ? "read" : mayWrite ? "write" : "nothing";
}

/** That no consumer key went where none may go, and none went over plain http. */
export async function keysWentRightly(shop) {
  const carried = (await control(shop, "history")).filter((each) => each.consumer_key);
  const wrong = carried.filter(({ scheme, path }) =>
    scheme !== "https" || !/wp-json\/wc(\/|-)/.test(path));
  if (wrong.length > 0) throw new Error(`a key was sent to ${JSON.stringify(wrong)}`);
}
