import assert from "node:assert/strict";
import { test } from "node:test";
import { merged, putBack, tells, valuesOf } from "../../../taoli/web/js/kept.js";
import { groupOf } from "../../../taoli/web/js/record.js";

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const box = (name, value, checked) => ({ name, value, checked, type: "checkbox" });
const line = (name, value) => ({ name, value, type: "text" });

test("of each field the younger of device and server is taken", () => {
  const server = { fields: { note: ["on the other device", 2 * MINUTE], theme: ["old", 9 * MINUTE] } };
  const found = merged(
    { note: "here", theme: "new" },
    { note: NOW - 5 * MINUTE, theme: NOW - MINUTE },
    server,
    NOW,
  );
  assert.deepEqual([found.note.value, found.theme.value], ["on the other device", "new"]);
});

test("a device's clock may be days off: ages are compared, not moments", () => {
  const ahead = NOW + 48 * 60 * MINUTE;
  const server = { fields: { note: ["later", MINUTE] } };
  assert.equal(merged({ note: "earlier" }, { note: ahead - 3 * MINUTE }, server, ahead).note.value, "later");
});

test("what a device kept from before the record was saved elsewhere is void", () => {
  const at = { note: NOW - 10 * MINUTE, theme: NOW - MINUTE };
  const found = merged({ note: "saved already", theme: "begun since" }, at, { settled: 5 * MINUTE }, NOW);
  assert.deepEqual(Object.keys(found), ["theme"]);
});

test("an emptied field stays empty on the other device", () => {
  const found = merged({ note: "" }, { note: NOW }, { fields: { note: ["gone", MINUTE] } }, NOW);
  assert.equal(found.note.value, "");
});

test("words are always given back, choices alone for half a day", () => {
  const texts = new Set(["note"]);
  assert.equal(tells({ note: { value: "a", age: 99 * 3600_000 } }, texts), true);
  assert.equal(tells({ kind: { value: ["talk"], age: 3600_000 } }, texts), true);
  assert.equal(tells({ kind: { value: ["talk"], age: 13 * 3600_000 } }, texts), false);
  assert.equal(tells({ note: { value: "", age: 0 } }, texts), false);
});

test("a form gives what stands in it and takes it back, without what is no longer offered", () => {
  const form = [box("students", "a", true), box("students", "b", true), line("note", "words")];
  const values = valuesOf(form);
  assert.deepEqual(values, { students: ["a", "b"], note: "words" });
  const fresh = [box("students", "b", false), box("students", "c", true), line("note", "")];
  putBack(fresh, values);
  assert.deepEqual(valuesOf(fresh), { students: ["b"], note: "words" });
});

test("a group comes with its one student chosen, or when there is but one", () => {
  const one = (group, checked) => ({ dataset: { group }, checked });
  assert.equal(groupOf([one("g", true), one("g", false), one("h", false)]), "g");
  assert.equal(groupOf([one("g", false), one("h", false)]), "");
  assert.equal(groupOf([one("g", false), one("g", false)]), "g");
  assert.equal(groupOf([one("g", true), one("g", true)]), "");
});
