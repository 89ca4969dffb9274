// What a practice co-op really has, asked of its own JSON, and what it was asked before.

import { account, control } from "./steps.mjs";
import { until } from "./processes.mjs";

const json = { accept: "application/ld+json" };

/** Signs in at the JSON interface (contract 2.1), where no second factor is asked for. */
async function bearer(coOp) {
  const { name, password } = account(coOp);
  const answer = await fetch(`${coOp.base_url}/api/login_check`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ _username: name, _password: password }),
  });
  const { token } = await answer.json();
  return { ...json, authorization: `Bearer ${token}` };
}

/** All keys, the oldest first. Numbers have gaps; none is as wide as this. */
async function keys(coOp) {
  const headers = await bearer(coOp);
  const found = [];
  for (let id = 1, missed = 0; missed < 40; id++) {
    const answer = await fetch(`${coOp.base_url}/api/api_apps/${id}`, { headers });
    missed = answer.ok ? 0 : missed + 1;
    if (answer.ok) found.push({ id, ...(await answer.json()) });
  }
  return found;
}

/** The numbers of all keys of that name. */
export async function keysNamed(coOp, name) {
  return (await keys(coOp)).filter((key) => key.name === name).map(({ id }) => id);
}

/** The page that the next key will have. */
export async function nextKeysPage(coOp) {
  const newest = (await keys(coOp)).at(-1);
  return `/admin/api/apps/${newest.id + 1}`;
}

/** The numbers of all Stores of that name. */
export async function storesNamed(coOp, name) {
  const headers = await bearer(coOp);
  const found = [];
  for (let next = "/api/stores?page=1&itemsPerPage=100"; next;) {
    const page = await (await fetch(coOp.base_url + next, { headers })).json();
    found.push(...page["hydra:member"].filter((store) => store.name === name));
    next = page["hydra:view"]?.["hydra:next"];
  }
  return found.map((store) => Number(store["@id"].split("/").pop()));
}

/** The number of the first Store of that name. */
export async function storeOf(coOp, name) {
  const [store] = await storesNamed(coOp, name);
  return store;
}

/** Asks for a token as the plugin does. */
function token(coOp, { identifier, secret }) {
  return fetch(`${coOp.base_url}/oauth2/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${identifier}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials&scope=deliveries",
  });
}

/** The time slot of a Store, which its shop's date picker shows. */
export async function timeSlotOf(coOp, store) {
  const headers = await bearer(coOp);
  return (await (await fetch(`${coOp.base_url}/api/stores/${store}`, { headers })).json()).timeSlot;
}

/** Whether the server gives a token for that pair: only for what it has itself. */
export async function isLive(coOp, pair) {
  return (await token(coOp, pair)).ok;
}

/** Whether the server takes an `ak_` value. */
export async function isTaken(coOp, value) {
  const headers = { ...json, authorization: `Bearer ${value}` };
  return (await fetch(`${coOp.base_url}/api/me`, { headers })).ok;
}

/** Sends an order with that pair, as the plugin does when a customer has paid. */
export async function order(coOp, pair) {
  const { access_token } = await (await token(coOp, pair)).json();
  const answer = await fetch(`${coOp.base_url}/api/deliveries`, {
    method: "POST",
    headers: { ...json, authorization: `Bearer ${access_token}`, "content-type": json.accept },
    body: JSON.stringify({ dropoff: { address: { streetAddress: "3 rue du Timbre" } } }),
  });
  if (answer.status !== 201) throw new Error(`the order: ${answer.status} ${await answer.text()}`);
}

/** The requests that matched, the newest first. */
export async function requests(coOp, method, path) {
  const all = await control(coOp, "history");
  return all.filter((request) => request.method === method && request.path === path);
}

/** Switches a failure on for one request; gives a wait for its effect. */
export async function spoilOnce(coOp, fault) {
  const isHeld = fault.kind === "hold";
  const held = async () =>
    (await control(coOp, "history")).filter(({ note }) => note?.includes("held")).length;
  const before = await held();
  await control(coOp, "faults", { times: 1, ...fault });
  return () =>
    until(`the co-op to spoil a request (${fault.kind})`, async () =>
      // What is held is noted when its work is done; what is late only once it was answered.
      isHeld ? (await held()) > before : (await control(coOp, "faults")).length === 0,
    30);
}

/** Switches all failures off. */
export async function heal(coOp) {
  await fetch(`${coOp.base_url}/practice/faults`, { method: "DELETE" });
}
