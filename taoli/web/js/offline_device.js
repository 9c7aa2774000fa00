import { setOn } from "./offline_start.js";
import { store } from "./offline_store.js";
import { csrfToken } from "./requests.js";
import { newBox } from "./seal.js";

const LEAST = 6;

async function switchOn(card, pin, refresh) {
  const before = await store.items();
  const answer = await fetch(card.dataset.open, { method: "POST", headers: { "X-CSRFToken": csrfToken() } });
  if (!answer.ok) return card.dataset.tFailed;
  const given = await answer.json();
  if (before.some((item) => item.person !== given.person)) return card.dataset.tOthers;
  const next = Math.max(0, ...before.map((item) => item.number)) + 1;
  const device = { ...given, box: await newBox(pin), next, tries: 0 };
  await store.saveDevice(device);
  const lang = document.documentElement.lang;
  await navigator.serviceWorker.register(`${card.dataset.worker}?lang=${lang}`, { scope: "/" });
  await navigator.serviceWorker.ready;
  await refresh(device);
  setOn(true);
  return "";
}

/** The page on which writing offline is switched on and off. */
export function startDevice({ can, device, forget, refresh }) {
  const card = document.querySelector("[data-offline-device]");
  if (!card) return;
  const part = (name) => card.querySelector(`[data-offline-${name}]`);
  part("cannot").hidden = can;
  part("on").hidden = !can || !device;
  part("off").hidden = !can || Boolean(device);
  if (!can) return;
  part("off").addEventListener("submit", async (event) => {
    event.preventDefault();
    const [pin, again] = ["pin", "pin-again"].map((id) => document.getElementById(id).value);
    const problem = part("problem");
    problem.textContent =
      pin.length < LEAST ? card.dataset.tShort : pin === again ? "" : card.dataset.tDiffers;
    if (problem.textContent) return;
    event.submitter.disabled = true;
    problem.textContent = await switchOn(card, pin, refresh).catch(() => card.dataset.tFailed);
    event.submitter.disabled = false;
    if (!problem.textContent) location.reload();
  });
  part("forget").addEventListener("click", async () => {
    await forget();
    location.reload();
  });
}
