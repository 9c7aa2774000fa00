// Runs before the first paint: light, dark, or as the system says.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  try {
    return localStorage.getItem("taoli:theme") || "auto";
  } catch {
    return "auto";
  }
}

function show() {
  const choice = chosen();
  const dark = choice === "dark" || (choice === "auto" && system.matches);
  root.dataset.bsTheme = dark ? "dark" : "light";
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", dark ? "#161918" : "#f4f2ee");
  for (const button of document.querySelectorAll("[data-theme-set]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeSet === choice));
  }
}

show();
system.addEventListener("change", show);
document.addEventListener("DOMContentLoaded", show);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-set]");
  if (!button) return;
  try {
    localStorage.setItem("taoli:theme", button.dataset.themeSet);
  } catch {
    // Private windows may refuse storage: the choice then lasts for this page only.
  }
  show();
});
