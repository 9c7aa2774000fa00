import assert from "node:assert/strict";
import { test } from "node:test";
import { uuid } from "../../../taoli/web/js/uuid.js";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("uuid gives version 4 where the browser has randomUUID", () => {
  assert.match(uuid(), VERSION_4);
});

test("uuid gives version 4 on plain http, where randomUUID is absent", (context) => {
  context.mock.method(crypto, "getRandomValues");
  const original = crypto.randomUUID;
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  try {
    assert.match(uuid(), VERSION_4);
    assert.notEqual(uuid(), uuid());
    assert.equal(crypto.getRandomValues.mock.callCount(), 3);
  } finally {
    Object.defineProperty(crypto, "randomUUID", { value: original, configurable: true });
  }
});
