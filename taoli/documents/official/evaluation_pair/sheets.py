"""What mentor and student say of the term."""

import uuid
from collections.abc import Collection

from taoli.archive.models import EvaluationVoice
from taoli.archive.queries.evaluations import VoiceRow
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import mentees
from taoli.documents.queries.written import papers_written, voices
from taoli.guidance.models import StudentPaper
from taoli.roster.models import Term

Kind = EvaluationVoice.Kind


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the students within reach; what one may not read is left for the pen. Six queries."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    said = voices(actor, term, people)
    own = papers_written(actor, term, people, StudentPaper.Kind.SELF_EVALUATION)
    made = []
    for one in found:
        heard = said.get(one.student.pk, [])
        papers = "；".join(paper.said for paper in own.get(one.student.pk, []))
        data = {"mentors": _words(heard, Kind.MENTOR), "own": _words(heard, Kind.STUDENT) or papers}
        made.append(Sheet(one.student.pk, one.file, {**one.head, **data}))
    return made


def _words(rows: list[VoiceRow], kind: Kind) -> str:
    return "；".join(row.text for row in rows if row.kind == kind)
