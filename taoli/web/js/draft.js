import { draftStorage } from "./draft_storage.js";
import { startKept } from "./kept.js";
import { fresh, words } from "./words.js";

const PREFIX = "taoli:draft:";
const SENT = "taoli:sent";
const TWO_WEEKS = 14 * 24 * 3600 * 1000;
const TEXT_FIELDS = 'textarea[name], input[type="text"][name], input:not([type])[name]';

/**
 * Reads and writes one draft: {saved: milliseconds, fields: {name: text}}; a form that the server keeps, too, has with
 * it what `more` holds: {at: {name: milliseconds of the change}, sent: operation id of an attempt}.
 */
export function draftStore(storage, now = Date.now) {
  const draftOf = (key) => {
    try {
      const draft = JSON.parse(storage.getItem(PREFIX + key));
      return draft && now() - draft.saved < TWO_WEEKS ? draft : null;
    } catch {
      return null;
    }
  };
  return {
    read(key) {
      return draftOf(key)?.fields ?? {};
    },
    more(key) {
      return draftOf(key)?.more ?? {};
    },
    write(key, fields, more) {
      const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => more || value.length));
      if (Object.keys(kept).length) {
        storage.setItem(PREFIX + key, JSON.stringify({ saved: now(), fields: kept, more }));
      } else storage.removeItem(PREFIX + key);
    },
    forget(key) {
      storage.removeItem(PREFIX + key);
    },
    forgetAll() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key);
    },
    markSent(key) {
      storage.setItem(SENT, key);
    },
    /** What was sent did not arrive: the draft stays, for the form when it is seen again. */
    bounced() {
      storage.removeItem(SENT);
    },
    /** Clears the draft that was sent, unless its form has come back with errors. */
    settle(stillThere) {
      const key = storage.getItem(SENT);
      if (key === null) return;
      storage.removeItem(SENT);
      if (!stillThere(key)) storage.removeItem(PREFIX + key);
    },
  };
}

function fieldsOf(form) {
  return [...form.querySelectorAll(TEXT_FIELDS)].filter((field) => field.dataset.draft !== "off");
}

/** What goes along when the form is sent: the choices made, and the operation id of this very attempt. */
function sentAlong(form) {
  const along = { "@": location.pathname + location.search };
  for (const input of form.elements) {
    if (input.name === "op") along.op = input.value;
    if (input.name && input.checked) along[input.name] = [...(along[input.name] ?? []), input.value];
  }
  return along;
}

/** Gives choices and operation id back to a form that was sent and did not arrive. */
export function giveBack(form, draft) {
  for (const input of form.elements) {
    const chosen = draft[input.name];
    if (Array.isArray(chosen)) input.checked = chosen.includes(input.value);
    if (input.name === "op" && draft.op) {
      input.value = draft.op;
      form.dataset.sent = "1"; // an attempt already: a change makes it a new one
    }
  }
}

function note(form, discard) {
  const line = document.createElement("p");
  line.className = "draft-note";
  line.append(words("restored"));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.append(words("discard"));
  button.addEventListener("click", () => {
    discard();
    line.remove();
  });
  line.append(button);
  form.prepend(line);
}

/** Gives a form back as the page came, and tells whoever follows it. */
function empty(form, changed) {
  for (const field of changed) field.value = field.defaultValue;
  for (const input of form.elements) if (input.type !== "hidden") input.checked = input.defaultChecked;
  form.dispatchEvent(new Event("change", { bubbles: true }));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function keep(form, store) {
  const fields = fieldsOf(form);
  const draft = store.read(form.dataset.draft);
  const changed = fields.filter((field) => draft[field.name] && !field.value);
  for (const field of changed) field.value = draft[field.name];
  // A form that came back with errors has been read: the page itself gives back what was typed.
  const refused = form.querySelector("[data-errors]");
  const bounced = !refused && draft["@"] === location.pathname + location.search;
  if (bounced) giveBack(form, draft);
  if (changed.length || bounced) {
    note(form, () => {
      empty(form, changed);
      store.forget(form.dataset.draft);
    });
    form.dispatchEvent(new Event("taoli:restored"));
  }
  const texts = () =>
    Object.fromEntries(
      fields.map((field) => [field.name, field.value === field.defaultValue ? "" : field.value]),
    );
  form.addEventListener("input", () => store.write(form.dataset.draft, texts()));
  form.addEventListener("submit", () => {
    store.write(form.dataset.draft, { ...texts(), ...sentAlong(form) });
    store.markSent(form.dataset.draft);
  });
}

/** Keeps the unsent words of each form with data-draft on this device until they are sent. */
export async function startDrafts() {
  try {
    const store = draftStore(await draftStorage());
    if (document.body.dataset.page === "signed-in") {
      store.settle((key) => document.querySelector(`form[data-draft="${CSS.escape(key)}"] [data-errors]`));
    } else store.bounced(); // a sign-in or error page in its place: it was not taken
    for (const form of fresh("form[data-draft]", "Draft")) {
      if (form.dataset.keep) startKept(form, store, note);
      else keep(form, store);
    }
    // A shared computer: whoever signs out on purpose leaves no words behind.
    for (const button of fresh("[data-forget]", "Forget")) {
      button.addEventListener("click", () => store.forgetAll());
    }
  } catch {
    // Storage refused (private window, full disk): the page works, without drafts.
  }
}
