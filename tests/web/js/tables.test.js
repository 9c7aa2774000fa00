import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../../../taoli/web/js/tables.js";

test("a row matches when it holds every typed word, whatever its case", () => {
  assert.equal(matches("林子涵 高一(2)班 LZH", "lzh 高一"), true);
  assert.equal(matches("林子涵 高一(2)班 LZH", "lzh 高二"), false);
  assert.equal(matches("林子涵", ""), true);
});
