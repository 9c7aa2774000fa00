"""Where the review of a version stands, and what the bureau's base says to it."""

from dataclasses import dataclass

from django.db.models import Q

from taoli.common.models import School
from taoli.engine.scheme import Problem, Scheme, parse_scheme
from taoli.engine.scheme.base import loosened
from taoli.schemes.models import BaseScheme, SchemeReview, SchemeVersion
from taoli.schemes.queries.versions import rules


@dataclass(frozen=True, slots=True)
class Review:
    """The lines of a review, oldest first. `approved`: the newest answer is yes, to just these rules; `by_another`: by
    somebody else than who sent it.
    """

    lines: tuple[SchemeReview, ...]
    approved: bool
    by_another: bool


def reviewed(version: SchemeVersion) -> Review:
    """Return where the review stands."""
    lines = tuple(SchemeReview.objects.of(version.school_id).filter(version=version).order_by("at", "id"))
    answers = [line for line in lines if line.kind != SchemeReview.Kind.REMARK]
    last = answers[-1] if answers else None
    approved = last is not None and last.kind == SchemeReview.Kind.APPROVED and last.checksum == version.checksum
    sent = next((line for line in reversed(lines) if line.kind == SchemeReview.Kind.SENT), None)
    another = bool(approved and last and sent and last.by_id != sent.by_id)
    return Review(lines, approved, another)


def area_bases(school_id: int) -> list[BaseScheme]:
    """Return the newest base of the school's area and of the area above it, nearest first; one read."""
    place = School.objects.filter(pk=school_id)
    near = Q(area__in=place.values("area")) | Q(area__in=place.values("area__parent"))
    rows = BaseScheme.objects.filter(near).select_related("area").order_by("version")
    newest = {row.area_id: row for row in rows}
    return sorted(newest.values(), key=lambda row: row.area.parent_id is None)


def base_rules(base: BaseScheme) -> Scheme:
    """Return the base as a scheme."""
    return parse_scheme(base.rules)


def loosened_problems(version: SchemeVersion) -> tuple[Problem, ...]:
    """Return where the version loosens what the base it was made from binds."""
    if version.bureau is None:
        return ()
    return loosened(base_rules(version.bureau), rules(version), version.bureau.binding)
