import { sentence } from "./sentence.js";
import { fresh } from "./words.js";

const MEGABYTE = 1024 * 1024;

function labelOf(input) {
  if (input.dataset.name !== undefined) return input.dataset.name;
  if (input.type === "checkbox" || input.type === "radio")
    return input.closest("label")?.textContent.trim() ?? "";
  if (input.tagName === "SELECT") return input.selectedOptions[0]?.textContent.trim() ?? "";
  if (input.type === "date" && input.value) return longDate(input.value);
  return input.value.trim();
}

/** 2026-11-23 as the page's language writes it, without the year. */
function longDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const form = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", day: "numeric" });
  return form.format(new Date(year, month - 1, day));
}

function valuesOf(form) {
  const chosen = {};
  for (const input of form.elements) {
    const choice = input.type === "checkbox" || input.type === "radio";
    if (!input.name || input.type === "hidden" || input.type === "file" || (choice && !input.checked))
      continue;
    if (input.closest("[data-for-themed][hidden]")) continue;
    const words = labelOf(input);
    if (words) chosen[input.name] = chosen[input.name] ? [...chosen[input.name], words] : [words];
  }
  return Object.fromEntries(Object.entries(chosen).map(([name, list]) => [name, list.join("、")]));
}

const chosenWay = (form) => form.querySelector('input[name="kind"]:checked');
const studentsOf = (form) => [...form.querySelectorAll('input[type="checkbox"][name="students"]')];

function show(form) {
  for (const part of form.querySelectorAll("[data-for-themed]")) {
    // A theme that is there already stays in sight, whatever way is chosen now.
    part.hidden = !chosenWay(form)?.dataset.themed && !part.querySelector("input")?.value;
  }
  const values = valuesOf(form);
  for (const line of form.querySelectorAll("[data-sentence]")) {
    const text = sentence(line.dataset.sentence, values);
    line.textContent = text || line.dataset.empty;
    line.classList.toggle("is-empty", !text);
  }
  showLate(form);
  showCount(form);
  showSame(form);
}

/** A day that is over is dated twice, and the page says so before. */
function showLate(form) {
  const line = form.querySelector("[data-late]");
  const held = form.elements.date?.value;
  if (!line) return;
  line.hidden = !held || held >= line.dataset.today;
  line.textContent = line.dataset.late
    .replace("{held}", held ? longDate(held) : "")
    .replace("{today}", longDate(line.dataset.today));
}

/** Counts characters near the limit as the server does: one for each, also for rare ones and emoji. */
function showCount(form) {
  for (const line of form.querySelectorAll("[data-count]")) {
    const field = form.elements[line.dataset.count];
    const most = Number(field.dataset.limit);
    const n = [...field.value].length;
    line.hidden = n < most * 0.9;
    line.classList.toggle("error", n > most);
    line.textContent = line.dataset.countWords.replace("{n}", n).replace("{most}", most);
  }
}

/** What "same as last time" would choose: of the one student chosen, else of my last record. */
function lastTime(form) {
  const all = JSON.parse(form.dataset.same || "{}");
  const chosen = studentsOf(form).filter((input) => input.checked);
  if (!chosen.length) return all[""] ?? null;
  return chosen.length === 1 ? (all[chosen[0].value] ?? null) : null;
}

function showSame(form) {
  const button = form.querySelector("[data-same-button]");
  if (!button) return;
  const last = lastTime(form);
  button.hidden = !last;
  if (last) {
    button.querySelector("[data-same-words]").textContent = `${last.who} · ${last.words}`;
  }
}

/** Chooses students, way, guidances, place and theme as they were; date and private words stay today's. */
function doSame(form) {
  const last = lastTime(form);
  if (!last) return;
  const wanted = { students: last.students, kind: [last.kind], topics: last.topics, place: [last.place] };
  for (const input of form.elements) {
    const values = wanted[input.name];
    if (values && (input.type === "checkbox" || input.type === "radio"))
      input.checked = values.includes(input.value);
  }
  if (form.elements.theme && last.theme) form.elements.theme.value = last.theme;
  openFoldOf(chosenWay(form));
  for (const group of form.querySelectorAll("[data-tiles]"))
    group.dispatchEvent(new Event("change", { bubbles: true }));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function openFoldOf(input) {
  const fold = input?.closest("details");
  if (fold) fold.open = true;
}

/** A way implies a place (data-sets="place:学生家里"); it is chosen with it until somebody chooses the place itself. */
function imply(form, input) {
  const [, name, value] = input.dataset.sets?.match(/^(\w+):(.*)$/) ?? [];
  if (!name || form.dataset.chosen === name) return;
  for (const choice of form.elements[name] ?? []) choice.checked = choice.value === value;
}

function chooses(form, input) {
  const implied = [...form.querySelectorAll("[data-sets]")].map((way) => way.dataset.sets.split(":")[0]);
  if (implied.includes(input.name)) form.dataset.chosen = input.name;
}

/** What is done with the whole group chooses it: that of the one student chosen, or the only one there is. */
export function groupOf(students) {
  const chosen = students.filter((one) => one.checked);
  const from = chosen.length ? chosen : students;
  const groups = new Set(from.map((one) => one.dataset.group));
  if (chosen.length > 1 || groups.size !== 1) return "";
  return [...groups][0];
}

function chooseGroup(form) {
  const mine = studentsOf(form).filter((input) => !input.closest("details"));
  const group = groupOf(mine);
  if (!group) return;
  for (const input of mine) if (input.dataset.group === group) input.checked = true;
  for (const tiles of form.querySelectorAll("[data-tiles]"))
    tiles.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A file that is too large is said before it is sent: an upload of 40 MB on a phone costs minutes. */
function checkFile(form, input) {
  const line = form.querySelector("[data-file-words]");
  const file = input.files?.[0];
  const most = Number(input.dataset.most);
  const large = Boolean(file && file.size > most);
  if (!line) return;
  line.hidden = !large;
  if (!large) return;
  line.textContent = line.dataset.fileWords
    .replace("{size}", Math.ceil(file.size / MEGABYTE))
    .replace("{most}", Math.floor(most / MEGABYTE));
  input.value = "";
}

/** The device's own day goes along, so that a clock that is ahead can be told from a slip. */
function tellClock(form) {
  const input = form.querySelector("[data-clock]");
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  if (input) input.value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function follow(form) {
  form.addEventListener("input", ({ target }) => {
    if (target.dataset?.sets) {
      imply(form, target);
      if (target.dataset.grouped) chooseGroup(form);
    } else if (target.name) chooses(form, target);
    if (target.type === "file") checkFile(form, target);
    show(form);
  });
  form.addEventListener("submit", () => tellClock(form));
  form.querySelector("[data-same-button]")?.addEventListener("click", () => doSame(form));
  show(form);
  openFoldOf(chosenWay(form));
  const typed = form.elements.private_text?.value || form.elements.next_step?.value;
  if (typed) openFoldOf(form.elements.private_text);
}

/** The record form: what will be printed follows every choice, and what usually goes together is chosen together. */
export function startRecord() {
  for (const form of fresh("form[data-record]", "Record")) follow(form);
}
