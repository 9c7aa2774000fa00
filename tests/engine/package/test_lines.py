"""Receipts and school cards as lines of text."""

import pytest

from taoli.engine.package import (
    Receipt,
    RefusedError,
    SchoolCard,
    card_text,
    make_receipt,
    public_keys,
    read_card,
    read_receipt,
)
from taoli.engine.package.receipts import HEAD, receipt_package
from taoli.engine.package.signed_text import line_of
from tests.engine.package.packing import ALPHA, BETA, ID, NOW

RECEIPT = Receipt(
    format="taoli-receipt",
    version=1,
    package=ID,
    manifest="0" * 64,
    state="received",
    at=NOW,
    school="beta",
    by="何老师",
    students=2,
)
CARD = SchoolCard(
    format="taoli-school",
    version=1,
    code="beta",
    name="乙校",
    sign_key=public_keys(BETA)[0],
    box_key=public_keys(BETA)[1],
    address="https://beta.example",
)


def test_a_receipt_is_believed_with_the_receivers_signature_only() -> None:
    line = make_receipt(RECEIPT, BETA)
    assert read_receipt(f" {line[:40]}\n{line[40:]} ", public_keys(BETA)[0]) == RECEIPT
    assert receipt_package(line) == RECEIPT
    with pytest.raises(RefusedError) as refusal:
        read_receipt(line, public_keys(ALPHA)[0])
    assert refusal.value.finding.code == "foreign_receipt"


@pytest.mark.parametrize(
    "line", ["", "hello", "taoli-receipt.%%%", "taoli-receipt.eA", "x" * 9000, line_of(HEAD, {"format": "other"})]
)
def test_a_broken_receipt_is_refused(line: str) -> None:
    for read in (lambda text: read_receipt(text, public_keys(BETA)[0]), receipt_package):
        with pytest.raises(RefusedError) as refusal:
            read(line)
        assert refusal.value.finding.code == "broken_line"


def test_a_school_card_is_read_as_it_was_written() -> None:
    assert read_card(card_text(CARD)) == CARD
    with pytest.raises(RefusedError):
        read_card(line_of("taoli-school", {"code": "beta"}))
