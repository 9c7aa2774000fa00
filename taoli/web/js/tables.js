import { fresh } from "./words.js";

/** On a phone rows are stacked: each cell carries the words of its column's head. */
function label(table) {
  const heads = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent.trim());
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, index) => {
      const named = cell.tagName === "TD" || cell.querySelector('input[type="text"]');
      if (named && heads[index] && !cell.hasAttribute("data-label")) {
        cell.dataset.label = heads[index];
      }
    });
  }
}

/** Rows that hold every typed word, whatever its case. */
export function matches(text, query) {
  const content = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}

function filter(input) {
  const target = document.getElementById(input.dataset.filterTable);
  for (const row of target?.querySelectorAll("tbody tr, .line") ?? []) {
    row.hidden = !matches(`${row.textContent} ${row.dataset.words ?? ""}`, input.value.trim());
  }
}

export function startTables() {
  for (const table of document.querySelectorAll("[data-table] table")) label(table);
  for (const input of fresh("input[data-filter-table]", "Filter")) {
    input.addEventListener("input", () => filter(input));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
}
