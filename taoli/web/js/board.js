import htmx from "htmx.org";
import Sortable from "sortablejs";
import { uuid } from "./uuid.js";
import { fresh, words } from "./words.js";

function move(board, card, column) {
  const values = { card: card.dataset.card, column: column.dataset.column, op: uuid() };
  htmx.ajax("POST", board.dataset.move, { target: board, swap: "outerHTML", values });
}

/** Says on every column what would break, before the card is dropped. */
async function showHints(board, card) {
  if (!board.dataset.hints) return;
  const answer = await fetch(`${board.dataset.hints}?card=${encodeURIComponent(card.dataset.card)}`, {
    headers: { Accept: "application/json" },
  });
  if (!answer.ok || !board.dataset.moving) return;
  const hints = await answer.json();
  for (const column of board.querySelectorAll("[data-column]")) {
    const text = hints[column.dataset.column] ?? "";
    column.querySelector("[data-hint]").textContent = text;
    column.classList.toggle("breaks", Boolean(text));
  }
}

function clearHints(board) {
  delete board.dataset.moving;
  for (const column of board.querySelectorAll("[data-column]")) {
    column.querySelector("[data-hint]").textContent = "";
    column.classList.remove("breaks");
  }
}

function begin(board, card) {
  board.dataset.moving = "1";
  showHints(board, card).catch(() => {
    // Without hints the move itself still answers with what it breaks.
  });
}

function makeSortable(board) {
  for (const cards of board.querySelectorAll("[data-cards]")) {
    Sortable.create(cards, {
      group: board.id,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      draggable: ".board-card:not(.pinned)",
      filter: "button",
      preventOnFilter: false,
      delay: 180,
      delayOnTouchOnly: true,
      ghostClass: "is-ghost",
      onStart: ({ item }) => begin(board, item),
      onEnd({ item, from, to }) {
        clearHints(board);
        if (from !== to) move(board, item, to.closest("[data-column]"));
      },
    });
  }
}

function choice(board, card, column, dialog) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "menu-item";
  const load = column.querySelector(".load-text")?.textContent.trim() ?? "";
  button.append([column.dataset.title, load].filter(Boolean).join(" · "));
  button.addEventListener("click", () => {
    dialog.close();
    move(board, card, column);
  });
  return button;
}

/** The same move without a mouse: a sheet with every other column. */
function openChoice(board, card) {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  const head = document.createElement("h2");
  head.className = "sheet-head";
  head.append(board.dataset.choose.replace("{name}", card.dataset.name) || words("column"));
  const body = document.createElement("div");
  body.className = "sheet-body";
  for (const column of board.querySelectorAll("[data-column]")) {
    if (!column.contains(card)) body.append(choice(board, card, column, dialog));
  }
  dialog.append(head, body);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function startBoards() {
  for (const board of fresh("[data-board]", "Board")) {
    makeSortable(board);
    board.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move-card]");
      if (button) openChoice(board, button.closest("[data-card]"));
    });
  }
}
