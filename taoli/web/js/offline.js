import { keepNight, sweep } from "./night_kept.js";
import { startDevice } from "./offline_device.js";
import { startShell } from "./offline_shell.js";
import { isOn, setOn } from "./offline_start.js";
import { forgetStore, store } from "./offline_store.js";
import { addLetter, deliver, TooLong } from "./outbox.js";
import { keepPage, refresh } from "./pages_kept.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

/** Leaves nothing on this device: letters, pages, keys, caches, drafts, the worker. */
async function forget() {
  setOn(false);
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  await forgetStore();
  localStorage.clear();
  sessionStorage.clear();
}

function banner(text) {
  let line = document.querySelector("[data-waiting]");
  if (!text) {
    line?.remove();
    return;
  }
  if (!line) {
    line = document.createElement("p");
    line.className = "waiting-line";
    line.dataset.waiting = "";
    line.setAttribute("role", "status");
    document.getElementById("main").prepend(line);
  }
  line.textContent = text;
}

function show({ waiting, stopped }) {
  const key = { sign_in: "waitingSignIn", other: "waitingOther" }[stopped] ?? "waiting";
  banner(waiting ? words(key).replace("{n}", waiting) : "");
}

function link(href, label) {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.append(label);
  return anchor;
}

function tell(said, device) {
  if (said.sent > said.back.length) toast(words("sent"));
  for (const { number, reason } of said.back) {
    const text = words("cameBack").replace("{number}", number).replace("{reason}", reason);
    toast(text, { tone: "soon stay" });
    document
      .querySelector("#toasts [data-toast]:last-child span")
      .append(" ", link(device.paths.list, words("look")));
  }
}

const TRY_AGAIN = 15_000;
let sending = null;
let again = false;

/** Sends what waits; asked again while it is at it, it looks once more afterwards: the network may just be back. */
function send() {
  if (sending) again = true;
  sending ??= sendNow().finally(() => {
    sending = null;
    if (again) {
      again = false;
      send();
    }
  });
  return sending;
}

async function sendNow() {
  const device = await store.device();
  if (!device) return { waiting: 0, back: [], sent: 0 };
  const said = await deliver(store);
  if (said.stopped === "revoked" && !said.waiting) {
    await forget();
    banner("");
    toast(words("revoked"), { tone: "soon stay" });
    document.querySelector("[data-offline-page]")?.replaceChildren();
    return said;
  }
  show(said);
  tell(said, device);
  if (said.waiting && said.stopped === "network" && navigator.onLine) setTimeout(send, TRY_AGAIN);
  return said;
}

function fieldsOf(form, submitter) {
  const fields = [...new FormData(form).entries()].filter(([, value]) => typeof value === "string");
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  return fields;
}

/** Seals what stands in a record form; gives a sentence to show. */
async function keepRecord(form, submitter) {
  const files = [...new FormData(form).values()].filter((value) => typeof value !== "string" && value.size);
  if (files.length) return { kept: false, text: words("noFile") };
  try {
    await addLetter(store, fieldsOf(form, submitter));
  } catch (problem) {
    return { kept: false, text: words(problem instanceof TooLong ? "tooLong" : "noRoom") };
  }
  show({ waiting: await store.count() });
  return { kept: true, text: words("sealed") };
}

/** Signing out clears the device; what still waits is sent first, and nothing is lost without a warning. */
function guardSignOut() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.querySelector("[data-forget]") || form.dataset.cleared) return;
    event.preventDefault();
    const { waiting } = await send();
    if (waiting && !form.dataset.warned) {
      form.dataset.warned = "1";
      toast(words("leave").replace("{n}", waiting), { tone: "soon stay" });
      return;
    }
    await forget();
    form.dataset.cleared = "1";
    form.submit();
  });
}

/** No network on the ordinary record page: sealed at once. */
function catchRecords(device) {
  document.addEventListener("unreached", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-record]") || new URL(form.action).pathname !== device.paths.record) return;
    event.preventDefault();
    const { kept, text } = await keepRecord(form, event.detail.submitter);
    if (kept) location.assign(`${device.paths.shell}?kept=${form.dataset.draft ?? ""}`);
    else toast(text, { tone: "soon stay" });
  });
}

export async function begin(page, prepare) {
  if (!globalThis.isSecureContext || !navigator.serviceWorker || !globalThis.crypto?.subtle) {
    startDevice({ can: false });
    return;
  }
  const device = await store.device().catch(() => null);
  startDevice({ can: true, device, forget, refresh });
  const inShell = document.querySelector("[data-offline-shell]");
  if (inShell) startShell({ device, prepare, keepRecord });
  if (!device || !isOn()) return;
  guardSignOut();
  for (const name of ["online", "focus"]) addEventListener(name, send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  show({ waiting: await store.count() });
  // Not signed in any more: perhaps shut out, so the school is asked at once.
  if (document.body.dataset.page === "signed-out")
    await store.saveDevice({ ...(await store.device()), asked: 0 });
  if (!inShell && document.body.dataset.page === "signed-in") {
    catchRecords(device);
    // Neither the browser's memory nor a restored tab keeps what is typed.
    for (const form of document.querySelectorAll("form[data-record]")) form.autocomplete = "off";
    keepPage(device, page);
    keepNight(device, location.pathname);
  } else await sweep();
  await send();
}
