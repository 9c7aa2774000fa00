"""How many answered about whom, for pages; what they answered, for the appraisal only."""

import base64
import uuid
from collections import Counter
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import Count

from taoli.common.sealed import unseal
from taoli.evaluation.models import Ballot, Survey, SurveyAnswer, SurveyBatch
from taoli.evaluation.queries.sources import scales_of
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import Staff, Term
from taoli.roster.queries.calendar import current_term

NONCE = 12


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
    """Return (who answered, number of answers in use) for every source that is asked for or has some: those typed from
    a workbook, and those of closed surveys that count.
    """
    typed = SurveyAnswer.objects.of(school_id).filter(batch__term=term, batch__state=SurveyBatch.State.IN_USE)
    closed = Ballot.objects.of(school_id).filter(
        survey__term=term, survey__state=Survey.State.CLOSED, survey__counts=True, survey__about_mentor=True
    )
    known: Counter[str] = Counter(dict(typed.values_list("batch__source").annotate(n=Count("id"))))
    known.update(dict(closed.values_list("survey__source").annotate(n=Count("id"))))
    asked = scales_of(school_id, term)
    return [
        (str(source.label), known[source.value])
        for source in SurveyBatch.Source
        if source.value in asked or source.value in known
    ]


def marks_in(batch: SurveyBatch) -> list[tuple[uuid.UUID, float]]:
    """Return (mentor, mark) of a batch, opened in memory, in no order that means anything."""
    rows = SurveyAnswer.objects.of(batch.school_id).filter(batch=batch).order_by("pk")
    found = list(rows.values_list("pk", "mentor_id", "sealed"))
    cipher = batch_cipher(batch) if found else None
    return [(mentor, _mark(cipher, batch, pk, mentor, sealed)) for pk, mentor, sealed in found if cipher]


def batch_cipher(batch: SurveyBatch) -> AESGCM:
    """Return the batch's own cipher."""
    return AESGCM(base64.b64decode(unseal(batch.key_sealed, bound_batch_key(batch))))


def bound_batch_key(batch: SurveyBatch) -> str:
    """Return what a batch's key is bound to."""
    return f"evaluation.SurveyBatch.key_sealed:{batch.school_id}:{batch.pk}"


def bound_mark(batch: SurveyBatch, pk: uuid.UUID, mentor: uuid.UUID) -> bytes:
    """Return what a mark is bound to: another row, mentor, batch or school cannot open it."""
    return f"{batch.school_id}:{batch.pk}:{pk}:{mentor}".encode()


def _mark(cipher: AESGCM, batch: SurveyBatch, pk: uuid.UUID, mentor: uuid.UUID, sealed: str) -> float:
    data = base64.b64decode(sealed)
    return float(cipher.decrypt(data[:NONCE], data[NONCE:], bound_mark(batch, pk, mentor)))
