/** So many cards are drawn at once; the rest when their column comes near the window. */
const AT_ONCE = 150;
const NEAR = "800px 0px";
const LOOSE = 120;
const FLAGS = [2, 4, 8, 1];

/** The columns and cards of a board: drawn from compact lists, changed card by card. */
export class Columns {
  constructor(root) {
    const data = JSON.parse(document.getElementById(root.dataset.source).textContent);
    this.root = root;
    this.edit = data.edit;
    this.words = root.querySelector("[data-words]").dataset;
    this.holder = root.querySelector("[data-columns]");
    this.cardTemplate = root.querySelector("[data-card-template]").content.firstElementChild;
    this.columnTemplate = root.querySelector("[data-column-template]").content.firstElementChild;
    this.rooms = data.rooms.map(([id, name, grade, gradeName]) => ({ id, name, grade, gradeName }));
    this.mentors = new Map();
    for (const [id, name, sub, least, most, load] of data.mentors) {
      this.mentors.set(id, { id, name, sub, least, most, load, cards: [] });
    }
    this.mentors.set("", {
      id: "",
      name: this.words.unplaced,
      sub: "",
      least: 0,
      most: 0,
      load: 0,
      cards: [],
    });
    this.cards = new Map();
    const ids = data.mentors.map(([id]) => id);
    for (const [key, name, room, place, rank, flags, edit, size] of data.cards) {
      const card = { key, name, room: this.rooms[room], mentor: ids[place] ?? "", rank, flags, edit, size };
      this.cards.set(key, card);
      this.mentors.get(card.mentor).cards.push(card);
    }
    this.place_ = new URLSearchParams(location.search).get("place") ?? "";
    this.text = "";
    this.lifted = "";
    this.watcher = new IntersectionObserver(
      (seen) => {
        for (const one of seen)
          if (one.isIntersecting) this.fill(this.mentors.get(one.target.dataset.column));
      },
      { rootMargin: NEAR },
    );
    this.drawPlaces();
    this.drawColumns();
    this.show();
  }

  // Drawing.

  drawPlaces() {
    const select = this.root.querySelector("[data-place]");
    let grade = "";
    for (const room of this.rooms) {
      if (room.grade !== grade) select.append(new Option(room.gradeName, room.grade));
      grade = room.grade;
      select.append(new Option(`　${room.name}`, room.id));
    }
    select.value = this.place_;
  }

  drawColumns() {
    for (const mentor of this.mentors.values()) {
      const column = this.columnTemplate.cloneNode(true);
      column.dataset.column = mentor.id;
      column.querySelector("[data-title]").textContent = mentor.name;
      column.querySelector("[data-sub]").textContent = mentor.sub;
      mentor.column = column;
      mentor.list = column.querySelector("ul");
      if (!mentor.id) {
        column.classList.add("unplaced");
        column.querySelector(".load").remove();
        column.querySelector("[data-drop-here]")?.remove();
      }
      this.drawLoad(mentor);
    }
  }

  drawLoad(mentor) {
    if (!mentor.id) return;
    const { column, load, least, most } = mentor;
    const top = Math.max(most, 1);
    column.querySelector("[data-load]").textContent = load;
    column.querySelector("[data-bounds]").textContent = `/ ${least}–${most}`;
    column.querySelector(".load-fill").style.width = `${Math.min(100, (100 * load) / top)}%`;
    column.querySelector(".load-low").style.left = `${Math.min(100, (100 * least) / top)}%`;
    column.querySelector(".load").className = `load${load > most ? " over" : load < least ? " under" : ""}`;
  }

  /** Puts the columns that fit the filters in order and draws the cards of those near the window. */
  show() {
    this.watcher.disconnect();
    let drawn = 0;
    const shown = [];
    for (const mentor of this.mentors.values()) {
      mentor.shown = mentor.cards.filter((card) => this.fits(card, mentor));
      mentor.list.replaceChildren();
      mentor.drawn = false;
      mentor.column.style.setProperty("--cards", Math.min(mentor.shown.length, LOOSE));
      if (mentor.shown.length || (mentor.id && this.named(mentor.name)) || (mentor.id && !this.text))
        shown.push(mentor);
    }
    if (this.place_ || this.text) shown.sort((a, b) => !a.shown.length - !b.shown.length);
    shown.sort((a, b) => Boolean(a.id) - Boolean(b.id));
    this.holder.replaceChildren(...shown.map((mentor) => mentor.column));
    for (const mentor of shown) {
      if (drawn < AT_ONCE) this.fill(mentor);
      else this.watcher.observe(mentor.column);
      drawn += mentor.shown.length;
    }
  }

  fits(card, mentor) {
    const here = !this.place_ || card.room.id === this.place_ || card.room.grade === this.place_;
    return here && (!this.text || card.name.includes(this.text) || this.named(mentor.name));
  }

  named(name) {
    return Boolean(this.text) && name.includes(this.text);
  }

