"""The draw of a sample, as it is published, and the list it was drawn from."""

import uuid

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.survey import population_hash
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.population import STAFF, population
from taoli.roster.models import Staff, Student


def get_drawn(actor: Actor, pk: uuid.UUID) -> Survey:
    """Return a survey of the actor's school whose sample has been drawn; 404 otherwise."""
    rows = Survey.objects.of(actor.school_id).select_related("term").exclude(sample=None).exclude(opened_at=None)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def drawn_people(survey: Survey) -> list[tuple[str, str]]:
    """Return (number, name) of those who were drawn, by number; none once the survey has closed and forgotten them."""
    rows = BallotToken.objects.of(survey.school_id).filter(survey=survey)
    ids = dict(rows.values_list("holder_id", "holder_kind"))
    model = Staff if STAFF in ids.values() else Student
    return list(model.objects.of(survey.school_id).filter(pk__in=ids).order_by("number").values_list("number", "name"))


def listed_numbers(survey: Survey) -> str:
    """Return the list as roster and pairings give it today, one number a line."""
    return "".join(f"{one.number}\n" for one in population(survey))


def unchanged(survey: Survey) -> bool:
    """Say whether today's list still is the one that was drawn from."""
    return population_hash(one.number for one in population(survey)) == survey.population_hash
