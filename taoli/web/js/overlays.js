function openSheet(button) {
  const sheet = document.getElementById(button.dataset.open);
  if (!sheet) return;
  button.closest("details[data-menu]")?.removeAttribute("open");
  sheet.showModal();
}

function togglePop(button) {
  const note = button.nextElementSibling;
  const show = note.hidden;
  closePops();
  note.hidden = !show;
  button.setAttribute("aria-expanded", String(show));
  if (show) place(note);
}

/** Keeps a note inside the window, whatever the place of its word. */
function place(note) {
  note.style.translate = "none";
  const { left, right } = note.getBoundingClientRect();
  const room = document.documentElement.clientWidth - 8;
  const shift = right > room ? Math.max(room - right, 8 - left) : 0;
  note.style.translate = `${shift}px 0`;
}

function closePops() {
  for (const button of document.querySelectorAll('.pop-button[aria-expanded="true"]')) {
    button.setAttribute("aria-expanded", "false");
    button.nextElementSibling.hidden = true;
  }
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.removeAttribute("open");
  }
}

function onClick(event) {
  const { target } = event;
  const opener = target.closest("[data-open]");
  const pop = target.closest(".pop-button");
  if (opener) openSheet(opener);
  else if (target.closest("[data-close]")) target.closest("dialog")?.close();
  // A click on the veil hits the dialog element itself.
  else if (target instanceof HTMLDialogElement && target.classList.contains("sheet")) closeOnVeil(event);
  if (pop) togglePop(pop);
  else if (!target.closest(".pop-note")) closePops();
  closeMenus(target.closest("details[data-menu]"));
}

function closeOnVeil(event) {
  const box = event.target.getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  if (!inside) event.target.close();
}

function onKey(event) {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  closePops();
  closeMenus();
  menu?.querySelector("summary")?.focus();
}

/** Sheets, menus and notes: opened by a button, closed by Escape or a click beside them. */
export function startOverlays() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
}
