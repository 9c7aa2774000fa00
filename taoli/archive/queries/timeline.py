"""Everything of a student's archive in one row of days: a light index first, then what one page of it shows."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from taoli.archive.models import Goal, TermEvaluation
from taoli.archive.permissions import GOALS
from taoli.archive.phrases import month_words
from taoli.archive.queries import entries, evaluations
from taoli.archive.queries.entries import EntryRow, FileRow
from taoli.archive.queries.performance import MonthRow, months_of
from taoli.archive.queries.settings import Kept
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.phrases import ago, full_date
from taoli.guidance.queries.papers import as_seen as papers_as_seen
from taoli.guidance.queries.papers import papers_of
from taoli.guidance.queries.records import RecordRow, only_printed
from taoli.guidance.queries.records import as_seen as records_as_seen
from taoli.guidance.queries.stories import story
from taoli.roster.models import Student

RECORD, PAPER, GOAL, MONTH, EVALUATION = "contact", "paper", "goal", "month", "evaluation"
SHOWN_GOALS = (Goal.State.ACTIVE, Goal.State.REACHED, Goal.State.ASIDE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing of the index: where it is from, what it is (a section, or the source again), when it was."""

    source: str
    pk: uuid.UUID
    day: dt.date
    kind: str


@dataclass(slots=True)
class Item:
    """One thing of the timeline as it is shown."""

    title: str
    icon: str
    when: str
    date: str
    by: str = ""
    text: str = ""
    href: str = ""
    files: list[FileRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Few:
    """What a student has few of, read whole: goals, months, evaluations."""

    goals: list[Goal]
    months: list[MonthRow]
    evaluations: list[TermEvaluation]

    def spots(self) -> Iterable[Spot]:
        """Yield their places in the index."""
        yield from (Spot(GOAL, one.pk, one.set_on, GOAL) for one in self.goals)
        yield from (Spot(MONTH, one.pk, one.month, MONTH) for one in self.months)
        for one in self.evaluations:
            if one.released_at:
                yield Spot(EVALUATION, one.pk, localtime(one.released_at).date(), EVALUATION)


def kind_words() -> list[tuple[str, str]]:
    """Return the kinds of the timeline that are no section, with their words."""
    return [
        (RECORD, _("Contacts")),
        (PAPER, _("Written by the student")),
        (GOAL, _("Goals")),
        (MONTH, _("Months")),
        (EVALUATION, _("Term evaluations")),
    ]


def few_of(actor: Actor, student: Student, kept: Kept) -> Few:
    """Return goals, months and released evaluations of a student as far as the actor may see them; three queries."""
    reached = GOALS.within(Student.objects.filter(pk=student.pk), actor, "view")
    goals = Goal.objects.of(actor.school_id).filter(student__in=reached, state__in=SHOWN_GOALS)
    closed = actor.person_kind == "guardian" and not kept.family_reads
    rows = evaluations.reachable(actor).filter(student_id=student.pk, state=TermEvaluation.State.RELEASED)
    return Few(
        goals=list(goals.order_by("-set_on", "-id")),
        months=[] if closed else months_of(actor.school_id, student.pk),
        evaluations=list(rows.order_by("-term__starts", "-version")),
    )


def index_of(actor: Actor, student: Student, few: Few) -> list[Spot]:
    """Return the places of everything the actor may see, the latest first; one query however much there is."""
    kept = entries.entries_of(actor, student.pk).order_by()
    found = kept.values_list(_text("entry"), "pk", "happened_on", "section")
    more = (
        story(actor, student.pk).order_by().values_list(_text(RECORD), "pk", "held_on", _text(RECORD)),
        papers_of(actor, student.pk).order_by().values_list(_text(PAPER), "pk", "held_on", _text(PAPER)),
    )
    spots = [Spot(*row) for row in found.union(*more, all=True)]
    return sorted([*spots, *few.spots()], key=lambda one: (one.day, str(one.pk)), reverse=True)


def _text(word: str) -> Value:
    return Value(word, output_field=CharField())


def read_entries(actor: Actor, spots: Iterable[Spot]) -> dict[uuid.UUID, EntryRow]:
    """Return the entries among these, readings by others logged first; two queries and the log's."""
    wanted = [one.pk for one in spots if one.source == "entry"]
    rows = list(entries.reachable(actor).filter(pk__in=wanted)) if wanted else []
    entries.log_entries(actor, rows, page="archive:archive_show")
    return {one.pk: one for one in entries.as_seen(actor, rows)}


def items_of(
    actor: Actor, student: Student, spots: Sequence[Spot], read: dict[uuid.UUID, EntryRow], few: Few
) -> list[Item]:
    """Return the things of one page of the timeline, in its order."""
    shown: dict[uuid.UUID, Item] = {pk: _entry(row) for pk, row in read.items()}
    records = [one.pk for one in spots if one.source == RECORD]
    if records:
        rows = story(actor, student.pk).filter(pk__in=records)
        shown |= {row.pk: _record(actor, row) for row in records_as_seen(actor, rows)}
    papers = [one.pk for one in spots if one.source == PAPER]
    if papers:
        for paper in papers_as_seen(papers_of(actor, student.pk).filter(pk__in=papers)):
            link = reverse("guidance:paper_show", args=[paper.pk])
            shown[paper.pk] = Item(paper.label, "writing", paper.when, paper.day, href=link)
    goals = reverse("archive:goal_list", args=[student.pk])
    shown |= {one.pk: _goal(one, goals) for one in few.goals}
    shown |= {one.pk: _month(one) for one in few.months}
    shown |= {one.pk: _evaluation(one) for one in few.evaluations}
    return [shown[one.pk] for one in spots if one.pk in shown]


def _entry(row: EntryRow) -> Item:
    link = reverse("archive:entry_show", args=[row.pk])
    return Item(row.label, row.icon, row.when, row.dates, row.by, row.text, link, row.files)


def _record(actor: Actor, row: RecordRow) -> Item:
    link = "" if only_printed(actor) else reverse("guidance:record_show", args=[row.pk])
    return Item(row.label, row.icon, row.when, row.dates, row.by, row.sentence, link)


def _goal(row: Goal, link: str) -> Item:
    text = f"{row.text} · {row.outcome}" if row.outcome else row.text
    title = _("Goal: %(state)s") % {"state": row.get_state_display()}
    return Item(title, "target", *_day(row.set_on), text=text, href=link)


def _month(row: MonthRow) -> Item:
    return Item(month_words(row.month), "calendar", *_day(row.month), by=row.by, text=row.words)


def _evaluation(row: TermEvaluation) -> Item:
    link = reverse("archive:evaluation_show", args=[row.pk])
    assert row.released_at is not None
    day = localtime(row.released_at).date()
    return Item(_("Term evaluation"), "certificate", *_day(day), text=row.term.name, href=link)


def _day(day: dt.date) -> tuple[str, str]:
    return ago(day, clock.today()), full_date(day)
