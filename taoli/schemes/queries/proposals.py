"""What the bureaus above a school propose, and what the school has said to it."""

from dataclasses import dataclass

from taoli.common.models import School
from taoli.schemes.models import BaseReply, BaseScheme, SchemeVersion
from taoli.schemes.queries.reviews import area_bases
from taoli.schemes.queries.versions import draft, published


@dataclass(frozen=True, slots=True)
class Proposal:
    """A base on offer; `state`: in_force, taken (a draft), declined, or nothing said yet."""

    base: BaseScheme
    state: str
    reason: str = ""


def proposals(school_id: int) -> list[Proposal]:
    """Return the newest base of each bureau above the school, the nearest first."""
    bases = area_bases(school_id)
    if not bases:
        return []
    said = {row.base_id: row for row in BaseReply.objects.of(school_id).filter(base__in=bases)}
    now = published(school_id)
    return [_proposal(base, said.get(base.pk), now) for base in bases]


def answered(school_id: int, base: BaseScheme) -> Proposal:
    """Return what the school has said to one base."""
    said = BaseReply.objects.of(school_id).filter(base=base).first()
    return _proposal(base, said, published(school_id))


def current(school_id: int, base: BaseScheme) -> SchemeVersion | None:
    """Return what is held against a base: the draft made of it, else the version in force, else the draft there is."""
    made = draft(school_id)
    if made is not None and made.bureau_id == base.pk:
        return made
    return published(school_id) or made


def base_version(school_id: int) -> int:
    """Return the version of the own district's base that the scheme in force was made of; 0 when it is another text."""
    now = published(school_id)
    area = School.objects.values_list("area_id", flat=True).get(pk=school_id)
    return now.bureau.version if now and now.bureau and now.bureau.area_id == area else 0


def _proposal(base: BaseScheme, said: BaseReply | None, now: SchemeVersion | None) -> Proposal:
    if now is not None and now.bureau_id == base.pk:
        return Proposal(base, "in_force")
    return Proposal(base, said.state, said.reason) if said else Proposal(base, "")
