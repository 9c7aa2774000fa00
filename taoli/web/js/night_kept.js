import { store } from "./offline_store.js";
import { pageBound } from "./pages_kept.js";
import { seal } from "./seal.js";
import { uuid } from "./uuid.js";

export const NIGHT = "night";
/** A sheet is not fetched again within this time: each fetching is logged with every student on it. */
const FRESH = 2 * 3600 * 1000;
/** A clock that stands before the moment of keeping, by more than this, has been turned back. */
const SLACK = 10 * 60 * 1000;

/** Whether a kept sheet may still be opened: the turn runs, as far as this device's clock tells. */
export function lasts(kept, now) {
  return Boolean(kept) && now < kept.until && now > kept.at - SLACK;
}

/** Forgets the sheet when its turn is over; gives the sheet that is left. */
export async function sweep(now = Date.now()) {
  const kept = await store.page(NIGHT);
  if (!kept || lasts(kept, now)) return kept;
  await store.dropPage(NIGHT);
  return undefined;
}

/** What a sheet is sealed with: its end cannot be put off without making it unreadable. */
export function nightBound(until) {
  return pageBound(`${NIGHT} ${until}`);
}

async function fetched(device, place) {
  const answer = await fetch(place.dataset.nightCopy, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || new URL(answer.url).pathname !== place.dataset.nightCopy) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = Date.now();
  const until = now + Number(place.dataset.seconds) * 1000; // by this device's own clock
  const sealed = await seal(page.querySelector("main").innerHTML, device.box, nightBound(until));
  await store.savePage(NIGHT, { at: now, until, turn: place.dataset.turn, sealed });
}

/** On the night-duty card of somebody on duty: keeps the whole sheet, sealed, until the turn ends. */
export async function keepNight(device, home) {
  const kept = await sweep();
  const place = document.querySelector("[data-night-copy]");
  if (!place) {
    if (kept && location.pathname === device.paths.nightCard) await store.dropPage(NIGHT); // no longer on duty
    return;
  }
  const { nightCopy: nightSheet, nightOpened } = place.dataset;
  await store.addPaths({ nightSheet, nightOpened, nightCard: home });
  const other = kept?.turn !== place.dataset.turn;
  if (other || Date.now() - kept.at > FRESH) await fetched(device, place).catch(() => {});
  place.hidden = !(await store.page(NIGHT));
}

/** An opening without a network, noted before anything is shown; it is told to the school later. */
export function noteOpening() {
  return store.addOpening({ id: uuid(), at: new Date().toISOString() });
}
