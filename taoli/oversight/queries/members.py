"""The schools of a bureau, and the bureaus of a school."""

import uuid

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.models import Area, School
from taoli.common.policy import Actor
from taoli.engine.package import fingerprint
from taoli.oversight.models import Member
from taoli.oversight.permissions import MEMBER


def members(actor: Actor) -> QuerySet[Member]:
    """Return the schools of the actor's bureau in the order of strokes, those that left included."""
    rows: QuerySet[Member] = MEMBER.within(Member.objects.all(), actor, "view")
    return rows.select_related("district", "successor").order_by("sort_key", "code")


def get_member(actor: Actor, pk: uuid.UUID) -> Member:
    """Return one school of the bureau; 404 otherwise."""
    row = members(actor).select_related("compared_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def successors(actor: Actor, pk: uuid.UUID) -> list[tuple[str, str]]:
    """Return (id, name) of the schools in which one may go up."""
    rows = members(actor).filter(left_on=None).exclude(pk=pk)
    return [(str(one.pk), one.name) for one in rows]


def joinable(actor: Actor) -> list[School]:
    """Return the schools of this installation that lie in the bureau's area and are no members, by name;
    no school of another area.
    """
    bureau = School.objects.select_related("area").get(pk=actor.school_id)
    known = set(Member.objects.of(actor.school_id).values_list("code", flat=True))
    near = [one.pk for one in districts_of(bureau)]
    rows = School.objects.filter(kind=School.Kind.SCHOOL, area__in=near).select_related("area").order_by("name", "pk")
    return [one for one in rows if one.code not in known]


def district_choices(actor: Actor) -> list[tuple[int, str]]:
    """Return (id, name) of the bureau's districts."""
    bureau = School.objects.select_related("area").get(pk=actor.school_id)
    return [(one.pk, one.name) for one in districts_of(bureau)]


def digits_of(row: Member) -> str:
    """Return the digits of a school's card, empty before there is one."""
    return fingerprint(row.sign_key, row.box_key) if row.sign_key and row.box_key else ""


def districts_of(bureau: School) -> list[Area]:
    """Return the districts of a bureau's area: itself when it is a district, else those below, by name."""
    if bureau.area is None:
        return []
    near = Q(pk=bureau.area_id, kind=Area.Kind.DISTRICT) | Q(parent=bureau.area_id, kind=Area.Kind.DISTRICT)
    return list(Area.objects.filter(near).order_by("name", "pk"))


def bureau_by_code(code: str) -> School:
    """Return a bureau of this installation. TaoliError: there is none of this code."""
    found = School.objects.filter(kind=School.Kind.BUREAU, code=code).first()
    if found is None:
        raise TaoliError(_("There is no bureau with this code here."))
    return found
