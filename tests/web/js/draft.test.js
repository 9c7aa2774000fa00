import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { draftStore, giveBack } from "../../../taoli/web/js/draft.js";

const DAY = 24 * 3600 * 1000;
let items;
let now;
let store;

beforeEach(() => {
  items = new Map();
  now = 0;
  const storage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    key: (index) => [...items.keys()][index],
    get length() {
      return items.size;
    },
  };
  store = draftStore(storage, () => now);
});

test("a draft is given back field by field, empty fields are not kept", () => {
  store.write("r1", { note: "聊了月考", place: "" });
  assert.deepEqual(store.read("r1"), { note: "聊了月考" });
});

test("a draft older than two weeks is not given back", () => {
  store.write("r1", { note: "聊了月考" });
  now = 13 * DAY;
  assert.deepEqual(store.read("r1"), { note: "聊了月考" });
  now = 14 * DAY;
  assert.deepEqual(store.read("r1"), {});
});

test("a draft whose fields are emptied is removed", () => {
  store.write("r1", { note: "聊" });
  store.write("r1", { note: "" });
  assert.equal(items.size, 0);
});

test("a sent draft is cleared when its form is gone", () => {
  store.write("r1", { note: "聊" });
  store.markSent("r1");
  store.settle(() => false);
  assert.deepEqual(store.read("r1"), {});
});

test("a sent draft is kept when its form came back with errors", () => {
  store.write("r1", { note: "聊" });
  store.markSent("r1");
  store.settle((key) => key === "r1");
  assert.deepEqual(store.read("r1"), { note: "聊" });
});

test("a draft that was never sent survives the next page", () => {
  store.write("r1", { note: "聊" });
  store.settle(() => false);
  assert.deepEqual(store.read("r1"), { note: "聊" });
});

test("a sent draft is kept when a sign-in page took its place", () => {
  store.write("r1", { note: "聊" });
  store.markSent("r1");
  store.bounced();
  store.settle(() => false);
  assert.deepEqual(store.read("r1"), { note: "聊" });
});

test("choices and the operation id of an attempt are given back, a change makes it a new attempt", () => {
  const box = (name, value, checked) => ({ name, value, checked });
  const form = {
    dataset: {},
    elements: [
      box("students", "a", false),
      box("students", "b", true),
      box("kind", "talk", true),
      { name: "op", value: "new" },
      { name: "note", value: "聊" },
    ],
  };
  giveBack(form, { students: ["a"], op: "old", note: "说" });
  assert.deepEqual(
    form.elements.map(({ value, checked }) => [value, checked]),
    [
      ["a", true],
      ["b", false],
      ["talk", true],
      ["old", undefined],
      ["聊", undefined],
    ],
  );
  assert.equal(form.dataset.sent, "1");
});

test("signing out forgets every draft and nothing else", () => {
  items.set("taoli:theme", "dark");
  store.write("r1", { note: "聊" });
  store.write("r2", { note: "说" });
  store.forgetAll();
  assert.deepEqual([...items.keys()], ["taoli:theme"]);
});
