"""The schools of a bureau: they join with their card or from this installation, leave, go up in another one."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import Area, School
from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor, system
from taoli.common.unit import afterwards, change
from taoli.engine.package import SchoolCard, fingerprint
from taoli.handover.services.partners import card_of
from taoli.oversight.models import Member
from taoli.oversight.queries.members import districts_of
from taoli.oversight.services.bureaus import by_strokes, ensure_free, enter_hosted
from taoli.oversight.services.taking_in import begin_anew

LAST_DIGITS = 10


@dataclass(frozen=True, slots=True)
class About:
    """What a bureau notes of a school: its district, its stages (several for nine and twelve years), its campuses, and
    whom to call there.
    """

    district: int
    stages: Sequence[str] = ()
    campuses: int = 1
    contact: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A school as its district knows it, as a plain value for the bureau above."""

    code: str
    name: str
    district: int
    stages: tuple[str, ...]
    campuses: int
    contact: str
    telephone: str
    sign_key: str
    box_key: str
    compared_on: dt.date | None
    left_on: dt.date | None
    successor: str


def join_by_card(*, by: Actor, card: str, about: About) -> Member:
    """Enter a school on its own server by its card; its key is believed after somebody has compared the digits.

    A known school's new card brings new keys: they are compared anew, and its summaries begin a new chain.
    TaoliError: no card, no district of this bureau, a code that another school bears (named in the sentence).
    """
    told, district = card_of(card), _district(by.school_id, about.district)
    _free(by.school_id, told)
    with change(by=by, action="member.join", code=told.code) as note:
        row = Member.objects.of(by.school_id).filter(code=told.code).first() or Member(
            school_id=by.school_id, code=told.code, joined_on=clock.today()
        )
        known = bool(row.sign_key)
        if (row.sign_key, row.box_key) != (told.sign_key, told.box_key):
            row.sign_key, row.box_key, row.compared_on, row.compared_by_id = told.sign_key, told.box_key, None, None
        row.name, row.sort_key, row.address = told.name, by_strokes(told.name), told.address
        _noted(row, district, about)
        row.left_on, row.successor = None, None
        row.edit += 1
        row.save()
        if known and row.compared_on is None:
            begin_anew(bureau_id=by.school_id, member_id=row.pk)
        note.object_id = row.pk
    return row


def join_inside(*, by: Actor, code: str, about: About) -> Member:
    """Enter a school of this installation whose district belongs to the bureau; every bureau above gets it afterwards.

    TaoliError: no such school in the bureau's area, or another school bears its code at one of these bureaus.
    """
    districts = [one.pk for one in districts_of(School.objects.select_related("area").get(pk=by.school_id))]
    school = School.objects.filter(code=code, kind=School.Kind.SCHOOL, area__in=districts).first()
    if school is None:
        raise TaoliError(_("There is no school with this code in the area."))
    stages = tuple(about.stages)
    ensure_free(school)
    row = enter_hosted(by=by, school=school, stages=stages)
    others = [system(one.pk) for one in bureaus_above(school.pk) if one.pk != by.school_id]
    afterwards(lambda: [enter_hosted(by=one, school=school, stages=stages) for one in others])
    return row


def compare_digits(*, by: Actor, pk: uuid.UUID, edit: int, digits: str) -> Member:
    """Believe a school's key: somebody at the school has read its own digits out, the last ten are typed here.

    TaoliError: other digits, nothing is believed; ConflictError: the key changed meanwhile.
    """
    with change(by=by, action="member.compare", object_id=pk):
        row = _locked(by, pk, edit)
        if not row.sign_key:
            raise TaoliError(_("This school has handed in no card yet."))
        plain = fingerprint(row.sign_key, row.box_key).replace(" ", "")
        if "".join(digits.split()) != plain[-LAST_DIGITS:]:
            raise TaoliError(
                _("The digits differ. Have them read out again; if they still differ, this is not that school's card.")
            )
        row.compared_on, row.compared_by_id = clock.today(), by.person_id
        row.edit += 1
        row.save(update_fields=["compared_on", "compared_by", "edit"])
    _pass_on(row)
    return row


def change_member(*, by: Actor, pk: uuid.UUID, edit: int, about: About) -> Member:
    """Change a school's district, stages and campuses, and whom to call there."""
    district = _district(by.school_id, about.district)
    with change(by=by, action="member.change", object_id=pk):
        row = _locked(by, pk, edit)
        _noted(row, district, about)
        row.edit += 1
        row.save(update_fields=["district", "stages", "campuses", "contact", "telephone", "edit"])
    _pass_on(row)
    return row


