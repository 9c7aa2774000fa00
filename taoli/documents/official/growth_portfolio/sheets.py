"""Everything of a student's archive in the term's papers, as far as the reader may read each."""

import uuid
from collections.abc import Collection

from taoli.archive.models import GrowthEntry
from taoli.archive.queries.entries import EntryRow
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.grown import aims, entry_line, examined, kept, performed
from taoli.documents.queries.mentees import mentees
from taoli.documents.queries.told import FAMILY, VISITS, by_student, told
from taoli.documents.queries.written import voices
from taoli.roster.models import Term

S = GrowthEntry.Section
PARTS = {
    "family": (S.FAMILY,),
    "person": (S.CHARACTER, S.HABITS, S.INTERESTS, S.HEALTH),
    "activities": (S.ACTIVITIES, S.WORKS, S.HONOURS),
    "school": (S.PERFORMANCE, S.OTHER),
}


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a portfolio for each of the students within reach; the same queries for one and for a school."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    entries, goals, said = kept(actor, people), aims(actor, term, people), voices(actor, term, people)
    months, exams = performed(actor, term, people), examined(actor, term, people)
    contacts = by_student(told(actor, term, students=people, kinds=(*FAMILY, *VISITS)))
    made = []
    for student in found:
        pk = student.student.pk
        data = {
            **student.head,
            **_entries(entries.get(pk, [])),
            "months": months.get(pk, []),
            "exams": exams.get(pk, []),
            "aims": [f"目标：{aim.said}" for aim in goals.get(pk, [])] or ["目标：暂无记录。"],
            "voices": [f"{one.label} {one.by}：{one.text}" for one in said.get(pk, [])] or ["评价：暂无记录。"],
            "contacts": [row.line for row in contacts.get(pk, [])],
        }
        made.append(Sheet(pk, student.file, data))
    return made


def _entries(rows: list[EntryRow]) -> dict[str, list[dict[str, str]]]:
    return {part: [entry_line(row) for row in rows if row.section in sections] for part, sections in PARTS.items()}
