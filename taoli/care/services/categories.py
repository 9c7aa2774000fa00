"""Facts about a student, and the school's list of their kinds."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import CategoryKind
from taoli.care.permissions.categories import CATEGORY, CATEGORY_KIND, CHILD
from taoli.care.queries.categories import kinds_of, offered_kinds, stamp_of
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Student, StudentCategory
from taoli.roster.services import standing

YEAR = dt.timedelta(days=365)
OWN, MOST_LABEL, MOST_KINDS = "own", 40, 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of the list as the office wants it; an empty code is a new kind of the school's own."""

    code: str
    label: str
    seen_by: str
    on: bool


def note_category(
    *,
    by: Actor,
    student_id: uuid.UUID,
    code: str,
    source: str,
    degree: str,
    reason: str = "",
    ends: dt.date | None = None,
) -> StudentCategory:
    """Note a fact about a student from today, with a look in a year at the latest.

    TaoliError: a kind that is not offered, a student beyond reach or gone, noted already, a last day in the past.
    """
    if code not in {one.code for one in offered_kinds(by)}:
        raise TaoliError(_("Please choose from what is offered."))
    rows = CHILD.within(Student.objects.filter(pk=student_id, left_on=None), by, "enter")
    if not rows.exists():
        raise TaoliError(_("This student is not yours to write for, or has left the school."))
    return standing.enter_category(
        by=by,
        student_id=student_id,
        code=code,
        source=source,
        degree=degree,
        reason=reason,
        ends=ends,
        review_on=clock.today() + YEAR,
    )


def keep_category(*, by: Actor, pk: uuid.UUID) -> StudentCategory:
    """Say that a fact still holds: the next look is in a year."""
    _must_edit(by, pk)
    return standing.keep_category(by=by, pk=pk, review_on=clock.today() + YEAR)


def end_category(*, by: Actor, pk: uuid.UUID) -> StudentCategory:
    """Say that a fact does not hold any more."""
    _must_edit(by, pk)
    return standing.end_category(by=by, pk=pk)


def withdraw_category(*, by: Actor, pk: uuid.UUID) -> StudentCategory:
    """Take back what should never have been noted; its reason is forgotten."""
    _must_edit(by, pk)
    return standing.withdraw_category(by=by, pk=pk)


def _must_edit(by: Actor, pk: uuid.UUID) -> None:
    if not CATEGORY.within(StudentCategory.objects.filter(pk=pk), by, "edit").exists():
        raise TaoliError(_("This entry is not there, or not yours to change."))


def set_kinds(*, by: Actor, lines: Sequence[Wanted], stamp: str) -> None:
    """Put the school's list: what each kind is called, who sees it, whether it is offered; and new kinds of its own.

    TaoliError: not the office, a kind without a name, two of one name, too many. ConflictError: changed meanwhile.
    """
    with change(by=by, action="category.kinds", count=len(lines)):
        if not CATEGORY_KIND.may(by, "edit"):
            raise TaoliError(_("Only the moral office changes this list."))
        list(CategoryKind.objects.of(by.school_id).select_for_update())
        known = kinds_of(by.school_id)
        if stamp_of(known) != stamp:
            raise ConflictError(_("This list was changed on another page meanwhile. What you wrote still stands here."))
        wanted = _checked(lines, {one.code for one in known})
        for place, one in enumerate(wanted):
            values = {"label": one.label, "seen_by": one.seen_by, "on": one.on, "place": place}
            CategoryKind.objects.update_or_create(school_id=by.school_id, code=one.code, defaults=values)


def _checked(lines: Sequence[Wanted], known: set[str]) -> list[Wanted]:
    found: list[Wanted] = []
    for line in lines:
        label = " ".join(line.label.split())
        if not line.code and not label:
            continue
        if not label or len(label) > MOST_LABEL:
            raise TaoliError(_("Each kind needs a name of at most %(count)s characters.") % {"count": MOST_LABEL})
        if label in {one.label for one in found}:
            raise TaoliError(_("“%(name)s” stands in the list twice.") % {"name": label})
        if line.code and line.code not in known:
            raise TaoliError(_("Please choose from what is offered."))
        code = line.code or f"{OWN}-{uuid.uuid4().hex[:8]}"
        found.append(Wanted(code, label, CategoryKind.SeenBy(line.seen_by).value, line.on))
    if len(found) > MOST_KINDS:
        raise TaoliError(_("Thirty kinds are enough. Please switch off what is not used."))
    return found
