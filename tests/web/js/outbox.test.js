import assert from "node:assert/strict";
import { test } from "node:test";
import { addLetter, deliver, TooLong } from "../../../taoli/web/js/outbox.js";
import { newBox, seal, unlock, unseal } from "../../../taoli/web/js/seal.js";

const FEW = 1000; // rounds, for a quick test

/** The phone's store in memory, with the same promises. */
function memory(device) {
  const items = new Map();
  const kept = { device };
  const pages = new Map();
  return {
    device: async () => kept.device,
    saveDevice: async (fresh) => {
      kept.device = fresh;
    },
    items: async () => [...items.values()].sort((a, b) => a.number - b.number),
    count: async () => items.size,
    savePage: async (name, page) => pages.set(name, page),
    dropPages: async () => pages.clear(),
    pages,
    remove: async (number) => items.delete(number),
    add: async (item) => {
      const number = kept.device.next++;
      items.set(number, { ...item, number });
      return number;
    },
  };
}

async function phone() {
  const box = await newBox("482916", FEW);
  const paths = { state: "/state", receive: "/receive" };
  return { store: memory({ id: "d", token: "t", school: 1, person: "p", next: 1, seal: box, paths }), box };
}

const json = (body) => ({ json: async () => body });

/** A school that takes each operation once; `say` may break a call. */
function school(box, { state = "ready", say = () => null } = {}) {
  const taken = [];
  const fetching = async (url, options) => {
    if (url === "/state") return json({ state, csrf: "c", seal: box });
    const letter = JSON.parse(options.body);
    const broken = say(letter, taken);
    if (broken) return broken;
    if (!taken.some((one) => one.op === letter.op)) taken.push(letter);
    return json({ state: "delivered", number: letter.number });
  };
  return { taken, fetching };
}

const letter = (op) => [
  ["op", op],
  ["private_text", `words of ${op}`],
];

test("what is sealed can be opened with the number of the phone alone", async () => {
  const box = await newBox("482916", FEW);
  const sealed = await seal("林子涵", box, "a");
  assert.ok(!JSON.stringify(sealed).includes("林子涵"));
  assert.equal(await unseal(sealed, await unlock(box, "482916"), box, "a"), "林子涵");
  await assert.rejects(unlock(box, "482917"));
});

test("bound to other words or changed it cannot be opened", async () => {
  const box = await newBox("482916", FEW);
  const secret = await unlock(box, "482916");
  const sealed = await seal("words", box, "a");
  await assert.rejects(unseal(sealed, secret, box, "b"));
  await assert.rejects(unseal({ ...sealed, iv: (await seal("x", box, "a")).iv }, secret, box, "a"));
});

test("letters go out in their order and leave the phone", async () => {
  const { store, box } = await phone();
  const { taken, fetching } = school(box);
  for (const op of ["a", "b", "c"]) await addLetter(store, letter(op));
  const said = await deliver(store, fetching, null);
  assert.deepEqual(
    taken.map((one) => [one.op, one.number, one.earliest]),
    [
      ["a", 1, 1],
      ["b", 2, 2],
      ["c", 3, 3],
    ],
  );
  assert.deepEqual([said.sent, said.waiting], [3, 0]);
});

test("the same operation is put into the queue once", async () => {
  const { store } = await phone();
  assert.equal(await addLetter(store, letter("a")), await addLetter(store, letter("a")));
  assert.equal(await store.count(), 1);
});

test("a network that breaks leaves the rest waiting, and the next time everything is there once", async () => {
  const { store, box } = await phone();
  let cuts = 0;
  const { taken, fetching } = school(box, {
    say: (one, there) => {
      if (one.number !== 2 || cuts++) return null;
      there.push(one); // committed, and the answer is lost
      throw new TypeError("cut");
    },
  });
  for (const op of ["a", "b", "c"]) await addLetter(store, letter(op));
  assert.equal((await deliver(store, fetching, null)).waiting, 2);
  assert.equal((await deliver(store, fetching, null)).waiting, 0);
  assert.deepEqual(
    taken.map((one) => one.op),
    ["a", "b", "c"],
  );
});

