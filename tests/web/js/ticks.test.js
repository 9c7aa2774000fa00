import assert from "node:assert/strict";
import { test } from "node:test";
import { counts, lead } from "../../../taoli/web/js/ticks.js";

// Two students, two days of two ways and the paper box: five boxes a row.
const to = (key, at) => lead(key, at, 5, 10, 2);

test("arrows walk and stop at the edges of the sheet", () => {
  assert.deepEqual(
    [to("ArrowRight", 0), to("ArrowLeft", 0), to("ArrowDown", 1), to("ArrowUp", 1)],
    [1, null, 6, null],
  );
});

test("Enter leads to the next student, from the last one to saving", () => {
  assert.deepEqual([to("Enter", 3), to("Enter", 7)], [5, "end"]);
});

test("a digit jumps to the day in the row, never out of it", () => {
  assert.deepEqual([to("2", 6), to("1", 9), to("7", 1)], [7, 5, 4]);
});

test("other keys are left to the browser", () => {
  assert.equal(to(" ", 0), null);
  assert.equal(to("Tab", 0), null);
});

test("what was entered before is counted apart", () => {
  const box = (name, checked, dataset = {}) => ({ name, checked, dataset });
  assert.deepEqual(
    counts([box("tick", true), box("tick", false), box("paper", true), box("", true, { done: "" })]),
    [1, 1],
  );
});
