"""Closing a survey: figures, free texts, ballots under a new key, the tokens forgotten.

Everything is reckoned outside the transaction, which only replaces rows.
"""

import contextlib
import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import BusyError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.survey import FOR_MEAN, Figure, Question, QuestionKind, ballots_about, publish, tally
from taoli.evaluation.models import SURVEY_MOVES, Ballot, BallotToken, Survey, SurveyComment, SurveyFigure
from taoli.evaluation.queries.urn import Content, opened
from taoli.evaluation.services.comments import sealed_comment
from taoli.evaluation.services.urn import seal_anew

TRIES = 5
BATCH = 500


class _MovedOnError(Exception):
    """Somebody voted while the ballots were counted."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What closing is going to write, reckoned from these ballots."""

    survey: Survey
    ballots: frozenset[uuid.UUID]
    anew: list[Ballot]
    figures: list[SurveyFigure]
    comments: list[SurveyComment]


def close_survey(*, by: Actor, survey_id: uuid.UUID) -> Survey:
    """Close an open survey for good. TaoliError when it is not open; BusyError when votes never stop coming in."""
    for _turn in range(TRIES):
        counted = _count(by.school_id, survey_id)
        with contextlib.suppress(_MovedOnError), change(by=by, action="survey.close", object_id=survey_id) as note:
            survey = _open(by.school_id, survey_id, lock=True)
            if _ids(survey) != counted.ballots:
                raise _MovedOnError
            note.data |= {"asked": survey.asked, "answered": survey.answered}
            return _write(survey, counted)
    raise BusyError(_("Answers are coming in just now. Nothing is lost; please close the survey in a moment."))


def _open(school_id: int, survey_id: uuid.UUID, *, lock: bool = False) -> Survey:
    rows = Survey.objects.of(school_id).filter(pk=survey_id)
    survey: Survey | None = (rows.select_for_update() if lock else rows).first()
    if survey is None or Survey.State.CLOSED not in SURVEY_MOVES[Survey.State(survey.state)]:
        raise TaoliError(_("Only an open survey can be closed."))
    return survey


def _ids(survey: Survey) -> frozenset[uuid.UUID]:
    return frozenset(Ballot.objects.of(survey.school_id).filter(survey=survey).values_list("pk", flat=True))


def _count(school_id: int, survey_id: uuid.UUID) -> _Counted:
    survey = _open(school_id, survey_id)
    ballots = _ids(survey)
    contents = opened(survey)
    secrets.SystemRandom().shuffle(contents)
    questions = [Question.model_validate(one) for one in survey.questions]
    texts = {one.key for one in questions if one.kind is QuestionKind.TEXT}
    # The scored mark of a mentor stands on the appraisal's sheet from five answers on, so it is told here as well.
    fixed = {one.key for one in questions if one.scored and survey.counts}
    figures = [_figure(survey, one) for one in publish(tally(questions, contents), fixed)]
    anew = seal_anew(survey, [_without(content, texts) for content in contents])
    return _Counted(survey, ballots, anew, figures, _comments(survey, contents, texts))


def _figure(survey: Survey, figure: Figure) -> SurveyFigure:
    return SurveyFigure(
        school_id=survey.school_id,
        survey=survey,
        question=figure.question,
        place_kind=figure.place.kind.value,
        place_id=uuid.UUID(figure.place.id) if figure.place.id else None,
        n=figure.n,
        mean=figure.mean,
        counts=list(figure.counts) if figure.counts else None,
        hidden=figure.hidden,
    )


def _without(content: Content, texts: Collection[str]) -> Content:
    """A free text is kept apart from the marks that were given with it."""
    return {**content, "answers": {key: value for key, value in content["answers"].items() if key not in texts}}


def _comments(survey: Survey, contents: list[Content], texts: Collection[str]) -> list[SurveyComment]:
    """Return the free texts in the order of new random ids. One on a mentor on whom fewer than five answered is kept
    for the school as a whole: the mentor would know whose it is.
    """
    about = ballots_about(contents)
    found = []
    for content in contents:
        mentor = content.get("mentor")
        known = uuid.UUID(mentor) if mentor and about[mentor] >= FOR_MEAN else None
        for key in texts:
            text = content["answers"].get(key)
            if isinstance(text, str) and text.strip():
                found.append(sealed_comment(survey, key, known, text.strip()))
    return sorted(found, key=lambda one: one.pk)


def _write(survey: Survey, counted: _Counted) -> Survey:
    Ballot.objects.of(survey.school_id).filter(survey=survey).delete()
    BallotToken.objects.of(survey.school_id).filter(survey=survey).delete()
    Ballot.objects.bulk_create(counted.anew, batch_size=BATCH)
    SurveyFigure.objects.bulk_create(counted.figures, batch_size=BATCH)
    SurveyComment.objects.bulk_create(counted.comments, batch_size=BATCH)
    survey.key_sealed = counted.survey.key_sealed
    survey.state, survey.closed_at, survey.edit = Survey.State.CLOSED, clock.now(), survey.edit + 1
    survey.save(update_fields=["key_sealed", "state", "closed_at", "edit"])
    return survey
