import assert from "node:assert/strict";
import { test } from "node:test";
import { sentence } from "../../../taoli/web/js/sentence.js";

const TEMPLATE = "{date} {kind}：{students}[，{topics}][，在{place}]。";

test("sentence fills what was chosen and drops empty parts", () => {
  const values = { date: "11月23日", kind: "谈话", students: "林子涵、周一诺", topics: "学业辅导" };
  assert.equal(sentence(TEMPLATE, values), "11月23日 谈话：林子涵、周一诺，学业辅导。");
});

test("sentence keeps every part when all are given", () => {
  const values = { date: "11月23日", kind: "谈话", students: "林子涵", topics: "学业辅导", place: "操场" };
  assert.equal(sentence(TEMPLATE, values), "11月23日 谈话：林子涵，学业辅导，在操场。");
});

test("sentence is empty while a required value is missing", () => {
  assert.equal(sentence(TEMPLATE, { date: "11月23日", kind: "谈话" }), "");
});
