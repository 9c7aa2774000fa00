"""Packages whose sealed parts hold something else, as a faulty program would make them."""

import hashlib
import json

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from taoli.engine.package.sealing import content_key, seal
from tests.engine.package.packing import BETA, ID, drawer, entries, packed, rewritten, zipped


def with_part(name: str, content: bytes) -> bytes:
    """A good package in which one part holds this content, packed and sealed as it should be."""
    found = entries(packed().data)
    manifest = json.loads(found["manifest.json"])
    key = content_key(BETA.box, manifest["ephemeral"], ID)
    return _put(name, seal(key, f"{ID}/{name}", content, drawer("spoil")), len(content))


def with_raw_part(name: str, content: bytes) -> bytes:
    """The same with the content sealed, but not packed."""
    manifest = json.loads(entries(packed().data)["manifest.json"])
    key, nonce = content_key(BETA.box, manifest["ephemeral"], ID), b"n" * 12
    return _put(name, nonce + AESGCM(key).encrypt(nonce, content, f"{ID}/{name}".encode()), len(content))


def _put(name: str, sealed: bytes, opened: int) -> bytes:
    found = entries(packed().data)
    parts = json.loads(found["manifest.json"])["parts"]
    new = {"name": name, "sha256": hashlib.sha256(sealed).hexdigest(), "size": len(sealed), "opened": opened}
    return rewritten(zipped(found | {name: sealed}), parts=[new if one["name"] == name else one for one in parts])
