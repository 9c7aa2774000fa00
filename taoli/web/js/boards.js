/** The board's code and its drag library are loaded only where there is a board. */
export async function loadBoards() {
  if (!document.querySelector("[data-board]")) return;
  const { startBoards } = await import("./board.js");
  startBoards();
}
