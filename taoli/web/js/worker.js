import { sweep } from "./night_kept.js";
import { store } from "./offline_store.js";
import { addLetter } from "./outbox.js";

// Given by the server in the first line: VERSION (of the assets), SHELL, RECORD and TODAY (addresses).
const CACHE = `taoli-shell-${self.VERSION}`;
const SHELL = `${self.SHELL}?${new URL(self.location.href).searchParams}`;
const PATIENCE = 6000;
const STATIC = "/static/";

/** Addresses of assets named in a page, style or script; scripts name their parts relative to themselves. */
function named(text, base) {
  const found = [
    ...text.matchAll(/["'(](\/static\/[^"')#\s]+)/g),
    ...text.matchAll(/["'(](\.\/part-[^"')\s]+\.js)/g),
  ];
  return found.map((match) => new URL(match[1], base).href);
}

/** The shell and everything it names; nothing of a person, so it is fetched as nobody. */
async function fill() {
  const cache = await caches.open(CACHE);
  const waiting = [new URL(SHELL, self.location.href).href];
  const seen = new Set(waiting);
  while (waiting.length) {
    const url = waiting.pop();
    const answer = await fetch(url, { credentials: "omit" });
    if (!answer.ok) throw new Error(url);
    await cache.put(url, answer.clone());
    if (!/html|css|javascript/.test(answer.headers.get("Content-Type") ?? "")) continue;
    for (const next of named(await answer.text(), url))
      if (!seen.has(next)) seen.add(next) && waiting.push(next);
  }
}

/** Looked up, not opened: a phone that has just forgotten everything would get an empty cache back. */
async function shell() {
  return (await caches.match(SHELL, { ignoreVary: true, cacheName: CACHE })) ?? Response.error();
}

/** Whatever page is opened: a sheet of a turn that is over does not stay. */
const swept = () => sweep().catch(() => {});

/** A page from the network; the shell when there is none, or none in time where the shell can stand in. */
async function open(request) {
  const asking = fetch(request);
  const path = new URL(request.url).pathname;
  if (path !== self.TODAY && path !== self.RECORD) return asking.catch(shell);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(shell);
  return Promise.race([asking.catch(shell), late]);
}

/** A record that could not be sent is sealed and waits; under the same operation id, should it have arrived after all. */
async function submit(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch (broken) {
    if (!(await store.device())) throw broken;
    const fields = [...(await copy.formData()).entries()];
    if (fields.some(([, value]) => typeof value !== "string" && value.size)) throw broken; // a photo cannot wait
    await addLetter(
      store,
      fields.filter(([, value]) => typeof value === "string"),
    );
    return Response.redirect(`${self.SHELL}?kept=`, 303);
  }
}

async function asset(request) {
  const known = await caches.match(request, { ignoreVary: true });
  return known ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate") event.waitUntil(swept());
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(open(request));
  else if (request.mode === "navigate" && request.method === "POST" && pathname === self.RECORD)
    event.respondWith(submit(request));
  else if (request.method === "GET" && pathname.startsWith(STATIC)) event.respondWith(asset(request));
});
