"""Free texts of closed surveys: sealed until a reviewer has read them, then as they were released."""

import base64
import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.survey import Proposal, cleaner
from taoli.evaluation.models import Survey, SurveyComment
from taoli.evaluation.permissions import COMMENT
from taoli.evaluation.queries.urn import NONCE, key_of
from taoli.roster.models import Staff, Student, Term

State = SurveyComment.State


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A free text that waits, with what the machine proposes."""

    comment: SurveyComment
    question: str
    mentor: str
    text: str
    proposal: Proposal


def comments(actor: Actor, action: str = "review") -> "QuerySet[SurveyComment]":
    """Return the free texts the actor reaches, in the order of their random ids; never those about the actor."""
    rows = COMMENT.within(SurveyComment.objects.all(), actor, action)
    if action == "review" and actor.person_id:
        rows = rows.exclude(mentor_id=actor.person_id)
    found: QuerySet[SurveyComment] = rows.select_related("survey", "mentor").order_by("pk")
    return found


def get_comment(actor: Actor, pk: uuid.UUID) -> SurveyComment:
    """Return a free text the actor may review; 404 otherwise."""
    found: SurveyComment | None = comments(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def review_counts(actor: Actor) -> list[tuple[Survey, dict[str, int]]]:
    """Return the surveys that have free texts the actor may review, the latest first, with how many in each state."""
    rows = comments(actor).order_by().values_list("survey_id", "state")
    counted: dict[uuid.UUID, Counter[str]] = {}
    for survey_id, state in rows:
        counted.setdefault(survey_id, Counter())[state] += 1
    surveys = Survey.objects.of(actor.school_id).filter(pk__in=list(counted)).order_by("-closed_at", "id")
    return [(survey, {state.value: counted[survey.pk][state.value] for state in State}) for survey in surveys]


def waiting_in_term(actor: Actor, term: Term) -> int:
    """Return how many free texts of a term's surveys wait for the actor's review."""
    return comments(actor).filter(state=State.WAITING, survey__term=term).count()


def next_waiting(actor: Actor, survey_id: uuid.UUID) -> SurveyComment | None:
    """Return the next text of a survey that waits; which one is next is as random as the ids."""
    return comments(actor).filter(survey_id=survey_id, state=State.WAITING).first()


def review_row(comment: SurveyComment) -> ReviewRow:
    """Open a text for its reviewer, with names taken out as a proposal."""
    text = opened_text(comment)
    propose = cleaner(names_of(comment.school_id))
    mentor = comment.mentor.name if comment.mentor else ""
    return ReviewRow(comment, question_text(comment.survey, comment.question), mentor, text, propose(text))


def names_of(school_id: int) -> set[str]:
    """Return the names of everybody at the school, students and staff."""
    students = Student.objects.of(school_id).values_list("name", flat=True)
    return {*students, *Staff.objects.of(school_id).values_list("name", flat=True)}


def released(school_id: int, survey: Survey, mentor_id: uuid.UUID | None) -> list[tuple[str, list[str]]]:
    """Return question → released texts about a mentor (or about none), in the order of their random ids."""
    return released_by_survey(school_id, [survey], mentor_id).get(survey.pk, [])


def released_by_survey(
    school_id: int, surveys: list[Survey], mentor_id: uuid.UUID | None
) -> dict[uuid.UUID, list[tuple[str, list[str]]]]:
    """Return the same of several surveys in one read."""
    rows = SurveyComment.objects.of(school_id).filter(survey__in=surveys, state=State.RELEASED, mentor_id=mentor_id)
    known = {one.pk: one for one in surveys}
    found: dict[uuid.UUID, dict[str, list[str]]] = {}
    for pk, key, text in rows.order_by("pk").values_list("survey_id", "question", "text"):
        found.setdefault(pk, {}).setdefault(question_text(known[pk], key), []).append(text)
    return {pk: list(texts.items()) for pk, texts in found.items()}


def question_text(survey: Survey, key: str) -> str:
    """Return how a question was put."""
    return next((str(one["text"]) for one in survey.questions if one["key"] == key), key)


def opened_text(comment: SurveyComment) -> str:
    """Return a sealed free text; nothing once it was decided on."""
    if not comment.sealed:
        return ""
    data = base64.b64decode(comment.sealed)
    cipher = key_of(comment.survey)
    return cipher.decrypt(data[:NONCE], data[NONCE:], bound_comment(comment)).decode().rstrip()


def bound_comment(comment: SurveyComment) -> bytes:
    """Return what a free text is bound to."""
    return f"comment:{comment.school_id}:{comment.survey_id}:{comment.pk}".encode()


def waiting_count(actor: Actor, survey_id: uuid.UUID) -> int:
    """Return how many texts of a survey wait for the actor."""
    return comments(actor).filter(survey_id=survey_id, state=State.WAITING).count()
