import { csrfToken } from "./requests.js";
import { toast } from "./toast.js";

const ACTIVE = "taoli:active";
const WARNED = 60_000; // before the end
const TOLD = 120_000; // how often the server hears of somebody who only types
const LOOK = 5000;
const SIGNS = ["pointerdown", "keydown", "input", "wheel", "touchmove"];
/** Work that is followed on the page, and a student who waits for help, are never interrupted. */
const AWAKE = "[role=status][hx-get]";

/** What to do after so many milliseconds without a sign of life. */
export function verdict(still, limit) {
  if (still >= limit) return "leave";
  return still >= limit - WARNED ? "warn" : "stay";
}

/** When somebody last moved, in any tab of this computer. */
export function memory(storage, now = Date.now) {
  let own = now();
  const others = () => Number(storage.getItem(ACTIVE)) || 0;
  return {
    mark() {
      own = now();
      storage.setItem(ACTIVE, String(own));
    },
    still: () => now() - Math.max(own, Math.min(others(), now())),
  };
}

const post = (url, data) =>
  fetch(url, {
    method: "POST",
    body: data,
    headers: { "X-CSRFToken": csrfToken() },
    redirect: "manual",
  }).catch(() => null); // without a network the page is left all the same

async function leave({ dataset }) {
  document.body.replaceChildren(); // whoever comes by reads nothing
  const data = new FormData();
  data.append("idle", "1");
  await post(dataset.out, data);
  const next = location.pathname + location.search;
  location.replace(`${dataset.in}?${new URLSearchParams({ idle: "1", next })}`);
}

/** On a shared computer: signed out after ten minutes in which nobody moved, with a word before. */
export function startIdle() {
  const meta = document.querySelector('meta[name="idle"]');
  if (!meta) return;
  for (const form of document.forms) form.autocomplete = "off"; // the browser's own memory is everybody's
  const limit = Number(meta.content) * 1000;
  const { mark, still } = memory(localStorage);
  let told = Date.now();
  let warned = false;
  let left = false;
  const moved = () => {
    if (left) return;
    mark();
    if (warned) document.querySelector("#toasts .idle [data-dismiss]")?.click();
    warned = false;
    if (Date.now() - told < TOLD) return;
    told = Date.now();
    post(meta.dataset.keep);
  };
  const look = () => {
    if (left) return;
    if (document.querySelector(AWAKE)) mark();
    const what = verdict(still(), limit);
    if (what === "leave") {
      left = true;
      leave(meta);
    } else if (what === "warn" && !warned) {
      warned = true;
      toast(meta.dataset.words, { tone: "soon stay idle" });
    }
  };
  mark();
  for (const sign of SIGNS) addEventListener(sign, moved, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look); // a computer that slept
  setInterval(look, LOOK);
}
