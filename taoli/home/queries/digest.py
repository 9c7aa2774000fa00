"""Who leads a class or grade and is told that the week's page is there."""

import datetime as dt

from django.db.models import Q

from taoli.accounts.models import Membership, RoleHeld
from taoli.common.policy import Role
from taoli.notifications.queries.receivers import To

LEADS = (Role.HOMEROOM_TEACHER, Role.GRADE_LEAD)


def leaders(school_id: int, on: dt.date) -> list[To]:
    """Return the staff who lead a class or a grade on the day, each once."""
    held = RoleHeld.objects.filter(Q(ends=None) | Q(ends__gte=on), school_id=school_id, starts__lte=on, role__in=LEADS)
    places = Membership.objects.filter(
        school_id=school_id, person_kind=Membership.Kind.STAFF, account_id__in=held.values("account_id")
    )
    people = places.order_by("person_id").values_list("person_id", flat=True).distinct()
    return [To("staff", person) for person in people]
