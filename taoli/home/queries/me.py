"""The roles of a person in words."""

from taoli.accounts.phrases import ROLES
from taoli.common.policy import Actor
from taoli.roster.models import Grade, SchoolClass


def roles_in_words(actor: Actor) -> list[str]:
    """Return each role held today with the class or grade it is held at."""
    rooms = SchoolClass.objects.of(actor.school_id).filter(pk__in=[held.class_id for held in actor.roles])
    grades = Grade.objects.of(actor.school_id).filter(pk__in=[held.grade_id for held in actor.roles])
    names = dict([*rooms.values_list("pk", "name"), *grades.values_list("pk", "name")])
    found = []
    for held in actor.roles:
        at = held.class_id or held.grade_id
        place = names.get(at) if at else None
        found.append(f"{ROLES[held.role]} · {place}" if place else str(ROLES[held.role]))
    return list(dict.fromkeys(found))
