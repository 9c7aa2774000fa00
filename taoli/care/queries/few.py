"""The named few: who is told of a report of harm, and who is not because it concerns them."""

import uuid
from collections.abc import Collection

from taoli.care.models import HarmReader, SafetyOfficer
from taoli.care.queries.finding import office_of
from taoli.common.policy import Actor, Role
from taoli.roster.models import Staff
from taoli.roster.queries.watch import reachable

OFFICES = (Role.PRINCIPAL, Role.MORAL_OFFICE, Role.COUNSELLOR)


def officers(school_id: int) -> list[SafetyOfficer]:
    """Return whom the school has named, by name."""
    rows = SafetyOfficer.objects.of(school_id).filter(ended_at=None, staff__left_on=None).select_related("staff")
    return list(rows.order_by("staff__sort_key", "id"))


def _able(school_id: int) -> list[uuid.UUID]:
    """Return the officers who can open anything: for the others a slip on paper would be printed."""
    named = [one.staff_id for one in officers(school_id)]
    able = reachable(school_id, named)
    return [pk for pk in named if pk in able]


def few_of(school_id: int, but: Collection[uuid.UUID]) -> list[tuple[str, uuid.UUID]]:
    """Return (office, id of the staff) of the named few without those concerned; empty: nobody is left."""
    named = [(HarmReader.As.OFFICER.value, pk) for pk in _able(school_id)]
    return [(office, pk) for office, pk in [*office_of(school_id, OFFICES), *named] if pk not in but]


def seconds(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name) of who may be the actor's second person."""
    own = [actor.person_id] if actor.person_id else []
    return [(str(one.pk), one.name) for one in second_for(actor.school_id, but=own)]


def second_for(school_id: int, but: Collection[uuid.UUID]) -> list[Staff]:
    """Return who may be the second person when the glass is broken: safety officers, moral office, other principals."""
    named = _able(school_id)
    offices = [pk for _role, pk in office_of(school_id, (Role.MORAL_OFFICE, Role.PRINCIPAL))]
    wanted = [pk for pk in dict.fromkeys([*named, *offices]) if pk not in but]
    known = Staff.objects.of(school_id).in_bulk(wanted)
    return [known[pk] for pk in wanted if pk in known]
