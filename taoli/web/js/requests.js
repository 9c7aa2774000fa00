import { toast } from "./toast.js";
import { words } from "./words.js";

export function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

/** Every htmx request carries the CSRF token; a failed one says so and loses nothing. */
export function startRequests() {
  document.addEventListener("htmx:config:request", (event) => {
    event.detail.ctx.request.headers["X-CSRFToken"] = csrfToken();
  });
  document.addEventListener("htmx:error", () => toast(words("offline"), { tone: "soon" }));
  // A whole error page must not be swapped into a part: say it in one line instead.
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    if (ctx?.response?.raw && ctx.response.raw.status >= 400 && ctx.response.raw.status !== 422) {
      event.preventDefault();
      toast(words("refused"), { tone: "soon" });
    }
  });
}
