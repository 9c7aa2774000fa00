"""Cuts the network of an offline phone at five points of sending, many times, and lets it go on."""

import sqlite3
from pathlib import Path

from playwright.sync_api import Page

# The page's own `fetch` breaks as a network does; everything else, server and store, is real.
BREAKABLE = """
window.cut = "";
const real = window.fetch.bind(window);
window.fetch = async (url, options = {}) => {
  if (!String(url).includes("/outbox/receive/")) return real(url, options);
  const point = window.cut;
  if (point !== "before the local delete") window.cut = "";
  if (point === "before sending") throw new TypeError("cut");
  if (point === "in the middle of the request") {
    await real(url, { ...options, body: options.body.slice(0, options.body.length / 2) });
    throw new TypeError("cut");
  }
  const answer = await real(url, options);
  if (point === "after the server's commit") throw new TypeError("cut");
  if (point === "in the middle of the answer") return new Response((await answer.text()).slice(0, 9));
  return answer;
};
const remove = IDBObjectStore.prototype.delete;
IDBObjectStore.prototype.delete = function (key) {
  if (window.cut === "before the local delete" && this.name === "items") {
    window.cut = "";
    throw new Error("cut");
  }
  return remove.call(this, key);
};
"""
POINTS = (
    "before sending",
    "in the middle of the request",
    "after the server's commit",
    "in the middle of the answer",
    "before the local delete",
)
# Writes each text through the record form, cuts at its point, and goes on as a person who opens the phone again.
RUN = """async (plan) => {
  const waiting = () => document.querySelector("[data-waiting]") !== null;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let broke = 0;
  for (const [text, point] of plan) {
    const form = document.querySelector("form[data-record]");
    form.querySelector("input[name=students]").checked = true;
    form.querySelector("[name=private_text]").value = text;
    form.requestSubmit(form.querySelector("button.primary"));
    while (!waiting()) await pause(5);
    window.cut = point;
    for (let tries = 0; waiting() && tries < 2000; tries += 1) {
      window.dispatchEvent(new Event("focus"));
      await pause(20);
    }
    if (window.cut === "") broke += 1;
  }
  return broke;
}"""


def cut_and_go_on(page: Page, texts: list[str]) -> int:
    """Send each text with one cut, point after point; return how many cuts there were."""
    plan = [[text, POINTS[place % len(POINTS)]] for place, text in enumerate(texts)]
    return int(page.evaluate(RUN, plan))


def arrived(data: Path, beginning: str) -> list[str]:
    """Return the texts of the demo's records that begin so, in the order in which they were written down."""
    connection = sqlite3.connect(f"file:{data / 'taoli.sqlite3'}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "SELECT private_text FROM guidance_guidancerecord WHERE private_text LIKE ? ORDER BY entered_at, id",
            (f"{beginning}%",),
        )
        return [str(row[0]) for row in rows]
    finally:
        connection.close()
