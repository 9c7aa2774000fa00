import { Columns } from "./columns.js";
import { csrfToken } from "./requests.js";
import { toast } from "./toast.js";
import { uuid } from "./uuid.js";
import { fresh, words } from "./words.js";

const QUIET = 8000;
const ARROWS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One board: what is picked up, over which column it hangs, and what the server says about it. */
class Board {
  constructor(root) {
    this.root = root;
    this.base = root.dataset.base;
    this.moves = "moves" in root.dataset;
    this.columns = new Columns(root);
    this.panel = root.querySelector(".board-panel");
    this.words = root.querySelector("[data-words]").dataset;
    this.asked = { key: "", answer: null };
    this.picked = null;
    this.over = null;
    this.idle();
    this.listen();
    if (this.moves) {
      this.look();
      setInterval(() => document.hidden || this.look(), QUIET);
    }
  }

  listen() {
    const on = (name, work) => this.root.addEventListener(name, work);
    on("click", (event) => this.click(event));
    on("input", (event) => event.target.matches("[data-find]") && this.columns.find(event.target.value));
    on("change", (event) => event.target.matches("[data-place]") && this.columns.narrow(event.target.value));
    if (!this.moves) return;
    on("pointerdown", (event) => this.prefetch(event.target));
    on("focusin", (event) => event.target.matches("[data-pick]") && this.prefetch(event.target));
    on("keydown", (event) => this.key(event));
    on("dragstart", (event) => this.dragStart(event));
    on("dragover", (event) => this.dragOver(event));
    on("drop", (event) => this.drop(event));
    on("dragend", () => this.picked && !this.picked.to && this.putBack());
    on("submit", (event) => this.submit(event));
  }

  // Picking up, hanging over, putting down.

  prefetch(element) {
    const key = element.closest("[data-card]")?.dataset.card;
    if (key) this.hints(key);
  }

  /** What would break where; asked once for a card as long as nothing on the board has changed. */
  hints(key) {
    const mark = `${key} ${this.columns.edit}`;
    if (this.asked.key !== mark) {
      const answer = this.get(`hints/?card=${key}`).catch(() => ({}));
      this.asked = { key: mark, answer };
    }
    return this.asked.answer;
  }

  async pick(key) {
    if (this.picked) this.putBack();
    this.picked = { key, from: this.columns.cards.get(key).mentor, to: "" };
    this.columns.lift(key);
    this.say(this.words.picked.replace("{name}", this.columns.cards.get(key).name));
    const hints = await this.hints(key);
    if (this.picked?.key !== key || this.picked.to) return;
    this.columns.warn(hints);
    if (this.over) this.say(this.columns.tell(this.over, this.words.over));
  }

  hang(column) {
    if (this.over === column) return;
    this.over?.classList.remove("is-over");
    this.over = column;
    column?.classList.add("is-over");
  }

  async put(mentor) {
    const { key, from } = this.picked;
    if (!mentor || mentor === from) {
      this.putBack();
      return;
    }
    this.picked.to = mentor;
    this.hang(null);
    this.columns.settle();
    this.columns.place(key, mentor);
    this.columns.pending(key, true);
    this.panel.textContent = this.words.wait;
    await this.showCheck(key, mentor);
  }

  async showCheck(key, mentor, typed = "") {
    const answer = await fetch(`${this.base}students/${key}/check/?mentor=${mentor}&drop=1`);
    if (this.picked?.to !== mentor) return;
    if (!answer.ok) {
      this.putBack();
      toast(words("refused"), { tone: "soon" });
      return;
    }
    this.panel.innerHTML = await answer.text();
    const reason = this.panel.querySelector("[name=reason]");
    reason.value = typed;
    reason.focus({ preventScroll: matchMedia("(min-width: 992px)").matches });
    this.op = uuid();
  }

  putBack() {
    const { key, from, to } = this.picked;
    this.picked = null;
    this.hang(null);
    this.columns.settle();
    if (to) {
      this.columns.place(key, from);
      this.idle();
    }
    this.columns.pending(key, false);
    this.columns.focus(key);
    this.say(this.words.back);
  }

  // Events.

  click(event) {
    const { target } = event;
    const card = target.closest("[data-card]")?.dataset.card;
    if (target.closest("[data-pick]")) this.pick(card);
    else if (this.picked && !this.picked.to && target.closest("[data-target]"))
      this.put(target.closest("[data-column]").dataset.column);
    else if (target.closest("[data-why]")) this.why(card);
    else if (target.closest("[data-put-back]")) this.putBack();
    else if (target.closest("[data-undo]")) this.undo(target.closest("[data-undo]").dataset.undo);
  }

