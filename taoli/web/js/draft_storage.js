import { isOn } from "./offline_start.js";
import { base64, bytesOf } from "./seal.js";

const SEALED = "taoli:sealed-drafts";
const DRAFT = "taoli:draft:";
const SETTLED = "taoli:settled";
const MOST_BOXES = 60; // a class and more at one computer

/** What of a storage may be read: whole while the page is open, sealed on disk; other keys stay as they are. */
export async function sealedStorage(storage, secret, box = SEALED) {
  const key = await crypto.subtle.importKey("raw", bytesOf(secret), "AES-GCM", false, ["encrypt", "decrypt"]);
  const texts = new Map(await opened(storage, key, box));
  let writing = Promise.resolve();
  const save = () => {
    writing = writing.then(async () => {
      if (texts.size) storage.setItem(box, await closed([...texts], key));
      else storage.removeItem(box);
    });
  };
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  for (const name of names.filter((one) => one.startsWith(DRAFT))) {
    texts.set(name, storage.getItem(name)); // written before this phone wrote offline
    storage.removeItem(name);
    save();
  }
  if (texts.delete(DRAFT + storage.getItem(SETTLED))) save(); // its record was sealed meanwhile
  storage.removeItem(SETTLED);
  const mine = (name) => name.startsWith(DRAFT);
  return {
    getItem: (name) => (mine(name) ? (texts.get(name) ?? null) : storage.getItem(name)),
    setItem: (name, text) => {
      if (!mine(name)) return storage.setItem(name, text);
      texts.set(name, text);
      save();
    },
    removeItem: (name) => {
      if (!mine(name)) return storage.removeItem(name);
      texts.delete(name);
      save();
    },
    key: (place) => [...texts.keys()][place] ?? null,
    get length() {
      return texts.size;
    },
    written: () => writing,
  };
}

async function closed(pairs, key) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(pairs));
  return `${base64(iv)} ${base64(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text))}`;
}

async function opened(storage, key, box) {
  const [iv, text] = (storage.getItem(box) ?? "").split(" ");
  if (!text) return [];
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(text));
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return []; // somebody else's, or changed: it cannot be read
  }
}

/** A shared computer has a sealed box for each person, named so that nobody is known by it; the oldest make room. */
export async function ownBox(storage, secret) {
  const digest = await crypto.subtle.digest("SHA-256", bytesOf(secret));
  const mine = `${SEALED}:${base64(digest).slice(0, 12)}`;
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place));
  const others = names.filter((name) => name.startsWith(`${SEALED}:`) && name !== mine);
  for (const name of others.slice(MOST_BOXES - 1)) storage.removeItem(name);
  return mine;
}

/** Words for as long as the page is open. */
function inPage() {
  const texts = new Map();
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => texts.set(name, text),
    removeItem: (name) => texts.delete(name),
    key: (place) => [...texts.keys()][place] ?? null,
    get length() {
      return texts.size;
    },
  };
}

/**
 * Where drafts are kept. A phone that writes offline may be lost, and others sit at a shared computer: there they are
 * sealed with a key that comes from the school with every page, and is never kept. A shared computer that cannot seal
 * (plain http) keeps them no longer than the page.
 */
export async function draftStorage() {
  const secret = document.querySelector('meta[name="draft-key"]')?.content;
  const seals = secret && globalThis.crypto?.subtle;
  if (document.querySelector('meta[name="idle"]'))
    return seals ? sealedStorage(localStorage, secret, await ownBox(localStorage, secret)) : inPage();
  return isOn() && seals ? sealedStorage(localStorage, secret) : localStorage;
}
