import { fresh } from "./words.js";

/** The field after this one, for the Enter key: from the last of a line to the first of the next. */
export function next(fields, field) {
  return fields[fields.indexOf(field) + 1] ?? null;
}

/** Grids that are typed quickly: Enter leads to the next field and sends nothing. */
export function startTyping() {
  for (const form of fresh("form[data-typing]", "Typing")) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
      event.preventDefault();
      next([...form.querySelectorAll("input[type=text]")], event.target)?.focus();
    });
  }
}
