"""Whom the school names beside its offices."""

from django.utils.translation import gettext as _

from taoli.care.models import SafetyOfficer
from taoli.care.permissions.harm import OFFICER
from taoli.care.queries.finding import staff_called
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change


def name_officers(*, by: Actor, names: str) -> None:
    """Name these as safety officers, and nobody else from now on. TaoliError: nobody of the staff is called so."""
    with change(by=by, action="officers.name") as note:
        staff, strange = staff_called(by.school_id, names)
        if strange or not OFFICER.may(by, "edit"):
            raise TaoliError(_("Nobody of the staff is called %(names)s.") % {"names": "、".join(strange)})
        wanted = {one.pk for one in staff if one.left_on is None}
        rows = SafetyOfficer.objects.of(by.school_id).filter(ended_at=None)
        rows.exclude(staff_id__in=wanted).update(ended_at=clock.now())
        known = set(rows.values_list("staff_id", flat=True))
        SafetyOfficer.objects.bulk_create(
            SafetyOfficer(school_id=by.school_id, staff_id=pk, since=clock.today()) for pk in sorted(wanted - known)
        )
        note.data["count"] = len(wanted)
