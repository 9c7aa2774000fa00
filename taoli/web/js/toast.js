import { csrfToken } from "./requests.js";
import { uuid } from "./uuid.js";
import { fresh, words } from "./words.js";

const SHORT = 6000;
const LONG = 12000;

function settle(line) {
  if (line.matches(".safety, .stay")) return;
  let timer;
  const wait = () => {
    timer = setTimeout(() => line.remove(), line.querySelector("form") ? LONG : SHORT);
  };
  line.addEventListener("pointerenter", () => clearTimeout(timer));
  line.addEventListener("pointerleave", wait);
  line.addEventListener("focusin", () => clearTimeout(timer));
  line.addEventListener("focusout", wait);
  wait();
}

function hidden(name, value) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  return input;
}

function undoForm(url, label) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "button quiet small";
  button.append(label);
  form.append(hidden("csrfmiddlewaretoken", csrfToken()), hidden("op", uuid()), button);
  return form;
}

/** Shows one line; tones "safety" and "stay" stay until it is closed. */
export function toast(text, { tone = "", undo = "", undoLabel = "" } = {}) {
  const line = document.createElement("div");
  line.className = `toast-line ${tone}`;
  line.dataset.toast = "";
  const sentence = document.createElement("span");
  sentence.append(text);
  line.append(sentence);
  if (undo) line.append(undoForm(undo, undoLabel || words("undo")));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet icon-only small";
  close.dataset.dismiss = "";
  close.setAttribute("aria-label", words("close"));
  close.append("✕");
  line.append(close);
  document.getElementById("toasts").append(line);
  startLines();
}

function startLines() {
  for (const line of fresh("[data-toast]", "Toast")) settle(line);
}

export function startToasts() {
  startLines();
  document.addEventListener("htmx:after:swap", startLines);
  document.addEventListener("click", (event) => {
    event.target.closest("[data-dismiss]")?.closest("[data-toast]")?.remove();
  });
  // HX-Trigger: {"toast": {"text": "…", "undo": "/url/"}}
  document.addEventListener("toast", (event) => {
    const { text = event.detail?.value ?? "", tone, undo } = event.detail ?? {};
    if (text) toast(text, { tone, undo });
  });
}
