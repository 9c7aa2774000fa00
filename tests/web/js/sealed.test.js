import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal, seal, unseal } from "../../../taoli/web/js/sealed.js";

const FEW = 10; // rounds: the test is of the form, not of the hardness
const SHAPE = /^1\.[A-Za-z0-9+/]{22}==\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]{22,}={0,2}$/;

test("what is sealed opens with the phrase and with no other", async () => {
  const sealed = await seal("今天😀有点难过\nשלום", "春天的第一棵树", FEW);
  assert.match(sealed, SHAPE);
  assert.equal(await unseal(sealed, "春天的第一棵树", FEW), "今天😀有点难过\nשלום");
  assert.equal(await unseal(sealed, " 春天的第一棵树 ", FEW), "今天😀有点难过\nשלום");
  assert.equal(await unseal(sealed, "春天的第二棵树", FEW), null);
});

test("nothing of the words stands in what is sent, and the same note is sealed differently each time", async () => {
  const [one, two] = [
    await seal("secret words", "a long phrase", FEW),
    await seal("secret words", "a long phrase", FEW),
  ];
  assert.notEqual(one, two);
  const bytes = Buffer.from(one.split(".")[3], "base64");
  assert.equal(bytes.includes(Buffer.from("secret")), false);
});

test("notes of one length and of another are sent at one length, up to a block", async () => {
  const [one, two] = [
    await seal("a", "a long phrase", FEW),
    await seal("a".repeat(250), "a long phrase", FEW),
  ];
  assert.equal(one.length, two.length);
});

test("a changed letter opens nothing", async () => {
  const sealed = await seal("words", "a long phrase", FEW);
  const broken = sealed.slice(0, -5) + (sealed.at(-5) === "A" ? "B" : "A") + sealed.slice(-4);
  assert.equal(await unseal(broken, "a long phrase", FEW), null);
  assert.equal(await unseal(`2${sealed.slice(1)}`, "a long phrase", FEW), null);
});

test("a short phrase and two that differ are refused before anything is sealed", () => {
  assert.equal(refusal("short", "short", true), "short");
  assert.equal(refusal("long enough", "long enougH", true), "differs");
  assert.equal(refusal("long enough", "", false), "");
});
