"""Putting an answer into the urn so that nothing tells whose it is.

One short transaction spends the right to answer and puts sealed ballots in. There is no audit row, no row of
operations, no view log and no line in a log (T-04): each has a time and a name, and stands beside others.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.unit import unit_of_work
from taoli.engine.survey import Question, QuestionKind
from taoli.evaluation.models import Ballot, BallotToken, Survey
from taoli.evaluation.queries.ballots import grade_of
from taoli.evaluation.queries.population import secret
from taoli.evaluation.queries.surveys import questions_of
from taoli.evaluation.services.urn import ballot

MOST_SIGNS = 1000
Answer = Mapping[str, Any]  # {"mentor": id or None, "answers": {key of the question: value}}


def cast(*, token: BallotToken, answers: Sequence[Answer]) -> None:
    """Answer once: `answers` has one entry for each mentor answered about (None in a survey on the whole).

    Values: points of a scale from 1, number of an option from 0, list of such numbers, text. Where nobody may be known
    the right is spent whole; whoever judges by office (homeroom teacher, office, leader) may answer about the others
    later. ConflictError: answered already; TaoliError: not open any more, not asked about, not answered, not possible.
    """
    survey = Survey.objects.of(token.school_id).get(pk=token.survey_id)
    asked = {one.key: one for one in questions_of(survey)}
    if not answers:
        raise TaoliError(_("Nothing has been answered yet."))
    grade = grade_of(token)
    rows = [
        ballot(survey, {"mentor": one["mentor"], "grade": grade, "answers": _read(asked, one["answers"])})
        for one in answers
    ]
    about = [one["mentor"] for one in answers]
    with unit_of_work():
        # The survey first, as closing does: then neither waits for the other.
        open_one = Survey.objects.of(token.school_id).filter(pk=survey.pk, state=Survey.State.OPEN)
        if open_one.select_for_update(of=("self",)).first() is None:
            raise closed()
        mine = BallotToken.objects.of(token.school_id).select_for_update(of=("self",)).filter(pk=token.pk).first()
        if mine is None:
            raise closed()
        if mine.spent:
            raise ConflictError(_("This has been answered already. An answer that is in stays as it is."))
        left = _left(survey, mine, about)
        open_one.update(answered=F("answered") + int(not left))
        mine.about, mine.spent = left, not left
        mine.save(update_fields=["about", "spent"])
        Ballot.objects.bulk_create(rows)


def closed() -> TaoliError:
    """Return the refusal of an answer that comes too late."""
    return TaoliError(_("This survey has closed; answers are no longer taken."))


def _left(survey: Survey, token: BallotToken, about: Sequence[str | None]) -> list[str]:
    """Return whom the holder may still answer about afterwards."""
    if len(set(about)) != len(about) or any(one not in (token.about or [None]) for one in about):
        raise TaoliError(_("This survey does not ask you about this mentor."))
    return [] if secret(survey) else [one for one in token.about if one not in about]


def _read(asked: Mapping[str, Question], given: Mapping[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in given.items() if value not in (None, "", [])}
    for key, question in asked.items():
        if question.required and key not in known:
            raise TaoliError(_("Please answer: %(question)s") % {"question": question.text})
    for key, value in known.items():
        if key not in asked or not _fits(asked[key], value):
            raise TaoliError(_("An answer does not fit its question. Please look at the page again."))
    return known


def _fits(question: Question, value: Any) -> bool:
    if question.kind is QuestionKind.TEXT:
        return isinstance(value, str) and len(value) <= MOST_SIGNS
    if question.kind is QuestionKind.MANY:
        return isinstance(value, list) and all(_is_option(question, one) for one in value)
    if question.kind is QuestionKind.SCALE:
        return type(value) is int and 1 <= value <= question.most
    return _is_option(question, value)


def _is_option(question: Question, value: Any) -> bool:
    return type(value) is int and 0 <= value < len(question.options)
