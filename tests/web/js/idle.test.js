import assert from "node:assert/strict";
import { test } from "node:test";
import { memory, verdict } from "../../../taoli/web/js/idle.js";

const LIMIT = 600_000;

test("a minute before the end there is a word, at the end one is out", () => {
  assert.equal(verdict(0, LIMIT), "stay");
  assert.equal(verdict(LIMIT - 60_001, LIMIT), "stay");
  assert.equal(verdict(LIMIT - 60_000, LIMIT), "warn");
  assert.equal(verdict(LIMIT, LIMIT), "leave");
});

function tab(rows, clock) {
  const storage = {
    getItem: (name) => rows.get(name) ?? null,
    setItem: (name, text) => rows.set(name, text),
  };
  return memory(storage, () => clock.now);
}

test("a key in another tab keeps this one", () => {
  const [rows, clock] = [new Map(), { now: 1000 }];
  const [one, other] = [tab(rows, clock), tab(rows, clock)];
  clock.now += LIMIT;
  assert.equal(one.still(), LIMIT);
  other.mark();
  assert.equal(one.still(), 0);
});

test("a clock that was put back keeps nobody signed in", () => {
  const [rows, clock] = [new Map([["taoli:active", "99999999"]]), { now: 1000 }];
  const one = tab(rows, clock);
  one.mark();
  clock.now += LIMIT;
  assert.equal(one.still(), LIMIT);
});
