import { lasts, NIGHT, nightBound, noteOpening, sweep } from "./night_kept.js";
import { store } from "./offline_store.js";
import { pageBound } from "./pages_kept.js";
import { unlock, unseal } from "./seal.js";

const MOST_TRIES = 10;

/** The school's today, as far as this phone knows it: its own day and the days it was behind when it had network. */
export function schoolDay(now, ahead) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead);
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Takes over what the address says is chosen already: ?kind=…&students=…,…. */
function choose(form, search) {
  const asked = new URLSearchParams(search);
  const students = asked.getAll("students").flatMap((text) => text.split(","));
  for (const input of form.elements) {
    const chosen = input.name === "students" && students.includes(input.value);
    const way = input.name === "kind" && input.value === asked.get("kind");
    if (chosen || way) {
      input.checked = true;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

class Shell {
  constructor({ root, device, prepare, keepRecord }) {
    Object.assign(this, { root, device, prepare, keepRecord, secret: null });
    this.page = root.querySelector("[data-offline-page]");
    this.lock = root.querySelector("[data-offline-lock]");
    this.said = root.querySelector("[data-offline-said]");
  }

  say(text, tone = "done") {
    this.said.replaceChildren();
    if (!text) return;
    const line = document.createElement("p");
    line.className = `notice ${tone}`;
    line.append(text);
    this.said.append(line);
  }

  name() {
    const { today, record, nightCard, nightSheet } = this.device.paths;
    if (location.pathname === record) return "record";
    if ([nightCard, nightSheet].includes(location.pathname)) return NIGHT;
    return location.pathname === today || location.pathname === "/" || location.search.includes("kept")
      ? "today"
      : "";
  }

  async open(pin) {
    try {
      this.secret = await unlock(this.device.box, pin);
    } catch {
      const tries = (this.device.tries ?? 0) + 1;
      this.device = { ...(await store.device()), tries };
      await store.saveDevice(this.device);
      if (tries >= MOST_TRIES) await store.dropPages();
      this.say(tries >= MOST_TRIES ? this.root.dataset.tWiped : this.root.dataset.tWrong, "soon");
      return;
    }
    this.device = { ...(await store.device()), tries: 0 };
    await store.saveDevice(this.device);
    this.say("");
    await this.show();
  }

  async show() {
    const name = this.name();
    const night = await sweep();
    this.root.querySelector("[data-offline-night]").hidden = !night || name === NIGHT;
    const kept = name && (await store.page(name));
    this.root.querySelector("[data-offline-none]").hidden = Boolean(kept);
    this.lock.hidden = !kept || Boolean(this.secret);
    this.page.replaceChildren();
    if (!kept || !this.secret) return;
    const bound = name === NIGHT ? nightBound(kept.until) : pageBound(name);
    const html = await unseal(kept.sealed, this.secret, this.device.box, bound);
    if (name === NIGHT) {
      await noteOpening(); // no log written, nothing shown
      this.endsAt(kept);
    }
    this.page.innerHTML = html;
    this.root.querySelector("[data-offline-title]").parentElement.parentElement.hidden = true;
    this.tame(kept);
    this.prepare();
  }

  /** The sheet leaves the screen when its turn is over, also in a page left open. */
  endsAt(kept) {
    const look = () => {
      if (!lasts(kept, Date.now())) location.reload();
    };
    setInterval(look, 30_000);
    document.addEventListener("visibilitychange", look);
  }

  /** What needs the server is put out of reach; the record form gets the day of today. */
  tame({ ahead }) {
    for (const part of this.page.querySelectorAll("[data-online]")) part.remove();
    for (const form of this.page.querySelectorAll("form")) {
      if (!form.matches("[data-record]")) {
        form.remove();
        continue;
      }
      form.autocomplete = "off"; // neither the browser's memory nor a restored tab keeps what is typed
      delete form.dataset.draft;
      for (const file of form.querySelectorAll("input[type=file]")) file.closest(".field")?.remove(); // cannot wait
      if (form.elements.date) form.elements.date.value = schoolDay(new Date(), ahead);
      choose(form, location.search);
    }
  }

  async submit(event) {
    const form = event.target;
    event.preventDefault();
    if (form === this.lock) {
      const field = this.lock.querySelector("input");
      const pin = field.value;
      field.value = "";
      await this.open(pin);
      return;
    }
    event.stopImmediatePropagation();
    if (!form.matches("[data-record]")) return;
    if (!form.querySelector("[name=students]:checked")) {
      this.say(this.root.dataset.tChoose, "soon");
      return;
    }
    this.say("");
    this.page.inert = true; // a fresh form takes this one's place: nothing is typed into it meanwhile
    const { kept, text } = await this.keepRecord(form, event.submitter);
    if (kept) await this.show();
    this.page.inert = false;
    this.say(text, kept ? "done" : "soon");
    scrollTo(0, 0);
  }

  click(event) {
    const target = event.target.closest("a[href]");
    if (!target || navigator.onLine) return;
    const { today, record, nightCard, nightSheet } = this.device.paths;
    const url = new URL(target.href, location.href);
    const kept = [today, record, nightCard, nightSheet];
    if (url.origin !== location.origin || !kept.includes(url.pathname)) return;
    event.preventDefault();
    history.pushState(null, "", url);
    this.say("");
    this.show();
  }
}

/** Forgets the draft of the form whose words have just been sealed: they are on their way. */
function settleDraft(named) {
  const key = localStorage.getItem("taoli:sent") ?? named;
  if (key) localStorage.setItem("taoli:settled", key); // the sealed drafts drop it when they are next opened
  localStorage.removeItem("taoli:sent");
}

/** The page without a network: the kept pages are opened with the person's number, and records are sealed. */
export function startShell({ device, prepare, keepRecord }) {
  const root = document.querySelector("[data-offline-shell]");
  if (!device) {
    root.querySelector("[data-offline-none]").hidden = false;
    return;
  }
  const shell = new Shell({ root, device, prepare, keepRecord });
  const named = new URLSearchParams(location.search).get("kept");
  if (named !== null) {
    settleDraft(named);
    shell.say(root.dataset.tSaved);
  }
  document.addEventListener("submit", (event) => shell.submit(event), true);
  document.addEventListener("click", (event) => shell.click(event));
  addEventListener("popstate", () => shell.show());
  shell.show();
}
