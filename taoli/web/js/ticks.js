import { fresh } from "./words.js";

/** Where a key leads in a grid of `width` boxes a row and `first` boxes a day: an index, the end, or null. */
export function lead(key, at, width, count, perDay) {
  const row = Math.floor(at / width);
  const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + width, ArrowUp: at - width };
  if (key === "Enter") return (row + 1) * width < count ? (row + 1) * width : "end";
  if (/^[1-7]$/.test(key)) return Math.min(row * width + (Number(key) - 1) * perDay, (row + 1) * width - 1);
  const to = steps[key];
  return to === undefined || to < 0 || to >= count ? null : to;
}

/** How many boxes are to be written, and how many were entered before. */
export function counts(boxes) {
  const fresh = boxes.filter((box) => box.checked && box.name === "tick");
  return [fresh.length, boxes.filter((box) => "done" in box.dataset).length];
}

/** The grid of a paper sheet: walked and ticked by the keyboard alone. */
export function startTicks() {
  for (const form of fresh("form[data-ticks]", "Ticks")) {
    const boxes = [...form.querySelectorAll("td input[type=checkbox]")];
    const width = form.querySelector("tbody tr")?.querySelectorAll("td").length ?? 1;
    const perDay = Number(form.querySelector("thead th.day")?.colSpan ?? 1);
    const told = form.querySelector("[data-counts]");
    const tell = () => {
      const [write, before] = counts(boxes);
      told.textContent = told.dataset.words.replace("N", write).replace("M", before);
    };
    form.addEventListener("keydown", (event) => {
      const at = boxes.indexOf(event.target);
      if (at < 0) return;
      const to = lead(event.key, at, width, boxes.length, perDay);
      if (to === null) return;
      event.preventDefault();
      (to === "end" ? form.querySelector("button.primary") : boxes[to]).focus();
    });
    form.addEventListener("click", (event) => {
      if (event.target.ariaDisabled) event.preventDefault();
    });
    form.addEventListener("change", tell);
    tell();
    boxes[0]?.focus();
  }
}
