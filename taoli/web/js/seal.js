/** Sealing with WebCrypto: to a P-256 public key whose secret half is elsewhere (letterbox.py says the same). */
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const INFO = new TextEncoder().encode("taoli letter 1");
const ROUNDS = 600_000;

export function base64(bytes) {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

export function bytesOf(text) {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

const utf8 = (text) => new TextEncoder().encode(text);
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

async function messageKey(secret, publicKey, sender, receiver, use) {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, secret, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array([...sender, ...receiver]);
  const derived = { name: "HKDF", hash: "SHA-256", salt, info: INFO };
  return crypto.subtle.deriveKey(derived, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** Seals a text so that only the holder of the other half of `box` {number, public} can read it. */
export async function seal(text, box, bound) {
  const receiver = bytesOf(box.public);
  const theirs = await crypto.subtle.importKey("raw", receiver, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const sender = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const key = await messageKey(own.privateKey, theirs, sender, receiver, "encrypt");
  const iv = random(12);
  const how = { name: "AES-GCM", iv, additionalData: utf8(bound) };
  const sealed = await crypto.subtle.encrypt(how, key, utf8(text));
  return { key: box.number, from: base64(sender), iv: base64(iv), text: base64(sealed) };
}

/** Opens what was sealed to `box` with its secret half; throws when it was another's or was changed. */
export async function unseal(envelope, secret, box, bound) {
  const sender = bytesOf(envelope.from);
  const theirs = await crypto.subtle.importKey("raw", sender, CURVE, false, []);
  const key = await messageKey(secret, theirs, sender, bytesOf(box.public), "decrypt");
  const how = { name: "AES-GCM", iv: bytesOf(envelope.iv), additionalData: utf8(bound) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytesOf(envelope.text)));
}

async function pinKey(pin, salt, rounds, use) {
  const base = await crypto.subtle.importKey("raw", utf8(pin), "PBKDF2", false, ["deriveKey"]);
  const derived = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(derived, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** A key pair of this phone: the public half seals pages, the secret half is kept wrapped in the person's number. */
export async function newBox(pin, rounds = ROUNDS) {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const secret = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const [salt, iv] = [random(16), random(12)];
  const key = await pinKey(pin, salt, rounds, "encrypt");
  const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, secret);
  return {
    number: "phone",
    public: base64(await crypto.subtle.exportKey("raw", pair.publicKey)),
    wrapped: { salt: base64(salt), iv: base64(iv), text: base64(text), rounds },
  };
}

/** The secret half, in memory only; throws when the number does not fit. */
export async function unlock(box, pin) {
  const { salt, iv, text, rounds } = box.wrapped;
  const key = await pinKey(pin, bytesOf(salt), rounds, "decrypt");
  const secret = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(text));
  return crypto.subtle.importKey("pkcs8", secret, CURVE, false, ["deriveBits"]);
}
