"""Corrections to the staff and the classes by hand."""

import uuid
from typing import Any

from django.utils.translation import gettext as _

from taoli.accounts.services import rename_person
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import SchoolClass, Staff
from taoli.roster.services.homerooms import lay
from taoli.roster.services.names import sort_key
from taoli.roster.services.people import sync_all_roles

STAFF_FIELDS = (
    *("name", "number", "phone", "introduction", "reach_times"),
    *("subject", "kind", "vetted_on", "until"),
)


def edit_staff(*, by: Actor, staff: Staff, facts: dict[str, Any]) -> Staff:
    """Change some of STAFF_FIELDS; TaoliError: another's number, an intern without a last day, a future check."""
    _refuse(facts)
    number = facts.get("number", staff.number)
    twin = Staff.objects.of(by.school_id).filter(number=number).exclude(pk=staff.pk).first()
    if twin:
        raise TaoliError(
            _("The staff number %(number)s belongs to %(name)s already.") % {"number": number, "name": twin.name}
        )
    turns = facts.get("kind", staff.kind) != staff.kind
    with change(by=by, action="staff.edit", object_id=staff.pk, fields=sorted(facts)):
        for name in STAFF_FIELDS:
            if name in facts:
                setattr(staff, name, facts[name])
        staff.sort_key = sort_key(staff.name)
        staff.save(update_fields=[*(name for name in STAFF_FIELDS if name in facts), "sort_key"])
        if "name" in facts:
            rename_person(by=by, person_id=staff.pk, name=staff.name)
        if turns:  # whoever is of the school and who comes from outside reach different things
            sync_all_roles(by=by)
    return staff


def add_guest(*, by: Actor, facts: dict[str, Any]) -> Staff:
    """Take a mentor from outside into the staff under the next number (W001 …); TaoliError as `edit_staff`."""
    _refuse(facts)
    with change(by=by, action="staff.add_guest", kind=facts["kind"]) as note:
        taken = set(Staff.objects.of(by.school_id).filter(number__startswith="W").values_list("number", flat=True))
        number = next(one for n in range(1, 1000) if (one := f"W{n:03}") not in taken)
        row = Staff(school_id=by.school_id, number=number, sort_key=sort_key(facts["name"]), **facts)
        row.save(force_insert=True)
        note.object_id = row.pk
    return row


def _refuse(facts: dict[str, Any]) -> None:
    if facts.get("kind") == Staff.Kind.ASSISTANT and not facts.get("until"):
        raise TaoliError(_("An intern needs a last day at the school."))
    vetted = facts.get("vetted_on")
    if vetted and vetted > clock.today():
        raise TaoliError(_("The day of the check cannot lie in the future."))


def edit_class(*, by: Actor, room: SchoolClass, name: str, homeroom_teacher: Staff | None) -> SchoolClass:
    """Rename a class or give it another homeroom teacher, whose reach begins today while the former one's ends.

    TaoliError when another class has the name.
    """
    if SchoolClass.objects.of(by.school_id).filter(name=name).exclude(pk=room.pk).exists():
        raise TaoliError(_("There is a class called %(name)s already.") % {"name": name})
    with change(by=by, action="class.edit", object_id=room.pk, name=name, homeroom=_pk(homeroom_teacher)):
        room.name, room.homeroom_teacher = name, homeroom_teacher
        room.save(update_fields=["name", "homeroom_teacher"])
        sync_all_roles(by=by)
        lay(by, room)
    return room


def _pk(staff: Staff | None) -> uuid.UUID | None:
    return staff.pk if staff else None
