"""What the archive keeps of students, in bulk for forms; each as far as the reader may read it, readings logged."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from taoli.archive.models import Goal, GrowthEntry, MonthlyPerformance
from taoli.archive.permissions import GOALS, SCORES, STORY
from taoli.archive.phrases.exams import change_word
from taoli.archive.queries import entries
from taoli.archive.queries.exams import Sitting, sittings
from taoli.archive.queries.goals import StepRow, steps_of
from taoli.archive.queries.performance import said_of_month
from taoli.common.policy import Actor, Policy
from taoli.common.views_log import log_view
from taoli.documents.queries.mentees import day_words
from taoli.guidance.phrases import full_date
from taoli.roster.models import Student, Term

PAGE = "documents:form"
Ids = Collection[uuid.UUID]
Lines = Mapping[uuid.UUID, list[dict[str, str]]]
ON_PAPER = (GrowthEntry.SeenBy.CLASS, GrowthEntry.SeenBy.FAMILY)
SHOWN = (Goal.State.ACTIVE, Goal.State.REACHED, Goal.State.ASIDE)


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal of the term with its steps."""

    text: str
    state: str
    outcome: str
    steps: tuple[StepRow, ...]

    @property
    def said(self) -> str:
        """The goal and how it went."""
        return f"{self.text}（{self.state}）" + (f"：{self.outcome}" if self.outcome else "")


def _reached(actor: Actor, table: Policy, action: str, ids: Ids) -> dict[uuid.UUID, uuid.UUID | None]:
    """Return student → mentor of today, of those whom a table lets the actor read."""
    rows = table.within(Student.objects.filter(pk__in=list(ids)), actor, action)
    return dict(rows.values_list("pk", "mentor_id"))


def _log(actor: Actor, noun: str, rows: Iterable[tuple[uuid.UUID, uuid.UUID | None]]) -> None:
    log_view(actor, noun, [pk for pk, mentor in rows if mentor != actor.person_id], page=PAGE)


def aims(actor: Actor, term: Term, ids: Ids) -> dict[uuid.UUID, list[Aim]]:
    """Return student → goals of the term, to who may read goals; three queries and the log's."""
    mentors = _reached(actor, GOALS, "view", ids)
    in_term = Q(term=term) | Q(set_on__range=(term.starts, term.ends))
    rows = list(
        Goal.objects.of(actor.school_id)
        .filter(in_term, student_id__in=list(mentors), state__in=SHOWN)
        .order_by("set_on", "id")
    )
    _log(actor, "archive.goal", [(row.pk, mentors[row.student_id]) for row in rows])
    steps = steps_of(actor.school_id, [row.pk for row in rows])
    found: dict[uuid.UUID, list[Aim]] = defaultdict(list)
    for row in rows:
        found[row.student_id].append(Aim(row.text, row.get_state_display(), row.outcome, tuple(steps.get(row.pk, ()))))
    return found


def step_lines(rows: Iterable[Aim]) -> list[dict[str, str]]:
    """Return the steps of goals as lines of a table."""
    return [
        {
            "aim": one.text,
            "step": step.text,
            "due": day_words(step.by_on) if step.by_on else "",
            "done": day_words(step.done_on) if step.done_on else "",
        }
        for one in rows
        for step in one.steps
    ]


def kept(actor: Actor, ids: Ids) -> dict[uuid.UUID, list[entries.EntryRow]]:
    """Return student → entries in force that the actor may read, the earliest first, without those written for the
    mentor alone: paper is seen by others. Two queries and the log's.
    """
    wanted = entries.reachable(actor).filter(
        student_id__in=list(ids), state=GrowthEntry.State.SUBMITTED, seen_by__in=ON_PAPER
    )
    rows = list(wanted.order_by("happened_on", "entered_at", "id"))
    entries.log_entries(actor, rows, page=PAGE)
    found: dict[uuid.UUID, list[entries.EntryRow]] = defaultdict(list)
    for row in entries.as_seen(actor, rows):
        found[row.student_id].append(row)
    return found


def entry_line(row: entries.EntryRow) -> dict[str, str]:
    """Return an entry as a line of a table; an archive goes over years, so its days have theirs."""
    return {"on": day_words(row.happened_on), "label": row.label, "text": row.text, "by": row.by}


def performed(actor: Actor, term: Term, ids: Ids) -> Lines:
    """Return student → the sentences of the term's months; two queries and the log's."""
    mentors = _reached(actor, STORY, "view", ids)
    rows = list(
        MonthlyPerformance.objects.of(actor.school_id)
        .filter(student_id__in=list(mentors), month__range=(term.starts.replace(day=1), term.ends))
        .order_by("month", "id")
    )
    rows = [row for row in rows if row.aspects or row.sentence]
    _log(actor, "archive.performance", [(row.pk, mentors[row.student_id]) for row in rows])
    found: dict[uuid.UUID, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        said = said_of_month(row.aspects, row.sentence)
        found[row.student_id].append({"month": f"{row.month.year}年{row.month.month}月", "said": said})
    return found


def examined(actor: Actor, term: Term, ids: Ids) -> Lines:
    """Return student → the term's exams beside the own past, no rank, nobody else's; two queries and the log's."""
    mentors = _reached(actor, SCORES, "view", ids)
    past = sittings(actor.school_id, list(mentors))
    _log(actor, "archive.score", [(one, mentors[one]) for one in past])
    return {one: [_exam(row) for row in rows if term.starts <= row.held_on <= term.ends] for one, rows in past.items()}


def _exam(row: Sitting) -> dict[str, str]:
    marks = [f"{one.name} {one.text}" + (f"（补{one.again}）" if one.again else "") for one in row.papers]
    return {
        "exam": row.name,
        "on": full_date(row.held_on),
        "marks": "；".join(marks),
        "change": change_word(row.change.direction) if row.comparable else "",
    }
