"""Closing a survey (the piece `results` counts the answers here)."""

import uuid

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import BallotToken, Survey


def close_survey(*, by: Actor, survey_id: uuid.UUID) -> Survey:
    """Close it: nobody can answer any more, and who could is forgotten."""
    with change(by=by, action="survey.close", object_id=survey_id):
        row = Survey.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=survey_id)
        row.state, row.closed_at, row.edit = Survey.State.CLOSED, clock.now(), row.edit + 1
        row.save(update_fields=["state", "closed_at", "edit"])
        BallotToken.objects.of(by.school_id).filter(survey=row).delete()
    return row
