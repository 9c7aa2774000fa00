"""What anybody may read of star mentors: a notice while it is up, and whether a code is good. One fence each, named by
the address or the code itself.
"""

import base64
import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from taoli.common import clock
from taoli.common.models import School
from taoli.handover.queries.keys import key_row
from taoli.matching.queries.codes import plain_code
from taoli.oversight.models import StarAward, StarEntry, StarRound
from taoli.oversight.queries.certificates import PART, PARTS, UnknownCodeError, grouped
from taoli.oversight.queries.stars import levels_of

UP = (StarRound.State.NOTICE, StarRound.State.RESULT)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: per level the names with their school, in the order of strokes; no scores."""

    row: StarRound
    bureau: str
    groups: tuple[tuple[str, tuple[StarEntry, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What a code says: whom, what, from when to when, and whether it holds today."""

    award: StarAward
    bureau: School
    state: str  # valid, ended, withdrawn

    @property
    def numbers(self) -> set[str]:
        """The staff numbers it is about."""
        return {one["number"] for one in self.award.entry.people}


def public_notice(bureau: int, pk: uuid.UUID) -> Notice:
    """Return a notice that is up or decided; 404 otherwise: names are not kept on the wall for ever."""
    row = StarRound.objects.of(bureau).filter(pk=pk, state__in=UP).select_related("school").first()
    if row is None:
        raise Http404
    rows = StarEntry.objects.of(bureau).filter(round=row, chosen=True).select_related("member")
    if row.state == StarRound.State.RESULT:
        rows = rows.filter(left_out=False)
    names = list(rows.order_by("sort_key", "id"))
    groups = tuple((one.label, tuple(name for name in names if name.level == one.key)) for one in levels_of(row))
    return Notice(row, row.school.name, tuple(one for one in groups if one[1]), len(names))


def verified(code: str) -> Verified:
    """Return what a typed code says; UnknownCodeError when it is none. It begins with the number of its bureau."""
    plain = plain_code(code)
    number, rest = plain[: -PART * PARTS], plain[-PART * PARTS :]
    if not number.isdigit() or len(number) > 9:  # noqa: PLR2004 a row's number
        raise UnknownCodeError
    rows = StarAward.objects.of(int(number)).filter(code=f"{int(number)}-{grouped(rest)}")
    award = rows.select_related("entry__round", "entry__member", "school__area").first()
    if award is None:
        raise UnknownCodeError
    ended = award.until < clock.today()
    return Verified(award, award.school, "withdrawn" if award.withdrawn_on else "ended" if ended else "valid")


def issuer(bureau: int, address: str) -> dict[str, Any] | None:
    """Return the profile of an issuer of badges with its public key; None for whoever has signed nothing."""
    award, key = StarAward.objects.of(bureau).select_related("school").first(), key_row(bureau)
    if award is None or key is None:
        return None
    point = base64.urlsafe_b64encode(base64.b64decode(key.sign_key)).decode().rstrip("=")
    public = {"kty": "OKP", "crv": "Ed25519", "x": point}
    return {"id": address, "type": ["Profile"], "name": award.school.name, "publicKey": public}
