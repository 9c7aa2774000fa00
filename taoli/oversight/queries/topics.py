"""Research topics: a school's own; at the bureau those that were handed in."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.oversight.models import FiledTopic, Step, Topic, TopicStage
from taoli.oversight.permissions import FILED_TOPIC, TOPIC


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage with its day and paper; nothing of both while it is to come."""

    label: str
    day: str
    document: str


def topics(actor: Actor) -> list[Topic]:
    """Return the topics one leads, for the office all, by title."""
    rows: QuerySet[Topic] = TOPIC.within(Topic.objects.all(), actor, "view")
    return list(rows.select_related("leader").order_by("title", "id"))


def get_topic(actor: Actor, pk: uuid.UUID, action: str) -> Topic:
    """Return one topic within reach; 404 otherwise."""
    rows: QuerySet[Topic] = TOPIC.within(Topic.objects.all(), actor, action)
    found = rows.select_related("leader", "bureau").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def stages_of(school_id: int, topic_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[dict[str, str]]]:
    """Return topic → its stages as they are handed in: step, day, document."""
    found: dict[uuid.UUID, list[dict[str, str]]] = {pk: [] for pk in topic_ids}
    rows = TopicStage.objects.of(school_id).filter(topic__in=list(topic_ids))
    order = Step.values
    for one in sorted(rows, key=lambda row: order.index(row.step)):
        found[one.topic_id].append({"step": one.step, "day": one.day.isoformat(), "document": one.document})
    return found


def lines(stages: Sequence[Mapping[str, Any]]) -> list[StageLine]:
    """Return the stages as they are shown, those to come with their names only; an early end only where it was."""
    known = {one["step"]: one for one in stages}
    ended = Step.ENDED in known
    shown = [one for one in Step if one in known or (not ended and one != Step.ENDED)]
    nothing: Mapping[str, str] = {"day": "", "document": ""}
    return [
        StageLine(str(one.label), known.get(one, nothing)["day"], known.get(one, nothing)["document"]) for one in shown
    ]


def latest(stages: Sequence[Mapping[str, Any]]) -> str:
    """Return the name of the latest stage, "" when there is none."""
    return str(Step(stages[-1]["step"]).label) if stages else ""


def filed(actor: Actor) -> list[FiledTopic]:
    """Return what schools have handed in: school by school in the order of strokes, by title."""
    rows: QuerySet[FiledTopic] = FILED_TOPIC.within(FiledTopic.objects.all(), actor, "view")
    return list(rows.select_related("member").order_by("member__sort_key", "member__code", "title", "id"))


def get_filed(actor: Actor, pk: uuid.UUID) -> FiledTopic:
    """Return one of them; 404 otherwise."""
    rows: QuerySet[FiledTopic] = FILED_TOPIC.within(FiledTopic.objects.all(), actor, "view")
    found = rows.select_related("member").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
