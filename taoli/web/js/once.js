import { uuid } from "./uuid.js";
import { fresh } from "./words.js";

/** Gives every POST form its operation id: kept on a resend, new after the content has changed. */
export function startOnce() {
  for (const input of fresh("input[data-op]", "Op")) {
    if (!input.value) input.value = uuid();
    const { form } = input;
    form.addEventListener("input", () => {
      if (form.dataset.sent) {
        input.value = uuid();
        delete form.dataset.sent;
      }
    });
  }
}

function release(form) {
  delete form.dataset.busy;
  for (const button of form.querySelectorAll("[data-held]")) {
    button.disabled = false;
    delete button.dataset.held;
  }
}

/** An answer that is a file leaves the page standing: the form comes back after this time. */
const FILE_ANSWER = 8000;

/** Holds the buttons only after the browser has taken the pressed button's value along. */
function hold(form) {
  form.dataset.busy = "1";
  form.dataset.sent = "1";
  setTimeout(() => {
    if (!form.dataset.busy) return;
    for (const button of form.querySelectorAll("button[type=submit]:not([disabled])")) {
      button.disabled = true;
      button.dataset.held = "1";
    }
  });
  setTimeout(() => release(form), FILE_ANSWER);
}

if (typeof document !== "undefined") {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.dataset.again !== undefined) return;
    if (form.dataset.busy) event.preventDefault();
    else if (!event.defaultPrevented || form.matches("[hx-post]")) hold(form);
  });
  // Back from the page cache, or answered by htmx: the form can be used again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-busy]")) release(form);
  });
  document.addEventListener("htmx:finally:request", () => {
    for (const form of document.querySelectorAll("form[data-busy]")) release(form);
  });
}
