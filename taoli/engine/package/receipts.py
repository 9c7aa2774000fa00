"""Receipts: the receiver signs that a package was taken in or refused."""

from pydantic import ValidationError

from taoli.engine.package.findings import RefusedError
from taoli.engine.package.keys import SchoolKeys
from taoli.engine.package.sealing import is_signed, signature
from taoli.engine.package.shapes import Receipt
from taoli.engine.package.signed_text import line_of, value_of
from taoli.engine.package.writing import canonical

HEAD = "taoli-receipt"
SIGNED = b"taoli receipt"


def make_receipt(receipt: Receipt, keys: SchoolKeys) -> str:
    """Return a signed receipt as one line of text."""
    value = receipt.model_dump(mode="json")
    return line_of(HEAD, value, signature(keys.sign, SIGNED, canonical(value)))


def read_receipt(line: str, sign_key: str) -> Receipt:
    """Return a receipt signed by the school of this key; refused: no receipt, or not this school's."""
    value, data, signed = value_of(HEAD, line)
    try:
        receipt = Receipt.model_validate(value)
    except ValidationError:
        raise RefusedError("broken_line") from None
    if not is_signed(sign_key, SIGNED, data, signed):
        raise RefusedError("foreign_receipt", school=receipt.school)
    return receipt


def receipt_package(line: str) -> Receipt:
    """Return what a receipt says of itself, not yet believed: to find the package whose sender checks it."""
    try:
        return Receipt.model_validate(value_of(HEAD, line)[0])
    except ValidationError:
        raise RefusedError("broken_line") from None