  fill(mentor) {
    if (mentor.drawn) return;
    mentor.drawn = true;
    this.watcher.unobserve(mentor.column);
    mentor.list.replaceChildren(...mentor.shown.slice(0, LOOSE).map((card) => this.draw(card)));
    if (mentor.shown.length > LOOSE) {
      const more = document.createElement("li");
      more.className = "quiet-text";
      more.textContent = this.words.more.replace("{n}", mentor.shown.length - LOOSE);
      mentor.list.append(more);
    }
  }

  draw(card) {
    const item = this.cardTemplate.cloneNode(true);
    item.dataset.card = card.key;
    item.querySelector(".avatar").textContent = card.name.slice(0, 1);
    item.querySelector("[data-why]").textContent = card.name;
    item.querySelector(".tile-sub").textContent = [card.room.name, card.rank].filter(Boolean).join(" · ");
    const text = item.querySelector(".tile-text");
    for (const flag of FLAGS) {
      if (card.flags & flag) {
        const chip = document.createElement("span");
        chip.className = flag === 1 ? "chip soon" : "chip";
        chip.textContent = this.words[`flag${flag}`];
        text.append(chip);
      }
    }
    item
      .querySelector("[data-pick]")
      ?.setAttribute("aria-label", this.words.pick.replace("{name}", card.name));
    card.item = item;
    return item;
  }

  // What the board asks of its columns.

  narrow(place) {
    this.place_ = place;
    this.show();
  }

  find(text) {
    this.text = text.trim();
    this.show();
  }

  of(mentor) {
    return this.mentors.get(mentor).column;
  }

  next(column, step) {
    const all = [...this.holder.children].filter((one) => one.dataset.column);
    const now = all.indexOf(column);
    return all[(now + step + all.length) % all.length];
  }

  tell(column, sentence) {
    const { name, load, most } = this.mentors.get(column.dataset.column);
    const hint = column.querySelector("[data-hint]").textContent;
    return sentence
      .replace("{mentor}", name)
      .replace("{load}", load)
      .replace("{most}", most)
      .replace("{hint}", hint);
  }

  lift(key) {
    this.lifted = key;
    this.cards.get(key).item?.classList.add("is-lifted");
    this.holder.classList.add("is-choosing");
  }

  /** Says on every column what would break, before the card is put down. */
  warn(hints) {
    for (const mentor of this.mentors.values()) this.hint(mentor, hints[mentor.id] ?? "");
  }

  hint(mentor, text) {
    if (mentor.hinted === text) return;
    mentor.hinted = text;
    mentor.column.querySelector("[data-hint]").textContent = text;
    mentor.column.classList.toggle("breaks", Boolean(text));
  }

  settle() {
    this.cards.get(this.lifted)?.item?.classList.remove("is-lifted");
    this.lifted = "";
    this.holder.classList.remove("is-choosing");
    for (const mentor of this.mentors.values()) if (mentor.hinted) this.hint(mentor, "");
  }

  pending(key, on) {
    this.cards.get(key).item?.classList.toggle("is-pending", on);
  }

  focus(key) {
    this.cards.get(key).item?.querySelector("[data-pick]")?.focus({ preventScroll: true });
  }

  /** Moves one card; loads are counted at once, the server's numbers follow. */
  place(key, mentor) {
    const card = this.cards.get(key);
    if (card.mentor === mentor) return;
    const [before, after] = [this.mentors.get(card.mentor), this.mentors.get(mentor)];
    card.mentor = mentor;
    before.cards = before.cards.filter((one) => one !== card);
    before.shown = before.shown.filter((one) => one !== card);
    before.load -= card.size;
    after.cards.unshift(card);
    after.shown.unshift(card);
    after.load += card.size;
    if (after.drawn) after.list.prepend(card.item ?? this.draw(card));
    else card.item?.remove();
    for (const one of [before, after]) {
      one.column.style.setProperty("--cards", Math.min(one.shown.length, LOOSE));
      this.drawLoad(one);
    }
  }

  /** Takes over what was moved by anybody; `held`: the card somebody here is just putting down stays where it is. */
  apply({ edit, seats, loads }, held) {
    this.edit = edit;
    for (const [key, mentor, rank, moved, seatEdit] of seats) {
      const card = this.cards.get(key);
      if (!card) continue;
      Object.assign(card, { edit: seatEdit, flags: moved ? card.flags | 1 : card.flags & ~1 });
      if (card.size === 1) card.rank = rank;
      if (key !== held) {
        this.place(key, mentor);
        this.redraw(card);
      }
    }
    for (const [id, load] of Object.entries(loads)) {
      const mentor = this.mentors.get(id);
      if (!mentor) continue;
      mentor.load = load;
      this.drawLoad(mentor);
    }
  }

  redraw(card) {
    const before = card.item;
    if (before?.isConnected) before.replaceWith(this.draw(card));
  }
}
