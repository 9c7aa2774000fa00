import { fresh } from "./words.js";

const PAUSE = 350; // milliseconds after the last key before the load is asked for

/** Runs the last call of a burst, once nothing has followed it for a while. */
export function settled(work, pause = PAUSE, wait = setTimeout, stop = clearTimeout) {
  let waiting = null;
  return () => {
    if (waiting !== null) stop(waiting);
    waiting = wait(() => {
      waiting = null;
      work();
    }, pause);
  };
}

/** Only the newest answer is shown, however late an older one comes. */
export function newest(ask, show) {
  let asked = 0;
  return async () => {
    asked += 1;
    const mine = asked;
    const answer = await ask();
    if (mine === asked && answer !== null) show(answer);
  };
}

/** What stands in the form, as the part of an address: without what only a write needs. */
export function asked(entries) {
  const kept = [...entries].filter(([name]) => !["csrfmiddlewaretoken", "op"].includes(name));
  return new URLSearchParams(kept).toString();
}

function asker(form) {
  return async () => {
    try {
      const answer = await fetch(`${form.dataset.load}?${asked(new FormData(form))}`);
      return answer.ok ? await answer.text() : null;
    } catch {
      return null; // no network: the figures stay as they are
    }
  };
}

/** Forms with data-load show beside them what the change would cost; another choice of data-again brings its fields. */
export function startLoads() {
  for (const form of fresh("form[data-load]", "Load")) {
    const place = document.querySelector("[data-load-here]");
    const show = (text) => {
      place.innerHTML = text;
    };
    if (place) form.addEventListener("input", settled(newest(asker(form), show)));
    form.addEventListener("change", (event) => {
      if (event.target.matches("select[data-again]")) form.requestSubmit();
    });
  }
}
