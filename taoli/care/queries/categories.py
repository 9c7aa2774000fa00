"""Facts about students by the school's list: the list itself, one student's facts, what is to be looked at again."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.care.models import CategoryKind
from taoli.care.permissions.categories import CATEGORY, CHILD
from taoli.care.phrases.categories import COMMON
from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.common.views_log import log_view
from taoli.roster.models import Student, StudentCategory
from taoli.roster.queries.sealing import open_about
from taoli.roster.queries.standing import reason_place
from taoli.schemes.queries import published, rules

YEAR, MONTH = dt.timedelta(days=365), dt.timedelta(days=30)
Seen = CategoryKind.SeenBy
MOST = 500


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of fact as the school lists it. `own`: the school's, not the scheme's."""

    code: str
    label: str
    seen_by: str
    on: bool
    own: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact about a student; `reason` only for those who edit; `due`: somebody should ask whether it still holds."""

    pk: uuid.UUID
    label: str
    degree: str
    source: str
    starts: dt.date
    ends: dt.date | None
    review_on: dt.date | None
    reason: str
    by: str
    past: bool
    due: bool
    edits: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A student with facts to be looked at again: how many, not which."""

    student: Student
    count: int
    ending: dt.date | None


def kinds_of(school_id: int) -> list[KindRow]:
    """Return the school's list: that of its scheme (or, where it prints none, the usual kinds, switched off) with the
    school's own words, reach and additions.
    """
    version = published(school_id)
    offered = {one.key: (one.label, one.offered) for one in rules(version).categories} if version else {}
    known = offered or {code: (str(label), False) for code, label in COMMON.items()}
    rows = {row.code: row for row in CategoryKind.objects.of(school_id).order_by("place", "id")}
    found = []
    for code, (label, on) in known.items():
        row = rows.pop(code, None)
        found.append(
            KindRow(code, row.label, row.seen_by, row.on, own=False)
            if row
            else KindRow(code, label, Seen.HOMEROOM, on, own=False)
        )
    return [*found, *(KindRow(row.code, row.label, row.seen_by, row.on, own=True) for row in rows.values())]


def stamp_of(kinds: list[KindRow]) -> str:
    """Return a mark of the list as it stands, so that two who change it at once are noticed."""
    return hashlib.blake2b(repr(kinds).encode(), digest_size=12).hexdigest()


def offered_kinds(actor: Actor) -> list[KindRow]:
    """Return the kinds the actor may enter: those switched on; kinds for the office only from the office."""
    office = actor.holds(Role.MORAL_OFFICE)
    return [one for one in kinds_of(actor.school_id) if one.on and (office or one.seen_by != Seen.OFFICE)]


def get_child(actor: Actor, pk: uuid.UUID, action: str = "view") -> Student:
    """Return a student whose facts the actor may open, or enter; 404 otherwise."""
    rows = CHILD.within(Student.objects.filter(pk=pk, left_on=None), actor, action)
    found: Student | None = rows.select_related("school_class").first()
    if found is None:
        raise Http404
    return found


def facts_about(actor: Actor, student: Student) -> list[FactRow]:
    """Return the facts about a student the actor may see, those in force first; logged before any is shown."""
    rows = list(_seen(actor).filter(student=student).select_related("entered_by").order_by("starts", "id"))
    log_view(actor, "care.category", [row.pk for row in rows], page="care:category_list")
    edits = set(CATEGORY.within(_facts(actor), actor, "edit").filter(student=student).values_list("pk", flat=True))
    labels = {one.code: one.label for one in kinds_of(actor.school_id)}
    found = [_fact(row, labels.get(row.code, row.code), edits=row.pk in edits) for row in rows]
    return sorted(found, key=lambda one: one.past)


def get_fact(actor: Actor, pk: uuid.UUID) -> StudentCategory:
    """Return a fact the actor may change; 404 otherwise."""
    found: StudentCategory | None = CATEGORY.within(_facts(actor), actor, "edit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def to_review(actor: Actor) -> list[Due]:
    """Return the students with facts the actor may change that are to be looked at again, or end within a month; by
    class and name, without the facts: a list of several children never says which.
    """
    today = clock.today()
    rows = CATEGORY.within(_facts(actor), actor, "edit").filter(_running(today), student__left_on=None)
    rows = rows.filter(_due(today) | Q(ends__lte=today + MONTH))
    order = ("student__school_class__grade__order", "student__school_class__number", "student__sort_key", "student_id")
    found: dict[uuid.UUID, Due] = {}
    for row in rows.select_related("student__school_class").defer("reason").order_by(*order, "ends")[:MOST]:
        before = found.get(row.student_id)
        ending = min((day for day in (row.ends, before and before.ending) if day), default=None)
        found[row.student_id] = Due(row.student, (before.count if before else 0) + 1, ending)
    return list(found.values())


def review_count(actor: Actor) -> int:
    """Return how many students have facts that the actor should look at again; one query."""
    today = clock.today()
    rows = CATEGORY.within(_facts(actor), actor, "edit").filter(_running(today), student__left_on=None)
    return rows.filter(_due(today) | Q(ends__lte=today + MONTH)).values("student_id").distinct().count()


def _facts(actor: Actor) -> "QuerySet[StudentCategory]":
    return StudentCategory.objects.of(actor.school_id).filter(withdrawn_at=None)


def _seen(actor: Actor) -> "QuerySet[StudentCategory]":
    rows: QuerySet[StudentCategory] = CATEGORY.within(_facts(actor), actor, "view")
    return rows


def _running(today: dt.date) -> Q:
    return Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))


def _due(today: dt.date) -> Q:
    """Return the condition of facts whose review has come; without a day, a year after they began."""
    return Q(review_on__lte=today) | Q(review_on=None, starts__lte=today - YEAR)


def _fact(row: StudentCategory, label: str, *, edits: bool) -> FactRow:
    today = clock.today()
    past = row.ends is not None and row.ends < today
    reason = open_about(row.school_id, row.student_id, row.reason, reason_place(row.pk)) if edits else ""
    return FactRow(
        pk=row.pk,
        label=label,
        degree=row.get_degree_display(),
        source=row.get_source_display(),
        starts=row.starts,
        ends=row.ends,
        review_on=row.review_on,
        reason=reason,
        by=row.entered_by.name if row.entered_by else "",
        past=past,
        due=not past and (row.review_on or row.starts + YEAR) <= today,
        edits=edits and not past,
    )
