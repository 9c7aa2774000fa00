import { fresh } from "./words.js";

/** The wishes after one tap: `order` holds {id, reason}, best first; nothing beyond `most`, nobody twice. */
export function tapped(order, verb, id, most) {
  const place = order.findIndex((wish) => wish.id === id);
  if (verb === "add") return place < 0 && order.length < most ? [...order, { id, reason: "" }] : order;
  if (place < 0) return order;
  const rest = order.filter((wish) => wish.id !== id);
  if (verb === "drop") return rest;
  const target = verb === "up" ? Math.max(place - 1, 0) : place + 1;
  return [...rest.slice(0, target), order[place], ...rest.slice(target)];
}

/** The order after a wish was dragged to another place. */
export function dropped(order, id, target) {
  const rest = order.filter((wish) => wish.id !== id);
  const moved = order.filter((wish) => wish.id === id);
  return [...rest.slice(0, target), ...moved, ...rest.slice(target)];
}

/** What the device kept of unsent wishes, null when it is nothing of the kind. */
export function kept(text, known) {
  try {
    const order = JSON.parse(text);
    return order
      .filter((wish) => known.has(wish.id))
      .map(({ id, reason }) => ({ id, reason: String(reason) }));
  } catch {
    return null;
  }
}

function read(form) {
  return [...form.querySelectorAll("[data-chosen] [data-wish]")].map((line) => ({
    id: line.dataset.wish,
    reason: line.querySelector("[data-reason]")?.value ?? "",
  }));
}

function mentorsOf(form) {
  return new Map([...form.querySelectorAll("[data-mentor]")].map((line) => [line.dataset.mentor, line]));
}

/** A new line for a chosen mentor: the template, with name and id put in. */
function lineFor(form, id, name) {
  const line = form.querySelector("template[data-line]").content.firstElementChild.cloneNode(true);
  line.dataset.wish = id;
  line.querySelector("[data-name]").textContent = name;
  line.querySelector("input[name=w]").value = id;
  for (const button of line.querySelectorAll("[data-move]")) {
    button.value += id;
    const said = button.getAttribute("aria-label");
    if (said) button.setAttribute("aria-label", name + said);
  }
  const reason = line.querySelector("[data-reason]");
  if (reason) reason.name += id;
  return line;
}

function show(form, order, mentors) {
  const list = form.querySelector("[data-chosen]");
  const lines = new Map([...list.children].map((line) => [line.dataset.wish, line]));
  const wanted = order.map(({ id, reason }) => {
    const name = mentors.get(id).querySelector("[data-name]").textContent;
    const line = lines.get(id) ?? lineFor(form, id, name);
    const field = line.querySelector("[data-reason]");
    if (field && field.value !== reason) field.value = reason;
    return line;
  });
  for (const [place, line] of wanted.entries()) {
    line.querySelector("[data-place]").textContent = place + 1;
    if (list.children[place] !== line) list.insertBefore(line, list.children[place] ?? null);
  }
  while (list.children.length > wanted.length) list.lastElementChild.remove();
  const full = order.length >= Number(form.dataset.ranks);
  for (const [id, mentor] of mentors) {
    const place = order.findIndex((wish) => wish.id === id) + 1;
    const at = mentor.querySelector("[data-at]");
    at.hidden = !place;
    at.textContent = place ? mentor.parentElement.dataset.atWords.replace("{n}", place) : "";
    mentor.querySelector("[data-add]").hidden = Boolean(place) || full;
  }
  for (const part of form.querySelectorAll("[data-some]")) part.hidden = !order.length;
  for (const part of form.querySelectorAll("[data-none]")) part.hidden = Boolean(order.length);
}

/** Dragging by the grip, with finger, pen or mouse; the place is that of the line under the pointer. */
function startDrag(form, state, change) {
  const list = form.querySelector("[data-chosen]");
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip) return;
    event.preventDefault();
    const line = grip.closest("[data-wish]");
    const move = ({ clientY }) => {
      const others = [...list.children].filter((one) => one !== line);
      const before = others.find((one) => {
        const box = one.getBoundingClientRect();
        return clientY < box.top + box.height / 2;
      });
      if (line.nextElementSibling !== (before ?? null)) list.insertBefore(line, before ?? null);
    };
    const end = () => {
      list.removeEventListener("pointermove", move);
      line.classList.remove("dragged");
      change(dropped(state.order, line.dataset.wish, [...list.children].indexOf(line)));
    };
    line.classList.add("dragged");
    // The list is held, not the grip: what is moved within the page loses the pointer.
    list.setPointerCapture(event.pointerId);
    list.addEventListener("pointermove", move);
    list.addEventListener("lostpointercapture", end, { once: true });
  });
}

/** Subjects as chips: none chosen shows everybody. */
function startSubjects(form, mentors) {
  const chips = form.querySelector("[data-subjects]");
  if (!chips) return;
  chips.hidden = false;
  chips.addEventListener("change", () => {
    const wanted = new Set([...chips.querySelectorAll("input:checked")].map((chip) => chip.value));
    for (const mentor of mentors.values()) {
      mentor.classList.toggle("other-subject", wanted.size > 0 && !wanted.has(mentor.dataset.subject));
    }
  });
}

function start(form) {
  const mentors = mentorsOf(form);
  const draft = form.querySelector("[data-state]");
  const first = read(form);
  const state = { order: first };
  const change = (order) => {
    state.order = order;
    show(form, order, mentors);
    if (draft) draft.value = JSON.stringify(order);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=tap]");
    if (!button || !form.contains(button)) return;
    event.preventDefault();
    const [verb, id] = button.value.split(":");
    const most = Number(form.dataset.ranks);
    change(verb === "clear" ? [] : tapped(state.order, verb, id, most));
    const line = form.querySelector(`[data-wish="${id}"]`);
    form.querySelector("[data-said]").textContent = line ? line.querySelector(".wish-name").textContent : "";
    if (button.dataset.move && line) button.focus();
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-reason]")) change(read(form));
    // The note above offers to discard what came back: the saved wishes stand again.
    else if (event.target === form && draft && !draft.value && state.order !== first) {
      state.order = first;
      show(form, first, mentors);
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-reason]")) event.preventDefault();
  });
  startDrag(form, state, change);
  startSubjects(form, mentors);
  // What this device kept is opened after the page has started.
  form.addEventListener("taoli:restored", () => {
    const unsent = draft?.value ? kept(draft.value, mentors) : null;
    if (!unsent) return;
    state.order = unsent;
    show(form, unsent, mentors);
  });
}

/** Forms of wishes: taps, drags and keys change the order on the page; nothing is sent before saving. */
export function startWishes() {
  for (const form of fresh("form[data-wishes]", "Wishes")) start(form);
}
