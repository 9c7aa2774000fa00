import { fresh } from "./words.js";

const ROUNDS = 600000; // PBKDF2-SHA-256, OWASP's figure of 2023
const BLOCK = 256; // a note is filled up to a whole block, so that its length does not tell much
const LEAST = 8; // characters of a phrase

function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytesOf(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** The key that a phrase makes with a salt; it stays in this page's memory and is gone with it. */
async function keyOf(phrase, salt, rounds) {
  const secret = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(phrase.normalize("NFKC").trim()),
    "PBKDF2",
    false,
    ["deriveKey"],
  );
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    secret,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Seals a text with a phrase: version.salt.nonce.ciphertext. */
export async function seal(text, phrase, rounds = ROUNDS) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(text);
  const filled = new Uint8Array(Math.ceil((plain.length + 4) / BLOCK) * BLOCK);
  new DataView(filled.buffer).setUint32(0, plain.length);
  filled.set(plain, 4);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce },
    await keyOf(phrase, salt, rounds),
    filled,
  );
  return ["1", base64(salt), base64(nonce), base64(new Uint8Array(sealed))].join(".");
}

/** Opens a sealed text; null when the phrase is another one, or the text was changed. */
export async function unseal(sealed, phrase, rounds = ROUNDS) {
  const [version, salt, nonce, data] = sealed.split(".");
  if (version !== "1") return null;
  try {
    const key = await keyOf(phrase, bytesOf(salt), rounds);
    const filled = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(nonce) }, key, bytesOf(data));
    const length = new DataView(filled).getUint32(0);
    return new TextDecoder().decode(new Uint8Array(filled, 4, length));
  } catch {
    return null;
  }
}

/** Which sentence stands in the way of sealing with this phrase, or "" when nothing does. */
export function refusal(phrase, again, first) {
  if (phrase.trim().length < LEAST) return "short";
  return first && phrase !== again ? "differs" : "";
}

async function open(place, phrase, tell) {
  let shown = 0;
  const notes = [...place.querySelectorAll("[data-sealed]")];
  for (const note of notes) {
    const text = await unseal(note.dataset.sealed, phrase);
    if (text === null) continue;
    note.querySelector("[data-words]").textContent = text;
    shown += 1;
  }
  tell(shown === notes.length ? "" : shown ? place.dataset.some : place.dataset.wrong);
  return shown;
}

function start(place) {
  if (!globalThis.crypto?.subtle) {
    place.querySelector("[data-cannot]").hidden = false;
    return;
  }
  place.querySelector("[data-can]").hidden = false;
  const line = place.querySelector("[data-tell]");
  const tell = (text) => {
    line.textContent = text ?? "";
  };
  const phrase = place.querySelector("[data-phrase]");
  const again = place.querySelector("[data-again]");
  const first = !place.querySelector("[data-sealed]");
  place.querySelector("[data-unseal]")?.addEventListener("click", () => open(place, phrase.value, tell));
  const form = place.querySelector("form[data-seal]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = place.querySelector("[data-text]");
    const wrong = refusal(phrase.value, again?.value ?? "", first);
    if (wrong) return tell(place.dataset[wrong]);
    if (!text.value.trim()) return tell(place.dataset.empty);
    // One phrase for all notes: a slip of the finger would seal this one for ever.
    if (!first && !(await open(place, phrase.value, tell))) return undefined;
    form.elements.sealed.value = await seal(text.value, phrase.value);
    text.value = "";
    phrase.value = "";
    HTMLFormElement.prototype.submit.call(form);
    return undefined;
  });
}

/** The page of notes for oneself: phrase and words stay in this browser, only what is sealed is sent. */
export function startSealed() {
  for (const place of fresh("[data-sealed-notes]", "Sealed")) start(place);
}
