"""A bureau begins: its area, its fence, its first officer."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from taoli.accounts import services as accounts
from taoli.accounts.models import Account, Membership
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import Area, School
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, Role, system
from taoli.common.unit import change
from taoli.engine.scoring import stroke_key
from taoli.oversight.models import Member
from taoli.roster.models import Staff
from taoli.roster.services.names import sort_key


@dataclass(frozen=True, slots=True)
class Place:
    """What a bureau is called, of which area it is, and below which city's area."""

    code: str
    name: str
    area: str
    kind: str
    parent: Area | None = None


def start_bureau(place: Place) -> School:
    """Make a bureau and, where there is none of the name, its area; TaoliError: code or area is taken."""
    if School.objects.filter(code=place.code).exists():
        raise TaoliError(_("There is an institution with the code %(code)s already.") % {"code": place.code})
    with transaction.atomic():
        area, _new = Area.objects.get_or_create(name=place.area, kind=place.kind, parent=place.parent)
        if School.objects.filter(kind=School.Kind.BUREAU, area=area).exists():
            raise TaoliError(_("%(area)s has a bureau already.") % {"area": area.name})
        return School.objects.create(code=place.code, name=place.name, area=area, kind=School.Kind.BUREAU)


def add_person(*, by: Actor, bureau: School, number: str, name: str, role: Role, username: str) -> Account:
    """Take somebody into the bureau with a role: officer, reviewer or station staff."""
    if role not in {Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF, Role.ADMIN}:
        raise TaoliError(_("This role is of a school, not of a bureau."))
    with change(by=by, action="bureau.add_person", role=role) as note:
        row, _new = Staff.objects.of(bureau).get_or_create(
            school=bureau, number=number, defaults={"name": name, "sort_key": sort_key(name)}
        )
        account = accounts.open_account(
            by=by,
            school=bureau,
            username=username,
            person_kind=Membership.Kind.STAFF,
            person_id=row.pk,
            name=row.name,
        )
        accounts.give_role(by=by, account=account, role=role)
        note.object_id = row.pk
    return account


def by_strokes(name: str) -> str:
    """Return a text by which names sort in the order of strokes."""
    strokes, place, text = stroke_key(name)
    return f"{strokes:03}{place:04} {text}"


def join_hosted(*, school: School, stages: tuple[str, ...] = ()) -> list[Member]:
    """Enter a school of this installation with every bureau above it, each in its own transaction; known ones stay.

    TaoliError: the school has no district, or another member bears its code. Returns the rows, the nearest first.
    """
    ensure_free(school)
    return [enter_hosted(by=system(one.pk), school=school, stages=stages) for one in bureaus_above(school.pk)]


def enter_hosted(*, by: Actor, school: School, stages: tuple[str, ...]) -> Member:
    """Enter a school of this installation with one bureau; a known one stays as it is."""
    known = {"name": school.name, "sort_key": by_strokes(school.name), "district": school.area, "stages": list(stages)}
    with change(by=by, action="member.join", code=school.code) as note:
        row, _new = Member.objects.of(by.school_id).get_or_create(
            school_id=by.school_id,
            code=school.code,
            defaults={**known, "hosted": school, "joined_on": clock.today()},
        )
        _ensure_same(row, school)
        note.object_id = row.pk
    return row


def ensure_free(school: School) -> None:
    """Refuse a school that has no district, or whose code another school bears at a bureau above."""
    if school.area is None or school.area.kind != Area.Kind.DISTRICT:
        raise TaoliError(_("Please set the district of %(school)s first.") % {"school": school.name})
    for bureau in bureaus_above(school.pk):
        for row in Member.objects.of(bureau).filter(code=school.code):
            _ensure_same(row, school)


def _ensure_same(row: Member, school: School) -> None:
    if row.hosted_id != school.pk:
        raise TaoliError(
            _("The code %(code)s is borne by %(school)s already. One of both schools needs another code.")
            % {"code": school.code, "school": row.name}
        )
