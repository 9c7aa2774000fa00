"""Whose word an item waits for, and who may give it on which sheet."""

import uuid
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from taoli.common.policy import Actor, Role
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor as Body
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.permissions import SHEET
from taoli.schemes.queries import rules

if TYPE_CHECKING:
    from django.db.models import QuerySet

# Bodies without accounts of their own (a party branch, a teaching office …) speak through the assessment group.
ROLES = {Body.LEAD_MENTOR: Role.HOMEROOM_TEACHER, Body.MORAL_OFFICE: Role.MORAL_OFFICE}


def bodies(scheme: Scheme) -> dict[str, Body]:
    """Return item → the body whose word the scheme asks for, of the items that ask for one."""
    found: dict[str, Body] = {}
    for item in scheme.appraisal.items if scheme.appraisal else ():
        method = item.method_in_force
        body = method.who if method.method == "assessor" else getattr(method, "ticked_by", None)
        if body is not None:
            found[item.key] = body
    return found


def own_items(actor: Actor, scheme: Scheme) -> frozenset[str]:
    """Return the items on which the actor's roles give the word; the office may for everybody."""
    asked = bodies(scheme)
    if actor.holds(Role.MORAL_OFFICE):
        return frozenset(asked)
    return frozenset(key for key, body in asked.items() if actor.holds(ROLES.get(body, Role.ASSESSOR)))


def judged(actor: Actor, run: AppraisalRun, mentors: Collection[uuid.UUID] | None = None) -> "QuerySet[AppraisalSheet]":
    """Return the sheets whose items the actor may judge, by staff number: never the own one."""
    rows: QuerySet[AppraisalSheet] = SHEET.within(AppraisalSheet.objects.filter(run=run), actor, "judge")
    if mentors is not None:
        rows = rows.filter(mentor_id__in=list(mentors))
    return rows.exclude(mentor_id=actor.person_id).select_related("mentor").order_by("mentor__number", "id")


def signable(actor: Actor, run: AppraisalRun, sheets: Iterable[AppraisalSheet]) -> frozenset[str]:
    """Return the items that wait for the actor's word on one of these sheets; what waits on the own is not for them."""
    others = [sheet for sheet in sheets if sheet.mentor_id != actor.person_id]
    waiting = {item["key"] for sheet in others for item in sheet.items if item["state"] == "waiting"}
    return own_items(actor, rules(run.scheme)) & waiting
