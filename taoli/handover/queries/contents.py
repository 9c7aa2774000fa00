"""What goes into a package: archive, printed sentences, goals, strengths, the mentor's word. A class in few queries."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from taoli.archive.models import Goal
from taoli.archive.queries.goals import steps_of
from taoli.engine.package import Entry, Farewell, Mark, Person, Section, StudentFile
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import strength_words, way_of
from taoli.guidance.queries.records import sentence
from taoli.handover.models import Farewell as FarewellRow
from taoli.handover.phrases.packages import SECTIONS
from taoli.handover.queries import growth
from taoli.roster.models import Student

Entries = dict[uuid.UUID, list[Entry]]
CHUNK = 400


@dataclass(frozen=True, slots=True)
class Contents:
    """A student's file, and the bytes of the files it names."""

    file: StudentFile
    files: Mapping[str, bytes] = field(default_factory=dict)


def contents_of(
    school_id: int, student_ids: Collection[uuid.UUID], marks: Mapping[uuid.UUID, Mark] | None = None
) -> dict[uuid.UUID, Contents]:
    """Return what is handed over of each student: never a private text; thirteen queries however many they are.

    `marks`: key attention that was renewed for the way.
    """
    wanted = list(student_ids)
    rows = Student.objects.of(school_id).filter(pk__in=wanted).select_related("school_class")
    words = farewells_of(school_id, wanted)
    entries, data = growth.entries_of(school_id, wanted)
    earlier, more = growth.received_of(school_id, wanted)
    sections = {
        "goals": _goals(school_id, wanted),
        "growth": entries,
        "months": growth.months_of(school_id, wanted),
        "marks": growth.marks_of(school_id, wanted),
        "contacts": _contacts(school_id, wanted),
        "evaluations": growth.evaluations_of(school_id, wanted),
    }
    both = {key: _after(earlier.get(key, {}), own) for key, own in sections.items()}
    both |= {key: found for key, found in earlier.items() if key not in both}
    files = {one.pk: _file(one, words.get(one.pk), both, (marks or {}).get(one.pk)) for one in rows}
    return {pk: Contents(file, _named(file, data | more)) for pk, file in files.items()}


def _after(earlier: Entries, own: Entries) -> Entries:
    """Return what earlier schools handed over of a section, then what was written here."""
    return {pk: [*earlier.get(pk, ()), *own.get(pk, ())] for pk in {**earlier, **own}}


def _named(file: StudentFile, data: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that a student's lines name."""
    return {part: data[part] for section in file.sections for line in section.entries for part in line.files}


def farewells_of(school_id: int, student_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, FarewellRow]:
    """Return student → the newest word that a mentor has written."""
    rows = FarewellRow.objects.of(school_id).filter(student_id__in=list(student_ids)).exclude(written_at=None)
    return {one.student_id: one for one in rows.select_related("staff").order_by("written_at")}


def _file(one: Student, word: FarewellRow | None, sections: Mapping[str, Entries], mark: Mark | None) -> StudentFile:
    person = Person(
        name=one.name,
        number=one.number,
        gender=one.gender,
        birthday=one.birthday,
        school_class=one.school_class.name,
    )
    said = word and Farewell(text=word.text, by=word.staff.name, on=timezone.localtime(word.written_at).date())
    return StudentFile(
        person=person,
        strengths=tuple(strength_words(one.strengths)),
        farewell=said or None,
        sections=tuple(
            Section(key=key, title=str(SECTIONS.get(key, key)), entries=tuple(found.get(one.pk, ())))
            for key, found in sections.items()
        ),
        attention=(mark,) if mark else (),
    )


def _goals(school_id: int, student_ids: list[uuid.UUID]) -> Entries:
    """Goals that the student has set; what was only suggested, or declined, stays here."""
    kept = (Goal.State.ACTIVE, Goal.State.REACHED, Goal.State.ASIDE)
    rows = list(
        Goal.objects.of(school_id).filter(student_id__in=student_ids, state__in=kept).order_by("set_on", "entered_at")
    )
    steps = steps_of(school_id, [row.pk for row in rows])
    found: Entries = defaultdict(list)
    for row in rows:
        plan = [f"{'✓' if one.done_on else '·'} {one.text}" for one in steps.get(row.pk, ())]
        text = "\n".join([row.text, *plan, *([row.outcome] if row.outcome else [])])
        found[row.student_id].append(Entry(on=row.set_on, kind=str(row.get_state_display()), text=text))
    return found


def _contacts(school_id: int, student_ids: list[uuid.UUID]) -> Entries:
    """The sentence that a form prints of each contact."""
    rows = GuidanceRecord.objects.of(school_id).filter(
        student_id__in=student_ids, state=GuidanceRecord.State.SUBMITTED, made=True
    )
    found: Entries = defaultdict(list)
    for row in rows.select_related("student", "by").defer("private_text", "next_step").order_by("held_on", "id"):
        label = str(way_of(row.kind, row.channel).label)
        text = sentence(row, [row.student.name])
        found[row.student_id].append(Entry(on=row.held_on, kind=label, text=text, by=row.by.name))
    return found
