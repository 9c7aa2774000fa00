import assert from "node:assert/strict";
import { test } from "node:test";
import { next } from "../../../taoli/web/js/typing.js";

test("Enter leads to the next field, and nowhere from the last", () => {
  assert.equal(next([1, 2, 3], 2), 3);
  assert.equal(next([1, 2, 3], 3), null);
});
