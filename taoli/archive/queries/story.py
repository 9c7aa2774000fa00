"""A student's archive as one page: sections of the school, and one timeline over everything, cut to the reader."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from taoli.archive.models import Goal
from taoli.archive.permissions import ENTRY, STORY
from taoli.archive.queries.entries import ICONS, EntryRow, get_story_student
from taoli.archive.queries.marks import Line, lines_of, marks_of
from taoli.archive.queries.settings import Kept, settings_of
from taoli.archive.queries.timeline import (
    EVALUATION,
    GOAL,
    MONTH,
    RECORD,
    Item,
    Spot,
    index_of,
    items_of,
    kind_words,
    read_entries,
)
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.phrases import ago
from taoli.guidance.queries.records import only_printed
from taoli.roster.models import Guardianship, Student

PER_PAGE = 30
NEWEST_MONTHS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants of the timeline: a year, a kind, a page."""

    year: str = ""
    kind: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: how many entries, and the newest."""

    key: str
    label: str
    icon: str
    count: int
    newest: EntryRow | None


@dataclass(frozen=True, slots=True)
class Archive:
    """The page of a student's archive."""

    student: Student
    own: bool
    sections: list[SectionRow]
    guardians: list[Guardianship]
    goals: list[Spot]
    months: list[Spot]
    lines: list[Line]
    evaluations: list[Spot]
    contacts: int
    last_contact: str
    page: "Page[Spot]"
    items: list[Item]
    years: list[tuple[str, str]]
    kinds: list[tuple[str, str]]
    adds: bool
    asked: Asked


def archive_of(actor: Actor, student_id: uuid.UUID, asked: Asked) -> Archive:
    """Return a student's archive as far as the actor may see it; readings by others are logged first."""
    student, kept = get_story_student(actor, student_id), settings_of(actor.school_id)
    index = index_of(actor, student, kept)
    page = Paginator([one for one in index if _wanted(one, asked)], PER_PAGE).get_page(asked.page)
    newest = {one.kind: one for one in reversed(index) if one.source == "entry"}
    read = read_entries(actor, [*page.object_list, *newest.values()])
    counts = Counter(one.kind for one in index)
    last = next((one for one in index if one.kind == RECORD), None)
    return Archive(
        student=student,
        own=actor.person_id == student.pk,
        sections=_sections(actor, kept, counts, {kind: read.get(one.pk) for kind, one in newest.items()}),
        guardians=_guardians(actor, student),
        goals=[one for one in index if one.source == GOAL and one.more == Goal.State.ACTIVE],
        months=[one for one in index if one.source == MONTH][:NEWEST_MONTHS],
        lines=lines_of(marks_of(actor.school_id, student.pk, family=only_printed(actor))),
        evaluations=[one for one in index if one.source == EVALUATION],
        contacts=counts[RECORD],
        last_contact=ago(last.day, clock.today()) if last else "",
        page=page,
        items=items_of(actor, student, list(page.object_list), read),
        years=[(str(year), str(year)) for year in sorted({one.day.year for one in index}, reverse=True)],
        kinds=[(key, words) for key, words in [*kept.sections, *kind_words()] if counts[key]],
        adds=_adds(actor, kept, student),
        asked=asked,
    )


def _wanted(spot: Spot, asked: Asked) -> bool:
    return asked.kind in {"", spot.kind} and asked.year in {"", str(spot.day.year)}


def _sections(
    actor: Actor, kept: Kept, counts: Mapping[str, int], newest: Mapping[str, EntryRow | None]
) -> list[SectionRow]:
    """Return the sections in the school's order; one that the reader never sees is not named."""
    hidden = set() if ENTRY.may(actor, "view_health") else {"health"}
    return [
        SectionRow(key, words, ICONS[key], counts[key], newest.get(key))
        for key, words in kept.sections
        if key not in hidden
    ]


def _guardians(actor: Actor, student: Student) -> list[Guardianship]:
    """Return who is guardian; a guardian knows the family, and a restricted one is not told of the others."""
    if actor.person_kind == "guardian":
        return []
    rows = Guardianship.objects.of(actor.school_id).filter(student=student, ends=None).select_related("guardian")
    return list(rows.order_by("id"))


def _adds(actor: Actor, kept: Kept, student: Student) -> bool:
    """Say whether to offer adding something."""
    if student.left_on or (actor.person_kind == "guardian" and not kept.family_writes):
        return False
    return STORY.may(actor, "add")
