import { sentence } from "./sentence.js";
import { fresh } from "./words.js";

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
    if (!input.name || input.type === "hidden" || (choice && !input.checked)) continue;
    const words = labelOf(input);
    if (words) chosen[input.name] = chosen[input.name] ? [...chosen[input.name], words] : [words];
  }
  return Object.fromEntries(Object.entries(chosen).map(([name, list]) => [name, list.join("、")]));
}

function show(form) {
  const values = valuesOf(form);
  for (const line of form.querySelectorAll("[data-sentence]")) {
    const text = sentence(line.dataset.sentence, values);
    line.textContent = text || line.dataset.empty;
    line.classList.toggle("is-empty", !text);
  }
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

/** The record form: the sentence that will be printed follows every choice. */
export function startRecord() {
  for (const form of fresh("form[data-record]", "Record")) {
    form.addEventListener("input", ({ target }) => {
      if (target.dataset?.sets) imply(form, target);
      else if (target.name) chooses(form, target);
      show(form);
    });
    show(form);
  }
}
