"""What students, mentors and others have written of a term, in bulk for forms; readings logged."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from taoli.archive.models import TermEvaluation
from taoli.archive.queries import evaluations
from taoli.common.policy import Actor
from taoli.documents.queries.grown import PAGE
from taoli.guidance.models import StudentPaper
from taoli.guidance.phrases import full_date
from taoli.guidance.queries import papers
from taoli.roster.models import Term

Ids = Collection[uuid.UUID]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a student wrote; `record`: the talk it is about."""

    day: str
    record_id: uuid.UUID | None
    said: str


def papers_written(actor: Actor, term: Term, ids: Ids, kind: StudentPaper.Kind) -> dict[uuid.UUID, list[Paper]]:
    """Return student → papers of a kind in the term that the actor may read; one query and the log's."""
    rows = papers.reachable(actor).filter(
        student_id__in=list(ids), kind=kind, state=StudentPaper.State.SUBMITTED, held_on__range=(term.starts, term.ends)
    )
    found = [row for row in rows.order_by("held_on", "entered_at", "id") if row.readable]  # type: ignore[attr-defined] # annotated by `reachable`
    papers.log_papers(actor, found, page=PAGE)
    written: dict[uuid.UUID, list[Paper]] = defaultdict(list)
    for row in found:
        said = "；".join(answer for _question, answer in row.answers if answer)
        written[row.student_id].append(Paper(full_date(row.held_on), row.record_id, said))
    return written


def voices(actor: Actor, term: Term, ids: Ids) -> dict[uuid.UUID, list[evaluations.VoiceRow]]:
    """Return student → the voices of the term's evaluation, once it is with the family; three queries and the log's."""
    rows = list(
        evaluations.reachable(actor).filter(student_id__in=list(ids), term=term, state=TermEvaluation.State.RELEASED)
    )
    evaluations.log_evaluations(actor, rows, page=PAGE)
    said = evaluations.voices_of(actor, [row.pk for row in rows])
    return {row.student_id: said.get(row.pk, []) for row in rows}
