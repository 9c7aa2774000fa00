"""Everything a student may take along: one tree of plain values, and the same as open JSON.

It is the student's own view: what is sealed, or only staff may read, is not in it. What the next school needs beside
that and the student does not carry stands apart (`restricted_part`).
"""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass
from typing import Any

from taoli.archive.models import EntryFile, MonthlyPerformance
from taoli.archive.queries.entries import as_seen as entries_as_seen
from taoli.archive.queries.entries import entries_of
from taoli.archive.queries.evaluations import as_seen as evaluations_as_seen
from taoli.archive.queries.evaluations import released_of
from taoli.archive.queries.goals import goals_of
from taoli.archive.queries.marks import Mark, marks_of
from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.guidance.queries.papers import as_seen as papers_as_seen
from taoli.guidance.queries.papers import papers_of
from taoli.guidance.queries.records import as_seen as records_as_seen
from taoli.guidance.queries.stories import story
from taoli.matching.models import Pairing
from taoli.roster.models import AttentionMark, ClassStay, Guardianship, Student, StudentCategory
from taoli.roster.permissions import restricted

FORMAT, VERSION = "taoli-archive", 1


@dataclass(frozen=True, slots=True)
class WholeStudent:
    """Who it is about."""

    name: str
    number: str
    gender: str
    birthday: dt.date | None
    class_name: str
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """A class or a mentor, from a day to a day (None: still)."""

    name: str
    starts: dt.date
    ends: dt.date | None


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A picture or document; its bytes are read with `file_bytes(school_id, id)`."""

    id: uuid.UUID
    name: str
    media_type: str
    kilobytes: int


@dataclass(frozen=True, slots=True)
class WholeEntry:
    """An entry in force."""

    section: str
    section_words: str
    happened_on: dt.date
    text: str
    by: str
    files: tuple[WholeFile, ...]


@dataclass(frozen=True, slots=True)
class WholeGoal:
    """A goal with its steps."""

    text: str
    state: str
    set_on: dt.date
    outcome: str
    steps: tuple[tuple[str, dt.date | None], ...]


@dataclass(frozen=True, slots=True)
class WholeContact:
    """That an adult of the school was there: day, way, the sentence that is printed."""

    held_on: dt.date
    kind: str
    by: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WholePaper:
    """What the student wrote: questions and answers."""

    kind: str
    day: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WholeMonth:
    """How a month went."""

    month: dt.date
    aspects: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class WholeVoice:
    """What one person said of a term."""

    kind: str
    who: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class WholeEvaluation:
    """A released evaluation of a term."""

    term: str
    released_on: dt.date | None
    voices: tuple[WholeVoice, ...]


@dataclass(frozen=True, slots=True)
class WholeLine:
    """A line that an earlier school handed over; `files`: their names in the folder beside."""

    section: str
    on: dt.date
    kind: str
    text: str
    by: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeReceived:
    """What an earlier school handed over, as it came."""

    school: str
    received_on: dt.date
    strengths: tuple[str, ...]
    farewell: str
    farewell_by: str
    lines: tuple[WholeLine, ...]


@dataclass(frozen=True, slots=True)
class WholeArchive:
    """All of it; `received`, from earlier schools, is added by the handover, which keeps it."""

    school: str
    made_on: dt.date
    student: WholeStudent
    classes: tuple[Stay, ...]
    mentors: tuple[Stay, ...]
    entries: tuple[WholeEntry, ...]
    goals: tuple[WholeGoal, ...]
    months: tuple[WholeMonth, ...]
    marks: tuple[Mark, ...]
    contacts: tuple[WholeContact, ...]
    papers: tuple[WholePaper, ...]
    evaluations: tuple[WholeEvaluation, ...]
    received: tuple[WholeReceived, ...] = ()

    @property
    def honours(self) -> tuple[WholeEntry, ...]:
        """Return the entries that are honours."""
        return tuple(one for one in self.entries if one.section == "honours")

    @property
    def files(self) -> tuple[WholeFile, ...]:
        """Return all files, in the order of their entries."""
        return tuple(file for one in self.entries for file in one.files)


def whole_archive(school_id: int, student_id: uuid.UUID) -> WholeArchive:
    """Return a student's archive as the student sees it, oldest first. Student.DoesNotExist: no such student.

    It asks for nobody's permission: the page or job that calls it does, and logs.
    """
    rows = Student.objects.of(school_id).select_related("school", "school_class")
    student = rows.get(pk=student_id)
    own = _own(student)
    return WholeArchive(
        school=student.school.name,
        made_on=clock.today(),
        student=WholeStudent(
            name=student.name,
            number=student.number,
            gender=student.gender,
            birthday=student.birthday,
            class_name=student.school_class.name,
            strengths=tuple(student.strengths),
        ),
        classes=_classes(student),
        mentors=_mentors(student),
        entries=_entries(own, student),
        goals=_goals(student),
        months=_months(student),
        marks=tuple(marks_of(school_id, student.pk, family=True)),
        contacts=_contacts(own, student),
        papers=_papers(own, student),
        evaluations=_evaluations(own, student),
    )


def as_open_json(whole: WholeArchive) -> dict[str, Any]:
    """Return it as plain values for `json.dumps`: days as ISO text, identifiers of files as text."""
    plain: dict[str, Any] = _plain(asdict(whole))
    return {"format": FORMAT, "version": VERSION, **plain}


def file_bytes(school_id: int, pk: uuid.UUID) -> bytes:
    """Return the bytes of a file of an archive that the caller has made."""
    return bytes(EntryFile.objects.of(school_id).get(pk=pk).data)


def restricted_part(school_id: int, student_id: uuid.UUID) -> dict[str, Any]:
    """Return what the next school may need and the student does not carry: categories and key attention (codes and
    days, no reasons), and whether a guardian is restricted. Plain values; sensitive (L3).
    """
    today = clock.today()
    categories = StudentCategory.objects.of(school_id).filter(student_id=student_id).order_by("starts", "id")
    marks = AttentionMark.objects.of(school_id).filter(student_id=student_id).order_by("starts", "id")
    ties = Guardianship.objects.of(school_id).filter(restricted(), student_id=student_id).select_related("guardian")
    found = {
        "categories": [{"code": row.code, "starts": row.starts, "ends": row.ends} for row in categories],
        "attention": [{"starts": row.starts, "ends": row.ends} for row in marks],
        "restricted_guardians": [
            {"name": row.guardian.name, "from": row.restricted_from, "until": row.restricted_until} for row in ties
        ],
        "made_on": today,
    }
    plain: dict[str, Any] = _plain(found)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dt.date | uuid.UUID):
        return str(value)
    return value


def _own(student: Student) -> Actor:
    return Actor(
        account_id=None,
        school_id=student.school_id,
        person_kind="student",
        person_id=student.pk,
        name=student.name,
        roles=(Held(Role.STUDENT),),
    )


def _classes(student: Student) -> tuple[Stay, ...]:
    rows = ClassStay.objects.of(student.school_id).filter(student=student).select_related("school_class")
    return tuple(Stay(row.school_class.name, row.starts, row.ends) for row in rows.order_by("starts", "id"))


def _mentors(student: Student) -> tuple[Stay, ...]:
    rows = Pairing.objects.of(student.school_id).filter(student=student).select_related("mentor")
    return tuple(Stay(row.mentor.name, row.starts, row.ends) for row in rows.order_by("starts", "id"))


def _entries(own: Actor, student: Student) -> tuple[WholeEntry, ...]:
    rows = entries_as_seen(own, entries_of(own, student.pk).order_by("happened_on", "entered_at", "id"))
    return tuple(
        WholeEntry(
            section=row.section,
            section_words=row.label,
            happened_on=row.happened_on,
            text=row.text,
            by=row.by,
            files=tuple(
                WholeFile(one.pk, one.name, "image/jpeg" if one.is_picture else "application/pdf", one.kilobytes)
                for one in row.files
            ),
        )
        for row in rows
    )


def _goals(student: Student) -> tuple[WholeGoal, ...]:
    return tuple(
        WholeGoal(row.text, row.state, row.set_on, row.outcome, tuple((step.text, step.done_on) for step in row.steps))
        for row in reversed(goals_of(student.school_id, student.pk))
    )


def _months(student: Student) -> tuple[WholeMonth, ...]:
    rows = MonthlyPerformance.objects.of(student.school_id).filter(student=student).order_by("month")
    return tuple(WholeMonth(row.month, tuple(row.aspects), row.sentence) for row in rows)


def _contacts(own: Actor, student: Student) -> tuple[WholeContact, ...]:
    rows = records_as_seen(own, story(own, student.pk).order_by("held_on", "entered_at", "id"))
    return tuple(WholeContact(row.held_on, row.label, row.by, row.sentence) for row in rows)


def _papers(own: Actor, student: Student) -> tuple[WholePaper, ...]:
    rows = papers_as_seen(papers_of(own, student.pk).order_by("held_on", "entered_at", "id"), words=True)
    return tuple(WholePaper(row.label, row.day, tuple(row.answers)) for row in rows)


def _evaluations(own: Actor, student: Student) -> tuple[WholeEvaluation, ...]:
    rows = evaluations_as_seen(own, released_of(student.school_id, student.pk))
    return tuple(
        WholeEvaluation(
            term=row.term,
            released_on=row.released_on,
            voices=tuple(WholeVoice(one.kind, one.label, one.by, one.text) for one in row.voices),
        )
        for row in reversed(rows)
    )
