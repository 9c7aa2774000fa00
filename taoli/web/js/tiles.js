import { fresh } from "./words.js";

function show(group) {
  const inputs = [...group.querySelectorAll(".tile input")];
  for (const input of inputs) input.closest(".tile").classList.toggle("is-on", input.checked);
  const count = group.querySelector("[data-tiles-count]");
  const n = inputs.filter((input) => input.checked).length;
  if (count) count.textContent = n ? count.dataset.tilesCount.replace("{n}", n) : "";
}

/** Chosen tiles are marked and counted. */
export function startTiles() {
  for (const group of fresh("[data-tiles]", "Tiles")) {
    group.addEventListener("change", () => show(group));
    show(group);
  }
  addEventListener("pageshow", () => {
    for (const group of document.querySelectorAll("[data-tiles]")) show(group);
  });
}
