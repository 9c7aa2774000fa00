"""A school on its own server, as its bureau meets it: a card, digits, files."""

from typing import Any

from taoli.engine.package import SchoolCard, card_text, fingerprint, public_keys
from taoli.engine.summary import digest
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.services.members import About, compare_digits, join_by_card
from tests.engine.summary.making import KEYS, OTHER, document, handed
from tests.world import World

FIRST = document()
SECOND = document(seq=2, previous=digest(FIRST))


def card(*, code: str = "hexi", name: str = "河西学校", keys: Any = KEYS) -> str:
    """The card the school gives out."""
    sign, box = public_keys(keys)
    told = {"format": "taoli-school", "version": 1, "code": code, "name": name, "sign_key": sign, "box_key": box}
    return card_text(SchoolCard(**told, address=""))


def digits(keys: Any = KEYS) -> str:
    """The digits the school reads out."""
    return fingerprint(*public_keys(keys))[-11:]


def about(world: World) -> About:
    """A nine-year school of the district with two campuses."""
    area = world.bureaus["district"].area
    assert area
    return About(area.pk, ("primary", "junior"), 2)


def joined(world: World, *, compared: bool = True) -> Member:
    """The school is a member of the district; its digits were compared."""
    by = world.actor("郑岚")
    row = join_by_card(by=by, card=card(), about=about(world))
    return compare_digits(by=by, pk=row.pk, edit=row.edit, digits=digits()) if compared else row


def arrived(world: World, area: str = "district") -> list[tuple[str, int]]:
    """What a bureau has taken in: code and place."""
    rows = ReceivedSummary.objects.of(world.bureaus[area]).order_by("received_at", "seq")
    return [(one.document["school"], one.seq) for one in rows]


__all__ = ["FIRST", "KEYS", "OTHER", "SECOND", "about", "arrived", "card", "digits", "document", "handed", "joined"]
