import { toast } from "./toast.js";
import { words } from "./words.js";

/** How many milliseconds the network may take to answer before the page says so. */
const PATIENCE = 10_000;

/** Says whether the server answers: not when the device is offline, not when the answer is late or an error. */
export async function answers(ask = fetch, online = navigator.onLine) {
  if (!online) return false;
  const stop = new AbortController(); // a signal with a time of its own is younger than the oldest phones we serve
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await ask("/healthz", { cache: "no-store", signal: stop.signal });
    return answer.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function sendWhenReached(form, submitter) {
  form.dataset.asking = "1";
  const reached = await answers();
  delete form.dataset.asking;
  if (!reached) {
    // Whoever can keep the words in another way (writing offline) takes the event to itself.
    const unreached = new CustomEvent("unreached", {
      bubbles: true,
      cancelable: true,
      detail: { submitter },
    });
    if (form.dispatchEvent(unreached)) toast(words("offline"), { tone: "soon" });
    return;
  }
  form.dataset.reached = "1";
  form.requestSubmit(submitter);
}

/** A form that keeps its words leaves the page only when somebody answers; the browser's error page would lose it. */
export function startReach() {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches("form[data-draft]")) return;
      if (form.dataset.reached) {
        delete form.dataset.reached;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!form.dataset.asking) sendWhenReached(form, event.submitter);
    },
    { capture: true },
  );
}
