import assert from "node:assert/strict";
import { test } from "node:test";
import { schoolDay } from "../../../taoli/web/js/offline_shell.js";
import { daysAhead } from "../../../taoli/web/js/pages_kept.js";

test("a phone whose clock is two days off still writes the school's day", () => {
  const ahead = daysAhead("2026-11-23", new Date(2026, 10, 21, 23, 30));
  assert.equal(ahead, 2);
  assert.equal(schoolDay(new Date(2026, 10, 24, 8, 0), ahead), "2026-11-26");
});

test("at the end of a month and without a day in the form", () => {
  assert.equal(schoolDay(new Date(2026, 10, 30), 1), "2026-12-01");
  assert.equal(daysAhead("", new Date()), 0);
});
