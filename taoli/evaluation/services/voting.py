"""Putting answers into the urn: the token is spent, ballots are added, nothing else is written."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.unit import unit_of_work
from taoli.evaluation.models import Ballot, BallotToken, Survey
from taoli.evaluation.services.urn import ballot
from taoli.roster.models import Student


def cast(*, token: BallotToken, answers: Iterable[dict[str, Any]]) -> None:
    """Answer once: a ballot for each of {"mentor": id or None, "answers": {key: value}}. TaoliError when the token is
    spent or the survey is not open.
    """
    with unit_of_work():
        survey = Survey.objects.of(token.school_id).select_for_update().get(pk=token.survey_id)
        mine = BallotToken.objects.of(token.school_id).filter(pk=token.pk, spent=False)
        if survey.state != Survey.State.OPEN or not mine.update(spent=True):
            raise TaoliError(_("This has been answered already, or the survey has closed."))
        grade = _grade(token.school_id, token.holder_id)
        Ballot.objects.bulk_create(
            ballot(survey, {"mentor": one["mentor"], "grade": grade, "answers": one["answers"]}) for one in answers
        )
        Survey.objects.of(token.school_id).filter(pk=survey.pk).update(answered=F("answered") + 1)


def _grade(school_id: int, holder_id: uuid.UUID) -> str | None:
    rows = Student.objects.of(school_id).filter(pk=holder_id).values_list("school_class__grade_id", flat=True)
    found = rows.first()
    return str(found) if found else None
