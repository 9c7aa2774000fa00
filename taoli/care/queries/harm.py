"""Reports of harm, as the named few read them. Each opening is logged first."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.care.models import HarmConcerned, HarmReader, HarmReport, HarmStep
from taoli.care.permissions.harm import HARM
from taoli.care.phrases.harm import since_words
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.notifications.queries.inbox import person_of
from taoli.roster.models import SchoolNumbers
from taoli.roster.queries.sealing import opener
from taoli.roster.queries.watch import numbers_of

HOTLINE = "12345"
Words = Callable[[str, str, uuid.UUID, str], str]  # sealed text, kind of row, its id, field → the words
CALLED = (HarmStep.Kind.POLICE, HarmStep.Kind.BUREAU)


def harm_place(kind: str, pk: uuid.UUID, field: str) -> str:
    """Return what a sealed field of a report is bound to; `kind`: report, concerned, step."""
    return f"care.harm{kind}/{pk}/{field}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whom to call first."""

    school: SchoolNumbers
    bureau: str


def numbers_for(school_id: int) -> Numbers:
    """Return the numbers: the bureau's own where the school has entered it, else the city's hotline."""
    known = numbers_of(school_id)
    return Numbers(known, known.bureau or HOTLINE)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list of one of the few."""

    pk: uuid.UUID
    name: str
    room: str
    since: str
    open: bool
    called: bool
    label: str


def reports(actor: Actor) -> list[ReportLine]:
    """Return the reports of which the actor is told, open ones first; two queries."""
    rows = list(_mine(actor).order_by("-state", "known_at", "id")[:100])
    called = set(
        HarmStep.objects.of(actor.school_id)
        .filter(report__in=[row.pk for row in rows], kind__in=CALLED)
        .values_list("report_id", flat=True)
    )
    return [
        ReportLine(
            row.pk,
            row.student.name,
            row.student.school_class.name,
            since_words(clock.now() - row.known_at),
            row.state == HarmReport.State.OPEN,
            row.pk in called,
            row.get_decision_display() if row.decision else row.get_state_display(),
        )
        for row in rows
    ]


def _mine(actor: Actor) -> "QuerySet[HarmReport]":
    rows: QuerySet[HarmReport] = HARM.within(HarmReport.objects.all(), actor, "view")
    return rows.select_related("student__school_class", "reported_by", "closed_by")


def get_report(actor: Actor, pk: uuid.UUID) -> HarmReport:
    """Return a report of which the actor is told; 404 for everybody else, as if there were none."""
    found = _mine(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class ConcernedLine:
    """Who is suspected, opened."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """What was done, opened."""

    label: str
    at: dt.datetime
    by: str
    whom: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class HarmView:
    """A report, opened."""

    row: HarmReport
    seen: str
    because: str
    since: str
    hours: int
    concerned: list[ConcernedLine]
    readers: list[str]
    steps: list[StepLine]
    called: bool
    may_close: bool

    @property
    def open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.row.state == HarmReport.State.OPEN


def open_report(actor: Actor, pk: uuid.UUID, *, page: str = "care:harm_show") -> HarmView:
    """Return a report with all that was sealed in it, to one of the few; the opening is logged first."""
    row = get_report(actor, pk)
    log_view(actor, "care.harm", [row.pk], page=page)
    steps = list(HarmStep.objects.of(actor.school_id).filter(report=row).select_related("by").order_by("at", "id"))
    words = _opener(row)
    passed = (row.closed_at or clock.now()) - row.known_at
    return HarmView(
        row=row,
        seen=words(row.seen, "report", row.pk, "seen"),
        because=words(row.because, "report", row.pk, "because"),
        since=since_words(passed),
        hours=int(passed.total_seconds() // 3600),
        concerned=_concerned(row, words),
        readers=_readers(row),
        steps=[_step(words, one) for one in steps],
        called=any(one.kind in CALLED for one in steps),
        may_close=may_close(actor, row),
    )


def may_close(actor: Actor, row: HarmReport) -> bool:
    """Say whether the actor decides: one of the offices, or the writer where nobody else could be told."""
    rows = HarmReader.objects.of(actor.school_id).filter(report=row, staff_id=person_of(actor))
    return row.untold or rows.exclude(office=HarmReader.As.REPORTER).exists()


def _opener(row: HarmReport) -> Words:
    opened = opener(row.school_id, [row.student_id])
    return lambda sealed, kind, pk, field: opened(row.student_id, sealed, harm_place(kind, pk, field))


def _concerned(row: HarmReport, words: Words) -> list[ConcernedLine]:
    rows = HarmConcerned.objects.of(row.school_id).filter(report=row).select_related("staff").order_by("at", "id")
    return [
        ConcernedLine(
            one.get_kind_display(), one.staff.name if one.staff else words(one.name, "concerned", one.pk, "name")
        )
        for one in rows
    ]


def _readers(row: HarmReport) -> list[str]:
    """Return who reads it, by name: the few, without those who became concerned later."""
    out = HarmConcerned.objects.of(row.school_id).filter(report=row).exclude(staff=None)
    rows = HarmReader.objects.of(row.school_id).filter(report=row).exclude(staff__in=out.values("staff_id"))
    return list(dict.fromkeys(rows.order_by("at", "id").values_list("staff__name", flat=True)))


def _step(words: Words, one: HarmStep) -> StepLine:
    return StepLine(
        one.get_kind_display(),
        one.at,
        one.by.name,
        words(one.whom, "step", one.pk, "whom"),
        words(one.number, "step", one.pk, "number"),
        words(one.text, "step", one.pk, "text"),
    )