def leave(*, by: Actor, pk: uuid.UUID, edit: int, on: dt.date, successor: uuid.UUID | None = None) -> Member:
    """Let a school leave on a day, or go up in another one; what it handed in stays, and stays comparable.

    TaoliError: the day lies ahead, it has left already, the successor is none of the bureau's schools or has left.
    """
    if on > clock.today():
        raise TaoliError(_("Please choose a day that has come."))
    with change(by=by, action="member.leave", object_id=pk, successor=successor):
        row = _locked(by, pk, edit)
        if row.left_on:
            raise TaoliError(_("%(school)s has left already.") % {"school": row.name})
        others = Member.objects.of(by.school_id).filter(left_on=None).exclude(pk=pk)
        into = others.filter(pk=successor).first() if successor else None
        if successor and into is None:
            raise TaoliError(_("Please choose another school that is a member."))
        row.left_on, row.successor = on, into
        row.edit += 1
        row.save(update_fields=["left_on", "successor", "edit"])
    _pass_on(row)
    return row


def come_back(*, by: Actor, pk: uuid.UUID, edit: int) -> Member:
    """Take a school in again that had left."""
    with change(by=by, action="member.come_back", object_id=pk):
        row = _locked(by, pk, edit)
        row.left_on, row.successor = None, None
        row.edit += 1
        row.save(update_fields=["left_on", "successor", "edit"])
    _pass_on(row)
    return row


def start_again(*, by: Actor, pk: uuid.UUID, edit: int) -> Member:
    """Let a school's next summary begin a new chain: its server was restored from an older backup."""
    with change(by=by, action="member.start_again", object_id=pk):
        row = _locked(by, pk, edit)
        row.counts_from = begin_anew(bureau_id=by.school_id, member_id=row.pk)
        row.edit += 1
        row.save(update_fields=["edit"])
    return row


def facts_of(row: Member) -> Facts:
    """Return what the bureau above is told of a school."""
    into = Member.objects.of(row.school_id).filter(pk=row.successor_id).first() if row.successor_id else None
    return Facts(
        code=row.code,
        name=row.name,
        district=row.district_id,
        stages=tuple(row.stages),
        campuses=row.campuses,
        contact=row.contact,
        telephone=row.telephone,
        sign_key=row.sign_key,
        box_key=row.box_key,
        compared_on=row.compared_on,
        left_on=row.left_on,
        successor=into.code if into else "",
    )


def _pass_on(row: Member) -> None:
    facts = facts_of(row)
    afterwards(lambda: pass_on(bureau_id=row.school_id, facts=facts))


def pass_on(*, bureau_id: int, facts: Facts) -> None:
    """Tell the bureaus above, each in a transaction of its own; a school whose key nobody compared is not told of.

    A bureau above that knows the code for another school keeps its own row: its officers settle that.
    """
    for above in bureaus_above(bureau_id):
        row = Member.objects.of(above).filter(code=facts.code).first()
        if (row is None and facts.compared_on is None) or (row is not None and row.name != facts.name):
            continue
        with change(by=system(above.pk), action="member.passed_on", code=facts.code) as note:
            row = row or Member(school=above, code=facts.code, name=facts.name, joined_on=clock.today())
            note.object_id = _told(row, facts)


def _told(row: Member, facts: Facts) -> uuid.UUID:
    """Bring a bureau's row to what its district says; a school of this installation has its key from the database."""
    anew = bool(row.sign_key) and row.sign_key != facts.sign_key and not row.hosted_id
    if not row.hosted_id:
        row.sign_key, row.box_key, row.compared_on = facts.sign_key, facts.box_key, facts.compared_on
    row.sort_key, row.district_id = by_strokes(facts.name), facts.district
    row.stages, row.campuses, row.left_on = list(facts.stages), facts.campuses, facts.left_on
    row.contact, row.telephone = facts.contact, facts.telephone
    row.successor = Member.objects.of(row.school_id).filter(code=facts.successor).first() if facts.successor else None
    row.edit += 1
    row.save()
    if anew:
        begin_anew(bureau_id=row.school_id, member_id=row.pk)
    return row.pk


def _noted(row: Member, district: Area, about: About) -> None:
    row.district, row.stages, row.campuses = district, list(about.stages), about.campuses
    row.contact, row.telephone = about.contact, about.telephone


def _district(bureau_id: int, pk: int) -> Area:
    bureau = School.objects.select_related("area").get(pk=bureau_id)
    found = next((one for one in districts_of(bureau) if one.pk == pk), None)
    if found is None:
        raise TaoliError(_("Please choose a district of this bureau."))
    return found


def _free(bureau_id: int, told: SchoolCard) -> None:
    """Refuse a code that another school bears: a member here, or a school of this installation."""
    known = Member.objects.of(bureau_id).filter(code=told.code).first()
    inside = School.objects.filter(code=told.code).first()
    other = (known.name if known and (known.name != told.name or known.hosted_id) else "") or (
        inside.name if inside else ""
    )
    if other:
        raise TaoliError(
            _("The code %(code)s is borne by %(school)s already. One of both schools needs another code.")
            % {"code": told.code, "school": other}
        )


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> Member:
    row = Member.objects.of(by.school_id).select_for_update().filter(pk=pk).first()
    if row is None:
        raise TaoliError(_("This school is not among the members."))
    if row.edit != edit:
        raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))
    return row
