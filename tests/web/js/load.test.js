import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, newest, settled } from "../../../taoli/web/js/load.js";

test("a burst of changes asks once, after the last", () => {
  const waiting = new Map();
  let asked = 0;
  let number = 0;
  const call = settled(
    () => {
      asked += 1;
    },
    350,
    (work) => {
      number += 1;
      waiting.set(number, work);
      return number;
    },
    (id) => waiting.delete(id),
  );
  call();
  call();
  call();
  assert.equal(waiting.size, 1);
  for (const work of waiting.values()) work();
  assert.equal(asked, 1);
});

test("a late answer to an older question is not shown", async () => {
  const answers = [];
  const shown = [];
  const call = newest(
    () => new Promise((resolve) => answers.push(resolve)),
    (text) => shown.push(text),
  );
  const first = call();
  const second = call();
  answers[1]("new");
  answers[0]("old");
  await Promise.all([first, second]);
  assert.deepEqual(shown, ["new"]);
});

test("no answer leaves the figures as they are", async () => {
  const shown = [];
  await newest(
    async () => null,
    (text) => shown.push(text),
  )();
  assert.deepEqual(shown, []);
});

test("only what the load depends on is sent", () => {
  const entries = [
    ["csrfmiddlewaretoken", "x"],
    ["op", "y"],
    ["kinds", "talk"],
    ["kinds", "plan"],
  ];
  assert.equal(asked(entries), "kinds=talk&kinds=plan");
});
