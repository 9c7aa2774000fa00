import { settled } from "./load.js";
import { csrfToken } from "./requests.js";

/** Milliseconds without a key before the server is told. */
const PAUSE = 900;
/** Choices without a word are worth giving back for half a day only. */
const HALF_DAY = 12 * 3600 * 1000;
const NOT_KEPT = new Set(["hidden", "file", "submit", "button", "password"]);

const isChoice = (input) => input.type === "checkbox" || input.type === "radio";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function inputsOf(form) {
  return [...form.elements].filter(
    (input) => input.name && !NOT_KEPT.has(input.type) && input.dataset?.draft !== "off",
  );
}

/** What stands in a form: text by name, chosen values as a list. */
export function valuesOf(inputs) {
  const values = {};
  for (const input of inputs) {
    if (!isChoice(input)) values[input.name] = input.value;
    else {
      values[input.name] ??= [];
      if (input.checked) values[input.name].push(input.value);
    }
  }
  return values;
}

/** Puts values into a form; a choice that is no longer offered is left out. */
export function putBack(inputs, values) {
  for (const input of inputs) {
    const value = values[input.name];
    if (value === undefined) continue;
    if (isChoice(input)) input.checked = [].concat(value).includes(input.value);
    else input.value = String(value);
  }
}

/**
 * Of each field the younger of device and server: {name: {value, age}}. Ages and not moments are compared, since a
 * device's clock may be days off; what is older than the last saved or discarded form is void.
 */
export function merged(fields, at, server, now) {
  const found = {};
  for (const [name, value] of Object.entries(fields)) {
    const age = now - (at[name] ?? 0);
    if (at[name] !== undefined && (server.settled == null || age < server.settled))
      found[name] = { value, age };
  }
  for (const [name, [value, age]] of Object.entries(server.fields ?? {})) {
    if (!found[name] || age < found[name].age) found[name] = { value, age };
  }
  return found;
}

/** Whether a draft is worth giving back: it holds words, or choices of the last hours. */
export function tells(found, texts) {
  return Object.entries(found).some(([name, { value, age }]) =>
    texts.has(name) ? value !== "" : age < HALF_DAY,
  );
}

function body(form, fields) {
  const data = new FormData();
  data.append("draft", form.dataset.draft);
  data.append("op", form.elements.op?.value ?? "");
  data.append("path", location.pathname + location.search);
  data.append("fields", JSON.stringify(fields));
  return data;
}

async function send(url, data) {
  const headers = { "X-CSRFToken": csrfToken() };
  try {
    // A sign-in page in its place is no answer; the device keeps the words until it is.
    const answer = await fetch(url, {
      method: "POST",
      body: data,
      headers,
      keepalive: true,
      redirect: "manual",
    });
    return answer.status === 204;
  } catch {
    return false;
  }
}

/** Gives back what was begun, on this device or another; returns what the form held before, or null. */
function restore(form, store, inputs) {
  const key = form.dataset.draft;
  const server = JSON.parse(form.dataset.kept || "{}");
  const { at = {}, sent } = store.more(key);
  const found = merged(store.read(key), at, server, Date.now());
  const texts = new Set(
    inputs.filter((input) => !isChoice(input) && input.type !== "date").map((one) => one.name),
  );
  const before = valuesOf(inputs);
  const values = Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]));
  if (!tells(found, texts)) return { found: {}, before: null };
  putBack(inputs, values);
  if (sent && form.elements.op) {
    form.elements.op.value = sent; // the same attempt once more counts once
    form.dataset.sent = "1";
  }
  return { found, before: same(valuesOf(inputs), before) ? null : before };
}

/** A form whose words and choices are kept field by field, here and on the server, until they are sent. */
export function startKept(form, store, note) {
  const key = form.dataset.draft;
  const inputs = inputsOf(form);
  const refused = form.querySelector("[data-errors]");
  const { found, before } = refused ? { found: {}, before: null } : restore(form, store, inputs);
  const now = Date.now();
  let last = valuesOf(inputs);
  const kept = Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]));
  const at = Object.fromEntries(Object.entries(found).map(([name, { age }]) => [name, now - age]));
  const waiting = new Set();
  let over = false;

  const flush = async () => {
    if (over || !waiting.size) return;
    const names = [...waiting];
    waiting.clear();
    const moment = Date.now();
    const done = await send(
      form.dataset.keep,
      body(
        form,
        Object.fromEntries(names.map((name) => [name, [kept[name], Math.max(0, moment - at[name])]])),
      ),
    );
    const line = form.querySelector("[data-kept-words]");
    if (done && line) line.hidden = false;
    if (!done) for (const name of names) waiting.add(name);
  };
  const later = settled(flush, PAUSE);

  const look = () => {
    const values = valuesOf(inputs);
    const changed = Object.keys(values).filter((name) => !same(values[name], last[name]));
    if (!changed.length) return;
    over = false;
    for (const name of changed) {
      kept[name] = values[name];
      at[name] = Date.now();
      waiting.add(name);
    }
    last = values;
    store.write(key, kept, { at });
    later();
  };

  if (before) {
    note(form, () => {
      putBack(inputs, before);
      for (const part of [form, ...form.querySelectorAll("[data-tiles]")])
        part.dispatchEvent(new Event("change"));
      form.dispatchEvent(new Event("input", { bubbles: true }));
      for (const name of Object.keys(kept)) delete kept[name];
      waiting.clear();
      last = valuesOf(inputs);
      store.forget(key);
      send(form.dataset.drop, body(form, {}));
    });
  }
  // After what follows a choice (a place, a group) has been chosen with it.
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => queueMicrotask(look));
  form.addEventListener("submit", () => {
    over = true; // the record itself is on its way
    store.write(
      key,
      { ...kept, ...valuesOf(inputs) },
      { at: { ...stamps(last, now), ...at }, sent: form.elements.op?.value },
    );
    store.markSent(key);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
}

const stamps = (values, moment) => Object.fromEntries(Object.keys(values).map((name) => [name, moment]));
