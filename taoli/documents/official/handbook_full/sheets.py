"""A mentor's whole term, as far as the reader reaches it; four thousand records cost the same queries as four."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.work_plan.sheets import months_of
from taoli.documents.queries.asked import duties_asked
from taoli.documents.queries.attended import attended
from taoli.documents.queries.mentees import Mentored, mentee_line, mentored
from taoli.documents.queries.told import CASES, FAMILY, TOGETHER, VISITS, Told, by_mentor, by_student, together, told
from taoli.roster.models import Term

APART = {*FAMILY, *VISITS, *TOGETHER, *CASES}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands in every book of the term."""

    duties: list[dict[str, str]]
    months: list[dict[str, str]]
    meetings: Mapping[uuid.UUID, list[dict[str, str]]]


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a book for each of the mentors within reach; five queries."""
    found = mentored(actor, term, ids)
    mentors = [one.mentor.pk for one in found]
    rows = by_mentor(told(actor, term, mentors=mentors))
    frame = Frame(
        duties_asked(actor, term),
        [{"month": f"{one.year}年{one.month}月"} for one in months_of(term)],
        attended(actor, term, mentors),
    )
    return [Sheet(one.mentor.pk, one.file, _book(one, rows[one.mentor.pk], frame)) for one in found]


def _book(one: Mentored, rows: list[Told], frame: Frame) -> dict[str, object]:
    def of(kinds: Collection[str]) -> list[Told]:
        return [row for row in rows if row.kind in kinds]

    return {
        **one.head,
        "duties": frame.duties,
        "students": _students(one, [row for row in rows if row.kind not in APART]),
        "contacts": [_named(row) for row in of(FAMILY)],
        "visits": [_named(row) for row in of(VISITS)],
        "activities": [same.line for same in together(of(TOGETHER))],
        "cases": [_named(row) for row in of(CASES)],
        "conferences": frame.meetings.get(one.mentor.pk, []),
        "months": frame.months,
    }


def _students(one: Mentored, rows: list[Told]) -> list[dict[str, object]]:
    """Each student of the day, then those of earlier in the term: what was done stays with who did it."""
    talks = by_student(rows)
    found: list[dict[str, object]] = []
    for at, pair in enumerate(one.pairs, 1):
        lines = [row.line for row in talks.pop(pair.student_id, [])]
        found.append({**mentee_line(at, pair), "talks": lines})
    for held in talks.values():
        head = {"student": held[0].student, "room": "", "group": "", "since": "此前或临时指导"}
        found.append({**head, "talks": [row.line for row in held]})
    return found


def _named(row: Told) -> dict[str, str]:
    return {**row.line, "student": row.student}
