"""A student's talks and activities of the term, each with what the student has written of it."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentees
from taoli.documents.queries.told import TALKS, TOGETHER, Told, by_student, told
from taoli.documents.queries.written import Paper, papers_written
from taoli.guidance.models import StudentPaper
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; own words only for who may read them. Four queries."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    rows = by_student(told(actor, term, students=people, kinds=(*TALKS, *TOGETHER)))
    written = papers_written(actor, term, people, StudentPaper.Kind.REFLECTION)
    return [
        Sheet(
            one.student.pk,
            one.file,
            {**one.head, "guided": _lines(rows[one.student.pk], written.get(one.student.pk, []))},
        )
        for one in found
    ]


def _lines(rows: list[Told], papers: list[Paper]) -> list[dict[str, str]]:
    known = {row.pk for row in rows}
    of_record: dict[uuid.UUID, list[str]] = {}
    for paper in papers:
        if paper.record_id in known:
            of_record.setdefault(paper.record_id, []).append(paper.said)
    lines = [{"on": row.on, "said": row.said, "gain": "；".join(of_record.get(row.pk, []))} for row in rows]
    return lines + [{"on": one.day, "said": "", "gain": one.said} for one in papers if one.record_id not in known]
