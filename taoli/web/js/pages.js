/** Small habits of every page: filters send themselves, back, print, errors get the focus. */
export function startPages() {
  for (const button of document.querySelectorAll("[data-nojs]")) button.hidden = true;
  document.querySelector("[data-errors]")?.focus();
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-autosubmit]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-autosubmit]")) dropEmpty(event.target);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-back]")) history.back();
    if (event.target.closest("[data-print]")) print();
  });
}

/** Addresses stay short: a filter that is not set is not sent. */
function dropEmpty(form) {
  const empty = [...form.elements].filter((field) => field.name && !field.value);
  for (const field of empty) field.disabled = true;
  setTimeout(() => {
    for (const field of empty) field.disabled = false;
  });
}
