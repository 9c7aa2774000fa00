import { fresh, words } from "./words.js";

const PREFIX = "taoli:draft:";
const SENT = "taoli:sent";
const TWO_WEEKS = 14 * 24 * 3600 * 1000;
const TEXT_FIELDS = 'textarea[name], input[type="text"][name], input:not([type])[name]';

/** Reads and writes one draft: {saved: milliseconds, fields: {name: text}}. */
export function draftStore(storage, now = Date.now) {
  return {
    read(key) {
      try {
        const draft = JSON.parse(storage.getItem(PREFIX + key));
        return draft && now() - draft.saved < TWO_WEEKS ? draft.fields : {};
      } catch {
        return {};
      }
    },
    write(key, fields) {
      const kept = Object.fromEntries(Object.entries(fields).filter(([, text]) => text));
      if (Object.keys(kept).length) {
        storage.setItem(PREFIX + key, JSON.stringify({ saved: now(), fields: kept }));
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

function note(form, store, changed) {
  const line = document.createElement("p");
  line.className = "draft-note";
  line.append(words("restored"));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.append(words("discard"));
  button.addEventListener("click", () => {
    for (const field of changed) field.value = field.defaultValue;
    store.forget(form.dataset.draft);
    line.remove();
  });
  line.append(button);
  form.prepend(line);
}

function keep(form, store) {
  const fields = fieldsOf(form);
  const draft = store.read(form.dataset.draft);
  const changed = fields.filter((field) => draft[field.name] && !field.value);
  for (const field of changed) field.value = draft[field.name];
  if (changed.length) note(form, store, changed);
  form.addEventListener("input", () => {
    const texts = fields.map((field) => [field.name, field.value === field.defaultValue ? "" : field.value]);
    store.write(form.dataset.draft, Object.fromEntries(texts));
  });
  form.addEventListener("submit", () => store.markSent(form.dataset.draft));
}

/** Keeps the unsent words of each form with data-draft on this device until they are sent. */
export function startDrafts() {
  try {
    const store = draftStore(localStorage);
    // A sign-in or error page says nothing about what was sent before it.
    if (document.body.dataset.page === "signed-in") {
      store.settle((key) => document.querySelector(`form[data-draft="${CSS.escape(key)}"] [data-errors]`));
    }
    for (const form of fresh("form[data-draft]", "Draft")) keep(form, store);
    // A shared computer: whoever signs out on purpose leaves no words behind.
    for (const button of fresh("[data-forget]", "Forget")) {
      button.addEventListener("click", () => store.forgetAll());
    }
  } catch {
    // Storage refused (private window, full disk): the page works, without drafts.
  }
}
