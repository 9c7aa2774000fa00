import assert from "node:assert/strict";
import test from "node:test";
import { deed, left } from "../../../taoli/web/js/meeting.js";

const END = "2026-11-23T10:40:00+08:00";
const at = (time) => Date.parse(`2026-11-23T${time}+08:00`);

test("the clock counts down, says when the time is over, and is silent before the beginning", () => {
  assert.equal(left(END, at("10:00:00"), "N minutes left", "over"), "40 minutes left");
  assert.equal(left(END, at("10:39:30"), "N minutes left", "over"), "1 minutes left");
  assert.equal(left(END, at("10:40:00"), "N minutes left", "over"), "over");
  assert.equal(left("", at("10:00:00"), "N minutes left", "over"), "");
});

test("keys lead only with Alt, so that plain typing is never caught", () => {
  assert.equal(deed({ key: "ArrowRight", altKey: true }), "next");
  assert.equal(deed({ key: "ArrowLeft", altKey: true }), "back");
  assert.equal(deed({ key: "b", altKey: true }), "blank");
  assert.equal(deed({ key: "ArrowRight" }), "");
  assert.equal(deed({ key: "b", altKey: true, ctrlKey: true }), "");
  assert.equal(deed({ key: "x", altKey: true }), "");
});
