"""Free texts of closed surveys: sealing, release without names, holding back."""

import base64
import os
import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import COMMENT_MOVES, Survey, SurveyComment
from taoli.evaluation.queries.comments import bound_comment, get_comment
from taoli.evaluation.queries.urn import NONCE, key_of

STEP = 512  # bytes, as for ballots
State = SurveyComment.State


def sealed_comment(survey: Survey, question: str, mentor_id: uuid.UUID | None, text: str) -> SurveyComment:
    """Return a free text sealed under the survey's key, not yet stored."""
    row = SurveyComment(school_id=survey.school_id, survey=survey, question=question, mentor_id=mentor_id)
    nonce, plain = os.urandom(NONCE), text.encode()
    plain += b" " * (-len(plain) % STEP)
    row.sealed = base64.b64encode(nonce + key_of(survey).encrypt(nonce, plain, bound_comment(row))).decode()
    return row


def release_comment(*, by: Actor, pk: uuid.UUID, text: str, edit: int) -> SurveyComment:
    """Release a text as the reviewer leaves it, for good; the text as written is forgotten. TaoliError when it is empty
    or decided already; 404 for the mentor it is about.
    """
    if not text.strip():
        raise TaoliError(_("Nothing is left to release. Hold the text back instead."))
    return _decide(by, pk, State.RELEASED, text.strip(), edit)


def hold_comment(*, by: Actor, pk: uuid.UUID, edit: int) -> SurveyComment:
    """Hold a text back: nobody reads it any more, and it is forgotten."""
    return _decide(by, pk, State.HELD, "", edit)


def _decide(by: Actor, pk: uuid.UUID, state: str, text: str, edit: int) -> SurveyComment:
    found = get_comment(by, pk)
    with change(by=by, action=f"survey.comment_{state}", object_id=found.survey_id):
        row = SurveyComment.objects.of(by.school_id).select_for_update().get(pk=found.pk)
        if row.edit != edit or State(state) not in COMMENT_MOVES[State(row.state)]:
            raise ConflictError(_("Somebody has decided on this text meanwhile."))
        row.state, row.text, row.sealed, row.reviewed_by, row.edit = state, text, "", by.person_id, edit + 1
        row.save(update_fields=["state", "text", "sealed", "reviewed_by", "edit"])
    return row
