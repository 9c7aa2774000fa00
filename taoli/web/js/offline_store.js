/** What this phone keeps: the device (keys and addresses, no names), sealed pages, sealed letters in their order. */
const NAME = "taoli-offline";

function opened() {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1);
    asking.onupgradeneeded = () => {
      const base = asking.result;
      base.createObjectStore("device");
      base.createObjectStore("pages");
      base.createObjectStore("items", { keyPath: "number" });
    };
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}

/** Runs `work(transaction)` and resolves, once it is on disk, with what the last request found. */
async function within(stores, mode, work) {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const change = base.transaction(stores, mode);
      let result;
      change.oncomplete = () => resolve(result);
      change.onabort = () => reject(change.error ?? new Error("aborted"));
      change.onerror = () => reject(change.error);
      work(change, (found) => {
        result = found;
      });
    });
  } finally {
    base.close();
  }
}

function reading(store, ask) {
  return within([store], "readonly", (change, keep) => {
    const request = ask(change.objectStore(store));
    request.onsuccess = () => keep(request.result);
  });
}

/** Changes the device's row in one transaction, so that two tabs lose nothing of one another. */
function changing(change) {
  return within(["device"], "readwrite", (work) => {
    const rows = work.objectStore("device");
    const request = rows.get("device");
    request.onsuccess = () => {
      if (request.result) rows.put(change(request.result), "device");
    };
  });
}

export const store = {
  device: () => reading("device", (rows) => rows.get("device")),
  items: () => reading("items", (rows) => rows.getAll()),
  count: () => reading("items", (rows) => rows.count()),
  page: (name) => reading("pages", (rows) => rows.get(name)),
  saveDevice: (device) =>
    within(["device"], "readwrite", (change) => change.objectStore("device").put(device, "device")),
  savePage: (name, page) =>
    within(["pages"], "readwrite", (change) => change.objectStore("pages").put(page, name)),
  dropPage: (name) => within(["pages"], "readwrite", (change) => change.objectStore("pages").delete(name)),
  addPaths: (paths) => changing((device) => ({ ...device, paths: { ...device.paths, ...paths } })),
  addOpening: (opening) => changing((device) => ({ ...device, opened: [...(device.opened ?? []), opening] })),
  dropOpenings: (ids) =>
    changing((device) => ({ ...device, opened: (device.opened ?? []).filter((one) => !ids.has(one.id)) })),
  dropPages: () => within(["pages"], "readwrite", (change) => change.objectStore("pages").clear()),
  remove: (number) => within(["items"], "readwrite", (change) => change.objectStore("items").delete(number)),
  /** Puts a letter at the end of the queue, unless its operation waits there; number and next one change together. */
  add: (item) =>
    within(["device", "items"], "readwrite", (change, keep) => {
      const device = change.objectStore("device").get("device");
      const items = change.objectStore("items").getAll();
      items.onsuccess = () => {
        const waiting = items.result.find(({ op }) => op === item.op);
        const number = waiting?.number ?? device.result.next ?? 1;
        keep(number);
        if (waiting) return; // tapped twice, the first was being sealed meanwhile
        change.objectStore("items").put({ ...item, number });
        change.objectStore("device").put({ ...device.result, next: number + 1 }, "device");
      };
    }),
};

export function forgetStore() {
  return new Promise((resolve) => {
    const asking = indexedDB.deleteDatabase(NAME);
    asking.onsuccess = asking.onerror = asking.onblocked = () => resolve();
  });
}
