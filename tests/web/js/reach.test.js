import assert from "node:assert/strict";
import { test } from "node:test";
import { answers } from "../../../taoli/web/js/reach.js";

test("a server that answers well is there", async () => {
  const asked = [];
  const ask = async (address, options) => {
    asked.push([address, options.cache]);
    return { ok: true };
  };
  assert.equal(await answers(ask, true), true);
  assert.deepEqual(asked, [["/healthz", "no-store"]]);
});

test("nobody is asked when the device is offline", async () => {
  const ask = () => assert.fail("asked");
  assert.equal(await answers(ask, false), false);
});

test("an error page or a lost connection is no answer", async () => {
  const lost = async () => {
    throw new TypeError("Failed to fetch");
  };
  assert.equal(await answers(async () => ({ ok: false }), true), false);
  assert.equal(await answers(lost, true), false);
});