  key(event) {
    if (!this.picked) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.putBack();
    }
    if (this.picked?.to || event.target.matches("input, select, textarea")) return;
    if (ARROWS[event.key]) {
      event.preventDefault();
      const column = this.columns.next(this.over ?? this.columns.of(this.picked.from), ARROWS[event.key]);
      this.hang(column);
      column.scrollIntoView({ block: "nearest" });
      this.say(this.columns.tell(column, this.words.over));
    } else if ((event.key === "Enter" || event.key === " ") && this.over) {
      event.preventDefault();
      this.put(this.over.dataset.column);
    }
  }

  dragStart(event) {
    const card = event.target.closest("[data-card]");
    if (!card) return;
    event.dataTransfer.setData("text/plain", card.dataset.card);
    event.dataTransfer.effectAllowed = "move";
    this.pick(card.dataset.card);
  }

  dragOver(event) {
    const column = event.target.closest("[data-column]");
    if (!this.picked || this.picked.to) return;
    if (column?.dataset.column) event.preventDefault();
    this.hang(column?.dataset.column ? column : null);
  }

  drop(event) {
    const column = event.target.closest("[data-column]");
    if (!this.picked || !column) return;
    event.preventDefault();
    this.put(column.dataset.column);
  }

  // Saving, undoing, hearing of others.

  async submit(event) {
    const form = event.target.closest("[data-drop-form]");
    if (!form) return;
    event.preventDefault();
    if (form.dataset.waiting) return;
    form.dataset.waiting = "1";
    const body = new FormData(form);
    body.set("since", this.columns.edit);
    body.set("op", this.op);
    const { key, to } = this.picked;
    const answer = await this.send("drop/", body);
    delete form.dataset.waiting;
    if (!answer) return;
    if (answer.text) {
      this.refused(form, answer, key, to);
      return;
    }
    this.picked = null;
    this.idle();
    this.columns.pending(key, false);
    this.hear(answer);
    this.columns.focus(key);
    this.say(this.words.moved);
  }

  /** The move was not made: what was typed stays, the board shows what others did, and the move is looked at anew. */
  async refused(form, { text, news }, key, to) {
    const typed = form.elements.reason.value;
    const moved = news.seats.some(([card]) => card === key);
    this.hear(news);
    if (moved) {
      this.picked.from = this.columns.cards.get(key).mentor;
      this.columns.place(key, to);
      await this.showCheck(key, to, typed);
    }
    const line = this.panel.querySelector("[data-refused]");
    line.textContent = text;
    line.hidden = false;
    this.op = uuid();
  }

  async undo(number) {
    const body = new FormData();
    body.set("since", this.columns.edit);
    body.set("op", uuid());
    const answer = await this.send(`undo/${number}/`, body);
    if (!answer) return;
    this.hear(answer.text ? answer.news : answer);
    toast(answer.text || this.words.undone, { tone: answer.text ? "soon" : "" });
  }

  async look() {
    const news = await this.get(`news/?since=${this.columns.edit}`).catch(() => null);
    if (news) this.hear(news);
  }

  hear(news) {
    this.columns.apply(news, this.picked?.to ? this.picked.key : "");
    if (news.lines.length)
      this.root.querySelector("[data-news]").textContent = news.lines[news.lines.length - 1];
    const undo = this.root.querySelector("[data-undo]");
    undo.hidden = !news.undo;
    undo.dataset.undo = news.undo?.number ?? "";
    undo.title = news.undo?.line ?? "";
  }

  async why(key) {
    if (this.picked) return;
    const answer = await fetch(`${this.base}students/${key}/`);
    if (!answer.ok) return;
    this.panel.innerHTML = await answer.text();
    if (!matchMedia("(min-width: 992px)").matches) this.panel.scrollIntoView({ block: "nearest" });
  }

  async get(path) {
    const answer = await fetch(this.base + path, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  async send(path, body) {
    try {
      const answer = await fetch(this.base + path, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": csrfToken() },
      });
      if (answer.ok || answer.status === 409) return await answer.json();
      toast(words("refused"), { tone: "soon" });
    } catch {
      toast(words("offline"), { tone: "soon" });
    }
    return null;
  }

  idle() {
    this.panel.textContent = this.words.idle;
  }

  say(text) {
    this.root.querySelector("[data-said]").textContent = text;
  }
}

export function startBoards() {
  for (const root of fresh("[data-board]", "Board")) new Board(root);
}
