import { seal } from "./seal.js";

/** What the server has taken to itself, in whatever way: such a letter leaves the phone. */
const SETTLED = new Set(["delivered", "returned", "held", "unreadable", "taken", "aside"]);
/** Letters longer than this are refused while they can still be shortened; the server takes somewhat more. */
const LONGEST = 120_000;
const PATIENCE = 20_000;
/** With nothing to send, the phone asks this seldom whether it has been shut out. */
const ASK_AGAIN = 10 * 60 * 1000;

export class TooLong extends Error {}

function bound(box, person, op) {
  return `taoli letter 1\n${box.number}\n${person}\n${op}`;
}

/** Seals a filled-in form (pairs of name and value) to the school and puts it into the queue; gives its number. */
export async function addLetter(store, fields, now = () => new Date()) {
  const device = await store.device();
  const op = fields.find(([name]) => name === "op")?.[1];
  const said = fields.filter(([name]) => name !== "op" && name !== "csrfmiddlewaretoken");
  const text = JSON.stringify(said);
  if (new TextEncoder().encode(text).length > LONGEST) throw new TooLong();
  const envelope = await seal(text, device.seal, bound(device.seal, device.person, op));
  const waiting = (await store.items()).find((item) => item.op === op);
  if (waiting) return waiting.number; // tapped twice
  return store.add({ op, person: device.person, written: now().toISOString(), envelope });
}

async function answerOf(fetching, url, options, device) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const headers = {
      ...options.headers,
      "X-School": String(device.school),
      "X-Device": device.id,
      "X-Device-Token": device.token,
    };
    const answer = await fetching(url, { ...options, headers, cache: "no-store", signal: stop.signal });
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

/** Tells the school when kept pages were opened without a network; each is forgotten after it has been logged. */
async function tellOpenings(store, ask, device, opened, csrf) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const body = JSON.stringify({ opened });
  const answer = await ask(device.paths.nightOpened, { method: "POST", body, headers });
  if (answer.state === "logged") await store.dropOpenings(new Set(opened.map((one) => one.id)));
}

/** Hands the letters over, one after the other; a letter is removed only after the server has said what became of it. */
async function handOver(store, fetching, now) {
  const device = await store.device();
  if (!device) return { waiting: 0, back: [], sent: 0 };
  const said = { waiting: await store.count(), back: [], sent: 0, stopped: "" };
  const opened = device.opened ?? [];
  if (!said.waiting && !opened.length && now() - (device.asked ?? 0) < ASK_AGAIN) return said;
  const ask = (url, options = {}) => answerOf(fetching, url, options, device);
  const asked = await ask(device.paths.state);
  said.stopped = asked.state;
  await store.saveDevice({ ...(await store.device()), asked: now() });
  if (asked.state !== "ready" && asked.state !== "revoked") return said;
  if (asked.state === "revoked") await store.dropPages(); // names go at once, whatever becomes of the letters
  if (asked.seal.number !== device.seal.number)
    await store.saveDevice({ ...(await store.device()), seal: asked.seal });
  if (opened.length) await tellOpenings(store, ask, device, opened, asked.csrf);
  for (const item of await store.items()) {
    const [earliest] = await store.items();
    const body = JSON.stringify({ ...item, earliest: earliest?.number ?? item.number });
    const headers = { "Content-Type": "application/json", "X-CSRFToken": asked.csrf };
    const answer = await ask(device.paths.receive, { method: "POST", body, headers });
    if (!SETTLED.has(answer.state)) {
      said.stopped = answer.state;
      break;
    }
    await store.remove(item.number);
    said.sent += 1;
    if (answer.state !== "delivered") said.back.push({ number: answer.number, reason: answer.reason });
  }
  said.waiting = await store.count();
  return said;
}

/** Delivers the queue, one tab after the other; without network everything stays as it is. */
export async function deliver(
  store,
  fetching = (...asked) => fetch(...asked),
  locks = globalThis.navigator?.locks,
  now = Date.now,
) {
  const work = async () => {
    try {
      return await handOver(store, fetching, now);
    } catch {
      return { waiting: await store.count(), back: [], sent: 0, stopped: "network" };
    }
  };
  return locks ? locks.request("taoli-outbox", work) : work();
}