for (const state of ["sign_in", "other", "unknown"]) {
  test(`nothing leaves the phone when the school says ${state}`, async () => {
    const { store, box } = await phone();
    const { taken, fetching } = school(box, { state });
    await addLetter(store, letter("a"));
    const said = await deliver(store, fetching, null);
    assert.deepEqual([said.waiting, said.stopped, taken.length], [1, state, 0]);
  });
}

test("what came back is told by its number and its reason", async () => {
  const { store, box } = await phone();
  const say = (one) => json({ state: "returned", number: one.number, reason: "outside the term" });
  await addLetter(store, letter("a"));
  const said = await deliver(store, school(box, { say }).fetching, null);
  assert.deepEqual([said.back, said.waiting], [[{ number: 1, reason: "outside the term" }], 0]);
});

test("a new key of the school is used for the next letter", async () => {
  const { store } = await phone();
  const fresh = { ...(await newBox("111111", FEW)), number: "new" };
  await deliver(store, school(fresh).fetching, null);
  await addLetter(store, letter("a"));
  assert.equal((await store.items())[0].envelope.key, "new");
});

test("with nothing to send the school is asked seldom", async () => {
  const { store, box } = await phone();
  let asked = 0;
  const { fetching } = school(box);
  const counting = (...call) => {
    asked += 1;
    return fetching(...call);
  };
  const minute = 60_000;
  for (const now of [11 * minute, 12 * minute, 22 * minute]) await deliver(store, counting, null, () => now);
  assert.equal(asked, 2);
});

test("a text as long as a book is refused while it can be shortened, ten thousand signs are not", async () => {
  const { store } = await phone();
  await addLetter(store, [
    ["op", "a"],
    ["private_text", "字".repeat(10_000)],
  ]);
  await assert.rejects(
    addLetter(store, [
      ["op", "b"],
      ["private_text", "字".repeat(50_000)],
    ]),
    TooLong,
  );
});

test("a phone that was shut out drops the names first, though its letters cannot leave yet", async () => {
  const { store, box } = await phone();
  await store.savePage("today", "sealed");
  await addLetter(store, letter("a"));
  const broken = () => {
    throw new Error("network");
  };
  const cut = school(box, { state: "revoked", say: broken });
  assert.equal((await deliver(store, cut.fetching, null)).waiting, 1);
  assert.equal(store.pages.size, 0);
  const again = await deliver(store, school(box, { state: "revoked" }).fetching, null);
  assert.deepEqual([again.waiting, again.stopped], [0, "revoked"]);
});

test("openings without a network are told once and forgotten only after they are logged", async () => {
  const { store, box } = await phone();
  const device = await store.device();
  Object.assign(device, { opened: [{ id: "o", at: "2026-11-23T02:10:00Z" }], asked: 1000 });
  device.paths.nightOpened = "/opened";
  store.dropOpenings = async (ids) => {
    const now = await store.device();
    await store.saveDevice({ ...now, opened: now.opened.filter((one) => !ids.has(one.id)) });
  };
  const told = [];
  const answers = [{ state: "sign_in" }, { state: "logged" }];
  const fetching = async (url, options) => {
    if (url === "/state") return json({ state: "ready", csrf: "c", seal: box });
    told.push(JSON.parse(options.body).opened.length);
    return json(answers.shift());
  };
  await deliver(store, fetching, null, () => 2000);
  assert.equal((await store.device()).opened.length, 1);
  await deliver(store, fetching, null, () => 3000);
  assert.equal((await store.device()).opened.length, 0);
  await deliver(store, fetching, null, () => 4000);
  assert.deepEqual(told, [1, 1]);
});
