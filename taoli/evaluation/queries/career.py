"""The career file (业务档案) of a mentor, derived from what is published: nothing of it is stored twice."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.timezone import localdate

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.evaluation.models import (
    AppraisalRun,
    AppraisalSheet,
    CareerEntry,
    Story,
    TrainingPart,
    TrainingSession,
)
from taoli.evaluation.permissions import CAREER
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.awards import honours_given
from taoli.evaluation.queries.training import hours_words
from taoli.matching.models import Pairing
from taoli.roster.models import Staff, Term
from taoli.roster.queries.calendar import terms
from taoli.schemes.phrases.framework import USES
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class CareerTerm:
    """One term of a mentor; `points` only where the mentor opens them."""

    term: Term
    students: int
    appraised_on: dt.date | None
    uses: tuple[str, ...]
    points: str
    honours: tuple[str, ...]
    hours: str
    lectures: tuple[str, ...]
    stories: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.students or self.appraised_on or self.hours or self.lectures or self.stories)


@dataclass(frozen=True, slots=True)
class Career:
    """A mentor's file: terms, the latest first, and what was typed."""

    mentor: Staff
    school: str
    terms: tuple[CareerTerm, ...]
    entries: tuple[CareerEntry, ...]


def get_mentor(actor: Actor, pk: uuid.UUID) -> Staff:
    """Return a member of the staff whose file the actor may open (the own one, or as the office); 404 otherwise."""
    whole = CAREER.may(actor, "list")
    found = Staff.objects.of(actor.school_id).select_related("school", "subject").filter(pk=pk).first()
    if found is None or not (whole or (pk == actor.person_id and CAREER.may(actor, "own"))):
        raise Http404
    return found


def get_entry(actor: Actor, pk: uuid.UUID, action: str) -> CareerEntry:
    """Return one typed entry within reach; 404 otherwise."""
    found: CareerEntry | None = CAREER.within(CareerEntry.objects.all(), actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def mentors_with_file(actor: Actor) -> list[tuple[Staff, int]]:
    """Return everybody who mentors or has mentored, by staff number, and how many entries wait for a confirmation."""
    school = actor.school_id
    people = Staff.objects.of(school).filter(pk__in=Pairing.objects.of(school).values("mentor"))
    waiting: dict[uuid.UUID, int] = {}
    for pk in CareerEntry.objects.of(school).filter(confirmed_at=None).values_list("mentor_id", flat=True):
        waiting[pk] = waiting.get(pk, 0) + 1
    return [(one, waiting.get(one.pk, 0)) for one in people.select_related("subject").order_by("number", "id")]


def career_of(mentor: Staff, *, points: bool = False) -> Career:
    """Return the file of a mentor; `points`: with the totals, as the mentor asked."""
    known = terms(mentor.school_id)
    sheets = _sheets(mentor)
    pairings = list(
        Pairing.objects.of(mentor.school_id).filter(mentor=mentor).values_list("student_id", "starts", "ends")
    )
    parts = list(
        TrainingPart.objects.of(mentor.school_id).filter(staff=mentor).values_list("session__held_on", "hours")
    )
    lectures = list(
        TrainingSession.objects.of(mentor.school_id)
        .filter(mentor=mentor)
        .order_by("held_on", "id")
        .values_list("held_on", "theme")
    )
    stories = Story.objects.of(mentor.school_id).filter(author=mentor, state=Story.State.ACCEPTED)
    kept = list(stories.order_by("accepted_at", "id").values_list("accepted_at", "clean_title"))
    found = []
    for term in known:
        sheet = sheets.get(term.pk)
        found.append(
            CareerTerm(
                term=term,
                students=_held(pairings, term) or (sheet.mentees if sheet else 0),
                appraised_on=localdate(sheet.run.published_at) if sheet and sheet.run.published_at else None,
                uses=_uses(sheet.run) if sheet else (),
                points=_points(sheet) if sheet and points else "",
                honours=tuple(honours_given(sheet)) if sheet else (),
                hours=_hours(parts, term),
                lectures=tuple(theme for on, theme in lectures if term.starts <= on <= term.ends),
                stories=tuple(title for at, title in kept if at and term.starts <= localdate(at) <= term.ends),
            )
        )
    entries = CareerEntry.objects.of(mentor.school_id).filter(mentor=mentor).order_by("-happened_on", "id")
    whole = tuple(one for one in found if not one.is_empty)
    return Career(mentor, mentor.school.name, whole, tuple(entries))


def _sheets(mentor: Staff) -> dict[uuid.UUID, AppraisalSheet]:
    rows: QuerySet[AppraisalSheet] = AppraisalSheet.objects.of(mentor.school_id).filter(
        Q(mentor=mentor) & Q(run__state=AppraisalRun.State.PUBLISHED)
    )
    return {row.run.term_id: row for row in rows.select_related("run__term", "run__scheme", "mentor")}


def _held(pairings: Sequence[tuple[uuid.UUID, dt.date, dt.date | None]], term: Term) -> int:
    until = min(term.ends, clock.today())
    return len({student for student, starts, ends in pairings if starts <= until and (not ends or ends >= term.starts)})


def _uses(run: AppraisalRun) -> tuple[str, ...]:
    appraisal = rules(run.scheme).appraisal
    return tuple(str(USES[one.value]) for one in appraisal.result_enters) if appraisal else ()


def _points(sheet: AppraisalSheet) -> str:
    return f"{shown(sheet.total)} / {shown(sheet.full)}" if sheet.total is not None else ""


def _hours(parts: Sequence[tuple[dt.date, Decimal]], term: Term) -> str:
    found = sum((hours for on, hours in parts if term.starts <= on <= term.ends), Decimal(0))
    return hours_words(found) if found else ""
