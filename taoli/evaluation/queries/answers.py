"""How many answered about whom; never what."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from taoli.evaluation.models import SurveyAnswer, SurveyBatch
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import Staff, Term


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """A mentor, and how many answers of a source there are about them."""

    mentor: str
    number: str
    source: str
    count: int


def mentors_by_number(school_id: int, term: Term) -> dict[str, tuple[uuid.UUID, str]]:
    """Return staff number → (id, name) of everybody who had a mentee in the term."""
    ids = {uuid.UUID(pairing.mentor_id) for pairing in pairing_facts(school_id, term)}
    rows = Staff.objects.of(school_id).filter(pk__in=ids)
    return {row.number: (row.pk, row.name) for row in rows}


def counts(school_id: int, batch_ids: Sequence[uuid.UUID]) -> list[AnswerCount]:
    """Return the number of answers per mentor and source of batches."""
    rows = (
        SurveyAnswer.objects.of(school_id)
        .filter(batch_id__in=list(batch_ids))
        .values("mentor__name", "mentor__number", "batch__source")
        .annotate(n=Count("id"))
        .order_by("batch__source", "mentor__number")
    )
    return [AnswerCount(one["mentor__name"], one["mentor__number"], one["batch__source"], one["n"]) for one in rows]


def in_use(school_id: int, term: Term) -> dict[str, int]:
    """Return source → number of answers in use for a term."""
    rows = (
        SurveyAnswer.objects.of(school_id)
        .filter(batch__term=term, batch__state=SurveyBatch.State.IN_USE)
        .values_list("batch__source")
        .annotate(n=Count("id"))
    )
    return dict(rows)
