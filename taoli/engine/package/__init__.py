"""一生一档: the package that goes from one school to the next, built, opened and checked without a database.

A package is a ZIP file: `manifest.json` (who sends what to whom, until when, with the SHA-256 of every part),
`manifest.sig` (Ed25519 over the manifest's bytes) and the parts, each compressed and sealed for the receiver (X25519,
HKDF-SHA256, AES-256-GCM): `student/0001.json` …, `files/…`, and `restricted.bin`, sealed once more under a key of its
own that the sender gives out after the receipt.
"""

from taoli.engine.package.checking import Trust, check, look
from taoli.engine.package.findings import Finding, RefusedError
from taoli.engine.package.keys import SchoolKeys, fingerprint, new_keys, public_keys
from taoli.engine.package.opening import MOST_BYTES, Opened, open_package, open_restricted
from taoli.engine.package.receipts import make_receipt, read_receipt, receipt_package
from taoli.engine.package.school_card import card_text, read_card
from taoli.engine.package.sealing import is_signed, signature
from taoli.engine.package.shapes import (
    MOST_STUDENTS,
    NEWEST,
    OLDEST,
    REQUIRED,
    Entry,
    Farewell,
    Manifest,
    Mark,
    Person,
    Receipt,
    Receiver,
    Restricted,
    RestrictedLine,
    SchoolCard,
    Section,
    StudentFile,
)
from taoli.engine.package.writing import SIGNED, Built, Heading, build

__all__ = [
    "MOST_BYTES",
    "MOST_STUDENTS",
    "NEWEST",
    "OLDEST",
    "REQUIRED",
    "SIGNED",
    "Built",
    "Entry",
    "Farewell",
    "Finding",
    "Heading",
    "Manifest",
    "Mark",
    "Opened",
    "Person",
    "Receipt",
    "Receiver",
    "RefusedError",
    "Restricted",
    "RestrictedLine",
    "SchoolCard",
    "SchoolKeys",
    "Section",
    "StudentFile",
    "Trust",
    "build",
    "card_text",
    "check",
    "fingerprint",
    "is_signed",
    "look",
    "make_receipt",
    "new_keys",
    "open_package",
    "open_restricted",
    "public_keys",
    "read_card",
    "read_receipt",
    "receipt_package",
    "signature",
]
