"""The archive and a term's evaluation as they are printed: one query for the page of paper and the Word form."""

import datetime as dt
import uuid
from dataclasses import dataclass

from taoli.archive.models import Goal, GrowthEntry
from taoli.archive.phrases import month_words
from taoli.archive.queries.entries import as_seen as entries_as_seen
from taoli.archive.queries.entries import entries_of, get_story_student, log_entries
from taoli.archive.queries.evaluations import EvaluationRow, get_evaluation, log_evaluations, released_to
from taoli.archive.queries.evaluations import as_seen as evaluations_as_seen
from taoli.archive.queries.marks import Line, lines_of, marks_of
from taoli.archive.queries.performance import months_of
from taoli.archive.queries.settings import Kept, settings_of
from taoli.archive.queries.timeline import goals_seen
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.guidance.phrases import full_date, strength_words
from taoli.guidance.queries.records import only_printed
from taoli.guidance.queries.stories import story
from taoli.matching.models import Pairing
from taoli.roster.models import Student, Term

HEALTH, FAMILY = GrowthEntry.Section.HEALTH, GrowthEntry.SeenBy.FAMILY


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A day and what was then."""

    day: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section that has something in it."""

    label: str
    lines: list[PrintedLine]


@dataclass(frozen=True, slots=True)
class Report:
    """A student's archive, or one term of it, as it is printed; `evaluations` with their voices."""

    school: str
    student: Student
    mentors: list[str]
    strengths: list[str]
    sections: list[PrintedSection]
    goals: list[PrintedLine]
    months: list[PrintedLine]
    contacts: int
    lines: list[Line]
    evaluations: list[EvaluationRow]
    term: str = ""


def archive_report(actor: Actor, student_id: uuid.UUID) -> Report:
    """Return a student's whole archive as far as the actor may read it, the reading logged; 404 beyond reach.

    Health is printed from the student's and the family's own pages only.
    """
    student, kept = get_story_student(actor, student_id), settings_of(actor.school_id)
    rows = entries_of(actor, student.pk)
    if not only_printed(actor):
        rows = rows.exclude(section=HEALTH)
    found = list(rows.order_by("happened_on", "entered_at", "id"))
    log_entries(actor, found, page="archive:archive_print")
    given = released_to(actor, kept).filter(student=student).select_related("student", "school_class", "term")
    evaluations = list(given.order_by("-term__starts", "-version"))
    log_evaluations(actor, evaluations, "archive:archive_print")
    return _report(actor, student, found, evaluations_as_seen(actor, evaluations))


def term_report(actor: Actor, pk: uuid.UUID) -> Report:
    """Return the evaluation of a term with what the term's archive holds for the family; 404 beyond reach."""
    row = get_evaluation(actor, pk, page="archive:evaluation_print")
    student = Student.objects.of(actor.school_id).select_related("school_class", "mentor").get(pk=row.student_id)
    term = Term.objects.of(actor.school_id).get(pk=row.term_id)
    rows = entries_of(actor, student.pk).filter(happened_on__range=(term.starts, term.ends), seen_by=FAMILY)
    found = list(rows.exclude(section=HEALTH).order_by("happened_on", "entered_at", "id"))
    log_entries(actor, found, page="archive:evaluation_print")
    return _report(actor, student, found, [row], term)


def _report(
    actor: Actor,
    student: Student,
    found: list[GrowthEntry],
    evaluations: list[EvaluationRow],
    term: Term | None = None,
) -> Report:
    starts, ends = (term.starts, term.ends) if term else (dt.date.min, dt.date.max)
    contacts = story(actor, student.pk).filter(made=True)
    if term:
        contacts = contacts.filter(held_on__range=(starts, ends))
    goals = goals_seen(actor, student).order_by("set_on", "id")
    kept = settings_of(actor.school_id)
    months = [] if only_printed(actor) and not kept.family_reads else months_of(actor.school_id, student.pk)
    marks = marks_of(actor.school_id, student.pk, family=only_printed(actor) or term is not None)
    return Report(
        school=School.objects.get(pk=actor.school_id).name,
        student=student,
        mentors=_mentors(student, starts, ends),
        strengths=strength_words(student.strengths),
        sections=_sections(actor, kept, found),
        goals=[PrintedLine(full_date(one.set_on), _goal(one)) for one in goals if starts <= one.set_on <= ends],
        months=[
            PrintedLine(month_words(one.month), one.words)
            for one in months
            if starts.replace(day=1) <= one.month <= ends
        ],
        contacts=contacts.order_by().count(),
        lines=lines_of([one for one in marks if starts <= one.held_on <= ends]),
        evaluations=evaluations,
        term=term.name if term else "",
    )


def _mentors(student: Student, starts: dt.date, ends: dt.date) -> list[str]:
    rows = Pairing.objects.of(student.school_id).filter(student=student, starts__lte=ends).select_related("mentor")
    held = [row for row in rows.order_by("starts", "id") if row.ends is None or row.ends >= starts]
    return list(dict.fromkeys(row.mentor.name for row in held))


def _sections(actor: Actor, kept: Kept, found: list[GrowthEntry]) -> list[PrintedSection]:
    lines: dict[str, list[PrintedLine]] = {}
    for row in entries_as_seen(actor, found):
        line = PrintedLine(f"{row.happened_on:%Y-%m-%d}", row.text, row.by)
        lines.setdefault(row.section, []).append(line)
    return [PrintedSection(words, lines[key]) for key, words in kept.sections if key in lines]


def _goal(row: Goal) -> str:
    state = row.get_state_display()
    return f"{row.text} ({state})" + (f" · {row.outcome}" if row.outcome else "")


def class_reports(actor: Actor, class_id: uuid.UUID, term_id: uuid.UUID) -> list[Report]:
    """Return the reports of a class's released evaluations of a term within the actor's reach, in class order."""
    given = released_to(actor, settings_of(actor.school_id)).filter(school_class_id=class_id, term_id=term_id)
    ordered = given.order_by("student__seat", "student__sort_key", "student_id")
    return [term_report(actor, pk) for pk in ordered.values_list("pk", flat=True)]
