"""Coded sheets on paper: whose code is whose is known to the server only, and only until closing."""

import uuid

from django.http import Http404
from django.utils.crypto import salted_hmac

from taoli.common.policy import Actor
from taoli.engine.survey import Question
from taoli.evaluation.models import BallotToken, Survey
from taoli.matching.queries.codes import plain_code
from taoli.roster.models import SchoolClass, Staff

SALT = "taoli.evaluation.ballot_code"  # as for codes that are typed by whoever answers: a code is a code


def paper_hash(text: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def tokens_by_code(survey: Survey, codes: list[str]) -> dict[str, BallotToken]:
    """Return code as typed → the right to answer, of this survey only."""
    hashes = {paper_hash(code): code for code in codes if plain_code(code)}
    rows = BallotToken.objects.of(survey.school_id).filter(survey=survey, code_hash__in=list(hashes))
    return {hashes[row.code_hash]: row for row in rows}


def about(token: BallotToken) -> list[Staff | None]:
    """Return the mentors a sheet asks about, by staff number; one None where it asks about no mentor."""
    rows = Staff.objects.of(token.school_id).filter(pk__in=token.about).order_by("number")
    return list(rows) or [None]


def rooms_of(survey: Survey) -> list[SchoolClass]:
    """Return the classes of the grades that are asked."""
    rows = SchoolClass.objects.of(survey.school_id).select_related("grade")
    if survey.grades:
        rows = rows.filter(grade_id__in=survey.grades)
    return list(rows.order_by("grade__order", "number"))


def room_of(actor: Actor, survey: Survey, pk: uuid.UUID) -> SchoolClass:
    """Return one of these classes; 404 otherwise."""
    found = next((one for one in rooms_of(survey) if one.pk == pk), None)
    if found is None or found.school_id != actor.school_id:
        raise Http404
    return found


def questions_on(survey: Survey) -> list[Question]:
    """Return the questions as they stand on the sheet."""
    return [Question.model_validate(one) for one in survey.questions]
