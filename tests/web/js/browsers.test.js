import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { startOlder } from "../../../taoli/web/js/older.js";

const FOLDER = new URL("../../../taoli/web/js/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));

/** Not in WebKit at all, or not in the oldest browsers that build.mjs names (Safari 15.0, Chrome 90, Firefox 90). */
const MISSING = {
  "Background Sync": /SyncManager|periodicSync|\.sync\.register|BackgroundFetch/,
  "Chromium only":
    /navigator\.(connection|getBattery|usb|bluetooth|keyboard)|beforeinstallprompt|launchQueue|EyeDropper|showOpenFilePicker|showSaveFilePicker|scheduler\.postTask|webkitRequestFileSystem|SpeechRecognition|BarcodeDetector/,
  requestIdleCallback: /requestIdleCallback/,
  cookieStore: /cookieStore/,
  "AbortSignal.timeout, any": /AbortSignal\.(timeout|any)/,
  "Array at, findLast, toSorted": /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/,
  "Object.hasOwn, groupBy": /Object\.(hasOwn|groupBy)|Map\.groupBy/,
  structuredClone: /structuredClone/,
  "Promise.withResolvers, Array.fromAsync": /withResolvers|fromAsync/,
  popover: /showPopover|togglePopover/,
  checkVisibility: /checkVisibility/,
  ":has()": /(querySelector(All)?|matches|closest)\([^)]*:has\(/,
};

/** There where the browser has it, and something else where it has not; each is looked for in this way. */
const WITH_A_FALLBACK = {
  "navigator?.locks": ["outbox.js", /locks \? locks\.request\(.*: work\(\)/],
  randomUUID: ["uuid.js", /if \(globalThis\.crypto\?\.randomUUID\)/],
  "requestSubmit = ": ["older.js", /if \(!form \|\| form\.requestSubmit\) return/],
};

/** What stands in a script that some browser lacks. */
const found = (text) => Object.keys(MISSING).filter((name) => MISSING[name].test(text));

test("nothing is used that WebKit or an older phone lacks", () => {
  assert.ok(FILES.length > 20);
  const used = FILES.map((name) => [name, found(readFileSync(new URL(name, FOLDER), "utf8"))]);
  assert.deepEqual(
    used.filter(([, names]) => names.length),
    [],
  );
});

test("a planted use is found", () => {
  assert.deepEqual(found("await registration.sync.register('send')"), ["Background Sync"]);
  assert.deepEqual(found("lines.at(-1)"), ["Array at, findLast, toSorted"]);
  assert.deepEqual(found("fetch(url, { signal: AbortSignal.timeout(9) })"), ["AbortSignal.timeout, any"]);
  assert.deepEqual(found("one.closest('li').textContent"), []);
});

test("what some browsers lack stands where its fallback stands, and nowhere else", () => {
  for (const [use, [home, guard]] of Object.entries(WITH_A_FALLBACK)) {
    const users = FILES.filter((name) => readFileSync(new URL(name, FOLDER), "utf8").includes(use));
    assert.deepEqual(users, [home], use);
    assert.match(readFileSync(new URL(home, FOLDER), "utf8"), guard);
  }
});

test("without requestSubmit the button is pressed, so that its value goes along", () => {
  const old = { querySelector: () => null, reportValidity: () => true, sent: 0 };
  startOlder(old);
  let pressed = 0;
  old.requestSubmit({
    click: () => {
      pressed += 1;
    },
  });
  assert.equal(pressed, 1);
  old.dispatchEvent = (event) => event.type === "submit";
  old.submit = () => {
    old.sent += 1;
  };
  old.requestSubmit();
  assert.equal(old.sent, 1);
  const own = () => {};
  const young = { requestSubmit: own };
  startOlder(young);
  assert.equal(young.requestSubmit, own);
});
