"""Applications for stars of the area as the school sees them: open rounds, its own evidence, what waits, what came."""

import uuid
from typing import Any

from django.db.models import Max, Min, Q, QuerySet, Sum
from django.http import Http404

from taoli.common import clock
from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.evaluation.models import (
    AppraisalRun,
    AppraisalSheet,
    Objection,
    StarApplication,
    Story,
    TrainingPart,
)
from taoli.matching.models import Pairing
from taoli.oversight.models import StarCandidacy, StarRound, StarTitle
from taoli.oversight.permissions import CANDIDACY, STAR_TITLE
from taoli.roster.models import Staff

YEAR = 365
OFFERED = Q(state__in=["open", "review", "notice", "result"])


def offered_rounds(actor: Actor) -> list[StarRound]:
    """Return the rounds the bureaus above have published, those still open first."""
    rows = offered(actor, StarRound, OFFERED).select_related("school")
    return sorted(rows.order_by("-apply_until", "id"), key=lambda one: one.state != "open")


def get_offered(actor: Actor, pk: uuid.UUID) -> StarRound:
    """Return one published round of a bureau above; 404 otherwise."""
    found = offered(actor, StarRound, OFFERED).filter(pk=pk).select_related("school").first()
    if found is None:
        raise Http404
    return found


def evidence_of(mentor: Staff) -> dict[str, Any]:
    """Return what the school's own records show of a mentor, in numbers: the members of `engine.stars.Evidence`."""
    school = mentor.school_id
    first = Pairing.objects.of(school).filter(mentor=mentor).aggregate(day=Min("starts"))["day"]
    sheets = AppraisalSheet.objects.of(school).filter(mentor=mentor, run__state=AppraisalRun.State.PUBLISHED)
    granted = StarApplication.objects.of(school).filter(mentor=mentor, state=StarApplication.State.GRANTED)
    hours = TrainingPart.objects.of(school).filter(staff=mentor).aggregate(sum=Sum("hours"))["sum"]
    return {
        "years": (clock.today() - first).days // YEAR if first else 0,
        "hours": float(hours or 0),
        "appraisals": sheets.count(),
        "star": granted.aggregate(level=Max("level"))["level"] or 0,
        "stories": Story.objects.of(school).filter(author=mentor, state=Story.State.ACCEPTED).count(),
        "open_objections": Objection.objects.of(school)
        .filter(sheet__mentor=mentor, state=Objection.State.OPEN)
        .count(),
    }


def own_staff(actor: Actor) -> Staff:
    """Return the actor's own row of the staff; 404 for whoever has none."""
    me = actor.person_id
    found = Staff.objects.of(actor.school_id).filter(pk=me).first() if me else None
    if found is None:
        raise Http404
    return found


def colleagues(actor: Actor) -> list[Staff]:
    """Return who may stand in a team beside the actor: mentors of the school, by number."""
    paired = Pairing.objects.of(actor.school_id).values("mentor")
    rows = Staff.objects.of(actor.school_id).filter(pk__in=paired)
    return [one for one in rows.order_by("number", "id") if one.pk != actor.person_id]


def own_candidacies(actor: Actor) -> list[StarCandidacy]:
    """Return the actor's own applications, the latest first."""
    rows: QuerySet[StarCandidacy] = CANDIDACY.within(StarCandidacy.objects.all(), actor, "own")
    return list(rows.select_related("bureau").order_by("-consented_at", "id"))


def candidacies(actor: Actor) -> list[StarCandidacy]:
    """Return the school's applications, those that wait for it first."""
    rows: QuerySet[StarCandidacy] = CANDIDACY.within(StarCandidacy.objects.all(), actor, "endorse")
    found = list(rows.select_related("mentor", "bureau").order_by("-consented_at", "id"))
    return sorted(found, key=lambda one: one.state != StarCandidacy.State.SENT)


def get_candidacy(actor: Actor, pk: uuid.UUID, action: str) -> StarCandidacy:
    """Return one application within reach; 404 otherwise."""
    rows: QuerySet[StarCandidacy] = CANDIDACY.within(StarCandidacy.objects.all(), actor, action)
    found = rows.filter(pk=pk).select_related("mentor", "bureau", "school").first()
    if found is None:
        raise Http404
    return found


def candidacy_for(actor: Actor, round_id: uuid.UUID) -> StarCandidacy | None:
    """Return the actor's own application for a round, or None."""
    rows: QuerySet[StarCandidacy] = CANDIDACY.within(StarCandidacy.objects.all(), actor, "own")
    return rows.filter(round_id=round_id).first()


def people_of(row: StarCandidacy) -> list[Staff]:
    """Return the people of an application, the applicant first."""
    known = {str(one.pk): one for one in Staff.objects.of(row.school_id).filter(pk__in=row.people)}
    return [known[pk] for pk in row.people if pk in known]


def titles(actor: Actor) -> list[StarTitle]:
    """Return the actor's stars of the area, the latest first."""
    rows: QuerySet[StarTitle] = STAR_TITLE.within(StarTitle.objects.all(), actor, "own")
    return list(rows.order_by("-since", "id"))


def get_title(actor: Actor, pk: uuid.UUID) -> StarTitle:
    """Return one of the actor's stars; 404 otherwise."""
    rows: QuerySet[StarTitle] = STAR_TITLE.within(StarTitle.objects.all(), actor, "own")
    found = rows.filter(pk=pk).select_related("school").first()
    if found is None:
        raise Http404
    return found


def title_codes(school_id: int, mentor_id: uuid.UUID) -> list[str]:
    """Return the codes of a mentor's stars that hold: what a round of the city asks for."""
    today = clock.today()
    rows = StarTitle.objects.of(school_id).filter(mentor_id=mentor_id, withdrawn_on=None, until__gte=today)
    return list(rows.order_by("-since", "id").values_list("code", flat=True))
