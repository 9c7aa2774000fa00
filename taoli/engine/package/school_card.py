"""A school's card: name, code and public keys as one line, given to the schools it exchanges packages with."""

from pydantic import ValidationError

from taoli.engine.package.findings import RefusedError
from taoli.engine.package.shapes import SchoolCard
from taoli.engine.package.signed_text import line_of, value_of

HEAD = "taoli-school"


def card_text(card: SchoolCard) -> str:
    """Return a school's card as one line of text."""
    return line_of(HEAD, card.model_dump(mode="json"))


def read_card(line: str) -> SchoolCard:
    """Return the card of a line; refused when it is none. Whether it is that school's, two people find out."""
    try:
        return SchoolCard.model_validate(value_of(HEAD, line)[0])
    except ValidationError:
        raise RefusedError("broken_line") from None
