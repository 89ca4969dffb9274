// The ports of the practice servers. A program that is killed and started again wants those back
// that it had, and another journey must not have taken them in between.

import { createServer } from "node:net";

/** Where the practice servers look for their first port, from the lowest on. */
const RANGES = [[47_110, 47_130], [47_130, 47_150]];

/** Listens there; nothing when somebody else does. */
function held(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/**
 * Does it while all ports but the highest free ones are taken: what is started then gets one that
 * nobody else comes to want.
 */
export async function atHighPorts(act) {
  const servers = [];
  for (const [first, end] of RANGES) {
    const free = [];
    for (let port = first; port < end; port++) free.push(await held(port));
    const taken = free.filter(Boolean);
    taken.pop()?.close();
    servers.push(...taken);
  }
  try {
    return await act();
  } finally {
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  }
}
