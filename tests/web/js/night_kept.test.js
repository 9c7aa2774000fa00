import assert from "node:assert/strict";
import { test } from "node:test";
import { lasts, nightBound } from "../../../taoli/web/js/night_kept.js";
import { newBox, seal, unlock, unseal } from "../../../taoli/web/js/seal.js";

const HOUR = 3600 * 1000;
const kept = { at: 10 * HOUR, until: 18 * HOUR };

test("a kept sheet lasts as long as the turn", () => {
  assert.equal(lasts(kept, 17 * HOUR), true);
  assert.equal(lasts(kept, 18 * HOUR), false);
  assert.equal(lasts(undefined, 17 * HOUR), false);
});

test("a clock that is turned back does not bring it back", () => {
  assert.equal(lasts(kept, 10 * HOUR - 60_000), true);
  assert.equal(lasts(kept, 9 * HOUR), false);
});

test("its end cannot be put off: then it does not open any more", async () => {
  const box = await newBox("482916", 1000);
  const secret = await unlock(box, "482916");
  const sealed = await seal("林母 13800000000", box, nightBound(kept.until));
  assert.equal(await unseal(sealed, secret, box, nightBound(kept.until)), "林母 13800000000");
  await assert.rejects(unseal(sealed, secret, box, nightBound(kept.until + HOUR)));
});
