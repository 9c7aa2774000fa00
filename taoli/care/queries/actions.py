"""What conferences have given somebody to do."""

import uuid

from django.db.models import F
from django.http import Http404

from taoli.care.models import ConferenceAction
from taoli.care.permissions.conferences import ACTION
from taoli.care.queries.conferences import title_of
from taoli.care.queries.meetings import ActionRow, action_row
from taoli.common.policy import Actor

MOST_PAST = 20


def my_actions(actor: Actor) -> tuple[list[ActionRow], list[ActionRow]]:
    """Return the own open actions by day, and the latest settled ones; two queries."""
    rows = ACTION.within(ConferenceAction.objects.filter(dropped_at=None), actor, "settle")
    rows = rows.select_related("owner", "student", "conference__school_class", "conference__grade")
    still = rows.filter(done_on=None).order_by("due_on", "id")
    past = rows.exclude(done_on=None).order_by(F("done_on").desc(), "-id")[:MOST_PAST]
    return [_row(one) for one in still], [_row(one) for one in past]


def get_action(actor: Actor, pk: uuid.UUID) -> ConferenceAction:
    """Return one of the own actions; 404 for anybody else's."""
    found: ConferenceAction | None = ACTION.within(ConferenceAction.objects.filter(pk=pk), actor, "settle").first()
    if found is None:
        raise Http404
    return found


def _row(one: ConferenceAction) -> ActionRow:
    return action_row(one, title_of(one.conference))
