import { store } from "./offline_store.js";
import { seal } from "./seal.js";

const HALF_A_DAY = 12 * 3600 * 1000;
const DAY = 24 * 3600 * 1000;

export function pageBound(name) {
  return `taoli page 1\n${name}`;
}

/** How many days the school's clock is ahead of this phone's, by the day that stands in the record form. */
export function daysAhead(iso, now) {
  const [year, month, day] = iso.split("-").map(Number);
  if (!day) return 0;
  const here = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((new Date(year, month - 1, day) - here) / DAY);
}

async function save(device, name, html) {
  const day = html.match(/name="date"[^>]*value="([\d-]+)"|value="([\d-]+)"[^>]*name="date"/);
  const ahead = name === "record" && day ? daysAhead(day[1] ?? day[2], new Date()) : 0;
  const sealed = await seal(html, device.box, pageBound(name));
  await store.savePage(name, { at: Date.now(), ahead, sealed });
}

async function fetched(device, name) {
  const answer = await fetch(device.paths[name], { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || new URL(answer.url).pathname !== device.paths[name]) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  await save(device, name, page.querySelector("main").innerHTML);
}

/** Gets and seals the two pages that open offline. */
export async function refresh(device) {
  for (const name of ["record", "today"]) await fetched(device, name).catch(() => {});
}

/** Seals the page just opened, if it is one of the two, and gets the other when it has grown old. */
export async function keepPage(device, html) {
  for (const name of ["record", "today"]) {
    if (location.pathname === device.paths[name] && !location.search) await save(device, name, html);
    else if (Date.now() - ((await store.page(name))?.at ?? 0) > HALF_A_DAY)
      await fetched(device, name).catch(() => {});
  }
}
