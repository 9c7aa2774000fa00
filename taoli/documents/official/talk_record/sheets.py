"""A student's talks and family contacts of a term, as they print."""

import uuid
from collections.abc import Collection, Iterable

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import full_date, way_of
from taoli.guidance.queries.records import reachable, sentence
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import Term

TALKS, CONTACTS = {"talk", "group_talk"}, {"family_contact", "home_visit"}


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; only printed sentences, never the private text."""
    day = min(max(clock.today(), term.starts), term.ends)
    pairs = list(pairings(actor, on=day).filter(student_id__in=list(ids)))
    rows = reachable(actor).filter(
        student_id__in=[pair.student_id for pair in pairs],
        kind__in=TALKS | CONTACTS,
        state=GuidanceRecord.State.SUBMITTED,
        held_on__range=(term.starts, term.ends),
        made=True,
    )
    of_student: dict[uuid.UUID, list[GuidanceRecord]] = {}
    for row in rows.order_by("held_on", "entered_at", "id"):
        of_student.setdefault(row.student_id, []).append(row)
    return [_sheet(pair, of_student.get(pair.student_id, [])) for pair in pairs]


def _sheet(pair: Pairing, rows: Iterable[GuidanceRecord]) -> Sheet:
    student, mentor = pair.student, pair.mentor
    said = [(row, _line(row)) for row in rows]
    data = {
        "student": student.name,
        "room": pair.school_class.name,
        "mentor": mentor.name,
        "subject": mentor.subject.name if mentor.subject else "",
        "talks": [line for row, line in said if row.kind in TALKS],
        "contacts": [line for row, line in said if row.kind in CONTACTS],
    }
    return Sheet(student.pk, f"{pair.school_class.name} {student.number} {student.name}", data)


def _line(row: GuidanceRecord) -> dict[str, str]:
    way = str(way_of(row.kind, row.channel).label)
    return {"on": full_date(row.held_on), "way": way, "said": sentence(row, [row.student.name])}
