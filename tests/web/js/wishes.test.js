import assert from "node:assert/strict";
import { test } from "node:test";
import { dropped, kept, tapped } from "../../../taoli/web/js/wishes.js";

const wish = (id, reason = "") => ({ id, reason });
const ids = (order) => order.map(({ id }) => id).join("");

test("taps add at the end, at most so many, nobody twice", () => {
  const two = tapped(tapped([], "add", "a", 2), "add", "b", 2);
  assert.equal(ids(two), "ab");
  assert.equal(ids(tapped(two, "add", "c", 2)), "ab");
  assert.equal(ids(tapped(two, "add", "a", 9)), "ab");
});

test("up, down and out move one wish and keep its reason", () => {
  const order = [wish("a"), wish("b", "kind"), wish("c")];
  assert.equal(ids(tapped(order, "up", "b", 3)), "bac");
  assert.equal(tapped(order, "up", "b", 3)[0].reason, "kind");
  assert.equal(ids(tapped(order, "up", "a", 3)), "abc");
  assert.equal(ids(tapped(order, "down", "b", 3)), "acb");
  assert.equal(ids(tapped(order, "down", "c", 3)), "abc");
  assert.equal(ids(tapped(order, "drop", "b", 3)), "ac");
  assert.equal(ids(tapped(order, "drop", "x", 3)), "abc");
});

test("a dragged wish stands where it was dropped", () => {
  const order = [wish("a"), wish("b"), wish("c")];
  assert.equal(ids(dropped(order, "a", 2)), "bca");
  assert.equal(ids(dropped(order, "c", 0)), "cab");
});

test("what the device kept comes back without mentors who are gone; nonsense does not", () => {
  const text = JSON.stringify([wish("a", "kind"), wish("gone")]);
  assert.deepEqual(kept(text, new Map([["a", 1]])), [wish("a", "kind")]);
  assert.equal(kept("{", new Map()), null);
});
