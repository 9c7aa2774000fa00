import assert from "node:assert/strict";
import { test } from "node:test";
import { ownBox, sealedStorage } from "../../../taoli/web/js/draft_storage.js";

const KEY = Buffer.alloc(32, 7).toString("base64");
const OTHER = Buffer.alloc(32, 8).toString("base64");

function storage(begin = {}) {
  const rows = new Map(Object.entries(begin));
  return {
    rows,
    getItem: (name) => rows.get(name) ?? null,
    setItem: (name, text) => rows.set(name, text),
    removeItem: (name) => rows.delete(name),
    key: (place) => [...rows.keys()][place] ?? null,
    get length() {
      return rows.size;
    },
  };
}

const disk = (kept) => JSON.stringify([...kept.rows]);

test("a draft is sealed on disk and comes back with the school's key", async () => {
  const kept = storage();
  const first = await sealedStorage(kept, KEY);
  first.setItem("taoli:draft:a", "林子涵");
  await first.written();
  assert.ok(!disk(kept).includes("林子涵"));
  assert.equal((await sealedStorage(kept, KEY)).getItem("taoli:draft:a"), "林子涵");
});

test("with another key it cannot be read", async () => {
  const kept = storage();
  const first = await sealedStorage(kept, KEY);
  first.setItem("taoli:draft:a", "words");
  await first.written();
  assert.equal((await sealedStorage(kept, OTHER)).getItem("taoli:draft:a"), null);
});

test("what was plain before is sealed, what is no draft stays", async () => {
  const kept = storage({ "taoli:draft:a": "林子涵", "taoli:theme": "dark" });
  const first = await sealedStorage(kept, KEY);
  await first.written();
  assert.equal(first.getItem("taoli:draft:a"), "林子涵");
  assert.equal(kept.getItem("taoli:theme"), "dark");
  assert.ok(!disk(kept).includes("林子涵"));
});

test("a draft that is forgotten leaves nothing", async () => {
  const kept = storage();
  const first = await sealedStorage(kept, KEY);
  first.setItem("taoli:draft:a", "words");
  first.removeItem("taoli:draft:a");
  await first.written();
  assert.equal(kept.rows.size, 0);
});

test("a draft whose record was sealed is dropped", async () => {
  const kept = storage();
  const first = await sealedStorage(kept, KEY);
  first.setItem("taoli:draft:a", "words");
  first.setItem("taoli:draft:b", "others");
  await first.written();
  kept.setItem("taoli:settled", "a");
  const second = await sealedStorage(kept, KEY);
  assert.deepEqual([second.getItem("taoli:draft:a"), second.getItem("taoli:draft:b")], [null, "others"]);
});

test("at a shared computer each person has a box; another's typing leaves it alone, and names nobody", async () => {
  const kept = storage();
  const boxes = [await ownBox(kept, KEY), await ownBox(kept, OTHER)];
  assert.notEqual(boxes[0], boxes[1]);
  const first = await sealedStorage(kept, KEY, boxes[0]);
  first.setItem("taoli:draft:a", "林子涵");
  await first.written();
  const second = await sealedStorage(kept, OTHER, boxes[1]);
  second.setItem("taoli:draft:a", "周一诺");
  await second.written();
  assert.equal((await sealedStorage(kept, KEY, boxes[0])).getItem("taoli:draft:a"), "林子涵");
  assert.equal((await sealedStorage(kept, OTHER, boxes[0])).getItem("taoli:draft:a"), null);
  assert.ok(!/林子涵|周一诺/.test(disk(kept)));
});

test("a shared computer keeps no more than sixty boxes", async () => {
  const full = Array.from({ length: 80 }, (_, place) => [`taoli:sealed-drafts:${place}`, "x y"]);
  const kept = storage(Object.fromEntries(full));
  kept.setItem(await ownBox(kept, KEY), "mine");
  assert.equal(kept.length, 60);
});
