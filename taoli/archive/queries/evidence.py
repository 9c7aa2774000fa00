"""What a term has left in writing, sentence by sentence, to be taken into an evaluation; nothing is made up."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from taoli.archive.models import Goal, MonthlyPerformance
from taoli.archive.permissions import GOALS, STORY
from taoli.archive.phrases import month_words
from taoli.archive.phrases.exams import change_word
from taoli.archive.queries.entries import entries_of, log_entries
from taoli.archive.queries.marks import marks_of
from taoli.archive.queries.performance import said_of_month
from taoli.common.policy import Actor
from taoli.engine.signals import Direction
from taoli.guidance.models import StudentPaper
from taoli.guidance.phrases import short_date
from taoli.guidance.queries.papers import as_seen as papers_as_seen
from taoli.guidance.queries.papers import papers_of
from taoli.guidance.queries.records import as_seen as records_as_seen
from taoli.guidance.queries.records import only_printed
from taoli.guidance.queries.stories import story
from taoli.roster.models import Student, Term

MOST_RECORDS, MOST_ENTRIES, MOST_WORDS = 40, 40, 160


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence that may be taken; `key` names it on the page."""

    key: str
    kind: str
    day: dt.date
    text: str


def evidence_of(actor: Actor, student: Student, term: Term) -> list[Fact]:
    """Return the sentences of a term that the actor may read anyway, the earliest first; readings are logged."""
    found = [
        *_records(actor, student, term),
        *_goals(actor, student, term),
        *_entries(actor, student, term),
        *_months(actor, student, term),
        *_marks(actor, student, term),
        *_papers(actor, student, term),
    ]
    return sorted(found, key=lambda one: one.day)


def _records(actor: Actor, student: Student, term: Term) -> list[Fact]:
    rows = story(actor, student.pk).filter(held_on__range=(term.starts, term.ends), made=True)
    seen = records_as_seen(actor, rows[:MOST_RECORDS])
    return [Fact(f"record:{row.pk}", _("Contacts"), row.held_on, row.sentence) for row in seen if row.sentence]


def _goals(actor: Actor, student: Student, term: Term) -> list[Fact]:
    reached = GOALS.within(Student.objects.filter(pk=student.pk), actor, "view")
    rows = Goal.objects.of(actor.school_id).filter(
        student__in=reached, state=Goal.State.REACHED, closed_at__date__range=(term.starts, term.ends)
    )
    return [Fact(f"goal:{row.pk}", _("Goals"), localtime(row.closed_at).date(), _reached(row)) for row in rows]


def _reached(row: Goal) -> str:
    if row.outcome:
        return _("Goal reached: %(goal)s (%(outcome)s)") % {"goal": row.text, "outcome": row.outcome}
    return _("Goal reached: %(goal)s") % {"goal": row.text}


def _entries(actor: Actor, student: Student, term: Term) -> list[Fact]:
    rows = list(
        entries_of(actor, student.pk)
        .filter(happened_on__range=(term.starts, term.ends))
        .exclude(section="health")
        .exclude(seen_by="own")[:MOST_ENTRIES]
    )
    log_entries(actor, rows, page="archive:voice_write")
    return [
        Fact(
            f"entry:{row.pk}",
            row.get_section_display(),
            row.happened_on,
            f"{short_date(row.happened_on)} {' '.join(row.text.split())[:MOST_WORDS]}",
        )
        for row in rows
    ]


def _months(actor: Actor, student: Student, term: Term) -> list[Fact]:
    if not STORY.can(actor, "view", student):
        return []
    rows = MonthlyPerformance.objects.of(actor.school_id).filter(
        student=student, month__range=(term.starts.replace(day=1), term.ends)
    )
    return [
        Fact(f"month:{row.pk}", _("Months"), row.month, f"{month_words(row.month)} {said}")
        for row in rows
        if (said := said_of_month(row.aspects, row.sentence))
    ]


def _marks(actor: Actor, student: Student, term: Term) -> list[Fact]:
    """Return how marks stand beside the own past, in words; no mark, no rank."""
    if not STORY.can(actor, "view", student):
        return []
    rows = marks_of(actor.school_id, student.pk, family=only_printed(actor))
    early = change_word(Direction.UNKNOWN)
    return [
        Fact(f"mark:{place}", _("Exams"), row.held_on, f"{row.exam} {row.subject} {row.change}")
        for place, row in enumerate(rows)
        if row.change not in {"", early} and term.starts <= row.held_on <= term.ends
    ]


def _papers(actor: Actor, student: Student, term: Term) -> list[Fact]:
    """Return one's own words of the term's self-evaluation; they are nobody else's to take."""
    if actor.person_id != student.pk:
        return []
    rows = papers_of(actor, student.pk).filter(
        kind=StudentPaper.Kind.SELF_EVALUATION, held_on__range=(term.starts, term.ends)
    )
    days: dict[uuid.UUID, dt.date] = {row.pk: row.held_on for row in rows}
    return [
        Fact(f"paper:{row.pk}:{place}", row.label, days[row.pk], answer[:MOST_WORDS])
        for row in papers_as_seen(rows, words=True)
        for place, (_question, answer) in enumerate(row.answers)
    ]
