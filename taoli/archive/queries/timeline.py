"""Everything of a student's archive in one row of days: a light index first, then what one page of it shows."""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.models import Goal, MonthlyPerformance
from taoli.archive.permissions import GOALS
from taoli.archive.phrases import month_words
from taoli.archive.queries import entries, evaluations
from taoli.archive.queries.entries import EntryRow, FileRow
from taoli.archive.queries.performance import said_of_month
from taoli.archive.queries.settings import Kept
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import StudentPaper
from taoli.guidance.phrases import ago, full_date
from taoli.guidance.queries.papers import papers_of
from taoli.guidance.queries.records import RecordRow, only_printed
from taoli.guidance.queries.records import as_seen as records_as_seen
from taoli.guidance.queries.stories import story
from taoli.roster.models import Student

RECORD, PAPER, GOAL, MONTH, EVALUATION = "contact", "paper", "goal", "month", "evaluation"
SHOWN_GOALS = (Goal.State.ACTIVE, Goal.State.REACHED, Goal.State.ASIDE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing of the index: where it is from, when it was, what it is (a section, or the source again); `text` and
    `more` of what is short: a goal and its state, a month's sentence and aspects, an evaluation's term, a paper's kind.
    """

    source: str
    pk: uuid.UUID
    day: dt.date
    kind: str
    text: str = ""
    more: str = ""

    @property
    def words(self) -> str:
        """Return what a month says, on one line."""
        return said_of_month(json.loads(self.more), self.text)


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


def kind_words() -> list[tuple[str, str]]:
    """Return the kinds of the timeline that are no section, with their words."""
    return [
        (RECORD, _("Contacts")),
        (PAPER, _("Written by the student")),
        (GOAL, _("Goals")),
        (MONTH, _("Months")),
        (EVALUATION, _("Term evaluations")),
    ]


def index_of(actor: Actor, student: Student, kept: Kept) -> list[Spot]:
    """Return the places of everything the actor may see, the latest first; one query however much there is."""
    rows = entries.entries_of(actor, student.pk).order_by()
    found = rows.values_list(_word("entry"), "pk", "happened_on", "section", _word(""), _word(""))
    spots = [Spot(*row) for row in found.union(*_others(actor, student, kept), all=True)]
    return sorted(spots, key=lambda one: (one.day, str(one.pk)), reverse=True)


def _others(actor: Actor, student: Student, kept: Kept) -> "Iterator[QuerySet[Any, Any]]":
    """Yield the records, papers, goals, months and released evaluations, in the columns of the index."""
    blank = _word("")
    told = story(actor, student.pk).order_by()
    yield told.values_list(_word(RECORD), "pk", "held_on", _word(RECORD), blank, blank)
    papers = papers_of(actor, student.pk).order_by()
    yield papers.values_list(_word(PAPER), "pk", "held_on", _word(PAPER), blank, "kind")
    goals = goals_seen(actor, student)
    yield goals.values_list(_word(GOAL), "pk", "set_on", _word(GOAL), "text", "state")
    if actor.person_kind != "guardian" or kept.family_reads:
        months = MonthlyPerformance.objects.of(actor.school_id).filter(student=student)
        said = months.exclude(sentence="", aspects=[]).annotate(ticked=Cast("aspects", TextField()))
        yield said.values_list(_word(MONTH), "pk", "month", _word(MONTH), "sentence", "ticked")
    given = evaluations.released_to(actor, kept).filter(student=student).annotate(on=TruncDate("released_at"))
    yield given.values_list(_word(EVALUATION), "pk", "on", _word(EVALUATION), "term__name", blank)


def goals_seen(actor: Actor, student: Student) -> "QuerySet[Goal]":
    """Return a student's goals that were taken, as far as the actor reads goals."""
    reached = GOALS.within(Student.objects.filter(pk=student.pk), actor, "view")
    return Goal.objects.of(actor.school_id).filter(student__in=reached, state__in=SHOWN_GOALS)


def _word(word: str) -> Value:
    return Value(word, output_field=CharField())


def read_entries(actor: Actor, spots: Iterable[Spot]) -> dict[uuid.UUID, EntryRow]:
    """Return the entries among these, readings by others logged first; two queries and the log's."""
    wanted = [one.pk for one in spots if one.source == "entry"]
    rows = list(entries.reachable(actor).filter(pk__in=wanted)) if wanted else []
    entries.log_entries(actor, rows, page="archive:archive_show")
    return {one.pk: one for one in entries.as_seen(actor, rows)}


def items_of(actor: Actor, student: Student, spots: Sequence[Spot], read: dict[uuid.UUID, EntryRow]) -> list[Item]:
    """Return the things of one page of the timeline, in its order; at most one query, three for a guardian."""
    wanted = [one.pk for one in spots if one.source == RECORD]
    rows = records_as_seen(actor, story(actor, student.pk).filter(pk__in=wanted)) if wanted else []
    records = {row.pk: row for row in rows}
    items = []
    for spot in spots:
        if spot.source == "entry":
            items.append(_entry(read[spot.pk]))
        elif spot.source == RECORD:
            items.append(_record(actor, records[spot.pk]))
        else:
            items.append(SHORT[spot.source](spot, student))
    return items


def _entry(row: EntryRow) -> Item:
    link = reverse("archive:entry_show", args=[row.pk])
    return Item(row.label, row.icon, row.when, row.dates, row.by, row.text, link, row.files)


def _record(actor: Actor, row: RecordRow) -> Item:
    link = "" if only_printed(actor) else reverse("guidance:record_show", args=[row.pk])
    return Item(row.label, row.icon, row.when, row.dates, row.by, row.sentence, link)


def _paper(spot: Spot, _student: Student) -> Item:
    link = reverse("guidance:paper_show", args=[spot.pk])
    return Item(str(StudentPaper.Kind(spot.more).label), "writing", *_day(spot.day), href=link)


def _goal(spot: Spot, student: Student) -> Item:
    title = _("Goal: %(state)s") % {"state": Goal.State(spot.more).label}
    return Item(title, "target", *_day(spot.day), text=spot.text, href=reverse("archive:goal_list", args=[student.pk]))


def _month(spot: Spot, _student: Student) -> Item:
    return Item(month_words(spot.day), "calendar", *_day(spot.day), text=spot.words)


def _evaluation(spot: Spot, _student: Student) -> Item:
    link = reverse("archive:evaluation_show", args=[spot.pk])
    return Item(_("Term evaluation"), "certificate", *_day(spot.day), text=spot.text, href=link)


def _day(day: dt.date) -> tuple[str, str]:
    return ago(day, clock.today()), full_date(day)


SHORT = {PAPER: _paper, GOAL: _goal, MONTH: _month, EVALUATION: _evaluation}
