/** Whether this device writes offline; kept beside the sealed store so that other devices load nothing of it. */
const MARK = "taoli:offline";

export function isOn() {
  try {
    return localStorage.getItem(MARK) === "1";
  } catch {
    return false;
  }
}

export function setOn(on) {
  if (on) localStorage.setItem(MARK, "1");
  else localStorage.removeItem(MARK);
}

/** Loads what belongs to writing offline only where it is switched on or being looked at. */
export function startOffline(prepare) {
  const wanted = document.querySelector("[data-offline-device], [data-offline-shell]");
  if (!isOn() && !wanted) return;
  const page = document.querySelector("main")?.innerHTML ?? ""; // as the server gave it, before scripts touch it
  import("./offline.js").then(({ begin }) => begin(page, prepare));
}
