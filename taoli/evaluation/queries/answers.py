"""How many answered about whom; never what."""

import uuid
from dataclasses import dataclass

from django.db.models import Count

from taoli.evaluation.models import SurveyAnswer, SurveyBatch
from taoli.evaluation.queries.sources import scales_of
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import Staff, Term
from taoli.roster.queries.calendar import current_term


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


def mentor_count(school_id: int) -> int:
    """Return how many mentors have a mentee in the current term."""
    term = current_term(school_id)
    return len(mentors_by_number(school_id, term)) if term else 0


def waiting_counts(school_id: int, term: Term) -> list[AnswerCount]:
    """Return the number of answers per source and mentor that wait for confirmation."""
    rows = (
        SurveyAnswer.objects.of(school_id)
        .filter(batch__term=term, batch__state=SurveyBatch.State.WAITING)
        .values("mentor__name", "mentor__number", "batch__source")
        .annotate(n=Count("id"))
        .order_by("batch__source", "mentor__number")
    )
    return [
        AnswerCount(
            mentor=one["mentor__name"],
            number=one["mentor__number"],
            source=str(SurveyBatch.Source(one["batch__source"]).label),
            count=one["n"],
        )
        for one in rows
    ]


def in_use(school_id: int, term: Term) -> list[tuple[str, int]]:
    """Return (who answered, number of answers in use) for every source that is asked for or has some."""
    rows = (
        SurveyAnswer.objects.of(school_id)
        .filter(batch__term=term, batch__state=SurveyBatch.State.IN_USE)
        .values_list("batch__source")
        .annotate(n=Count("id"))
    )
    known = dict(rows)
    asked = scales_of(school_id, term)
    return [
        (str(source.label), known.get(source.value, 0))
        for source in SurveyBatch.Source
        if source.value in asked or source.value in known
    ]
