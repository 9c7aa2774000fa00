"""Inspection packs: of the school, and as a guest reads one."""

import uuid

from django.db.models import QuerySet
from django.http import Http404
from django.utils.crypto import salted_hmac

from taoli.common import clock
from taoli.common.models import School, ViewLog
from taoli.common.policy import Actor
from taoli.common.tenancy import cross_school
from taoli.matching.models import Pairing
from taoli.matching.queries.codes import plain_code
from taoli.matching.queries.pairings import holding
from taoli.oversight.models import InspectionFile, InspectionGuest, InspectionPack
from taoli.oversight.permissions import INSPECTION
from taoli.roster.models import Staff

SALT = "taoli.oversight.inspection_code"
NOUN = "oversight.inspection"


def packs(actor: Actor) -> "QuerySet[InspectionPack]":
    """Return the school's packs, the newest first."""
    rows: QuerySet[InspectionPack] = INSPECTION.within(InspectionPack.objects.all(), actor, "edit")
    return rows.order_by("-made_at", "-id")


def get_pack(actor: Actor, pk: uuid.UUID) -> InspectionPack:
    """Return a pack of the school; 404 otherwise."""
    row = packs(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def papers_of(pack: InspectionPack) -> list[InspectionFile]:
    """Return what is in a pack, in order, without the papers themselves."""
    return list(InspectionFile.objects.of(pack.school_id).filter(pack=pack).defer("data").order_by("place"))


def paper_at(pack: InspectionPack, place: int) -> InspectionFile:
    """Return one paper; 404 when there is none at the place."""
    row = InspectionFile.objects.of(pack.school_id).filter(pack=pack, place=place).first()
    if row is None:
        raise Http404
    return row


def guests_of(pack: InspectionPack) -> list[tuple[InspectionGuest, bool, int]]:
    """Return the guests of a pack, the newest first, whether each may still read, and how often each has opened."""
    rows = list(InspectionGuest.objects.of(pack.school_id).filter(pack=pack).order_by("-given_at", "-id"))
    ids = [one.pk for one in rows]
    seen = ViewLog.objects.filter(school_id=pack.school_id, noun=NOUN, person_id__in=ids)
    opened = list(seen.values_list("person_id", flat=True))
    return [(one, reads(one), opened.count(one.pk)) for one in rows]


def reads(guest: InspectionGuest) -> bool:
    """Say whether a guest may read now."""
    return guest.revoked_at is None and clock.now() < guest.expires_at


def guest_of(code: str) -> InspectionGuest | None:
    """Return whose code it is, of whatever school, over or not; None without such a code."""
    if not plain_code(code):
        return None
    with cross_school("a guest's code says which pack of which school it opens"):
        schools = list(School.objects.values_list("pk", flat=True))
        rows = InspectionGuest.objects.filter(school_id__in=schools, code_hash=code_hash(code))
        return rows.select_related("pack", "school").first()


def guest_actor(guest: InspectionGuest) -> Actor:
    """Return who reads, for the view log: nobody's account, no role, nothing but this pack."""
    return Actor(account_id=None, school_id=guest.school_id, person_kind="guest", person_id=guest.pk, name=guest.name)


def code_hash(code: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(code), algorithm="sha256").hexdigest()


def mentor_numbers(school_id: int) -> dict[str, uuid.UUID]:
    """Return number → id of the mentors who have a student today, by number."""
    pairs = Pairing.objects.of(school_id).filter(holding(clock.today()), student__left_on=None)
    rows = Staff.objects.of(school_id).filter(left_on=None, pk__in=pairs.values("mentor_id")).order_by("number")
    return dict(rows.values_list("number", "pk"))


def whole(pack: InspectionPack) -> list[InspectionFile]:
    """Return the papers of a pack with what stands in them, in order."""
    return list(InspectionFile.objects.of(pack.school_id).filter(pack=pack).order_by("place"))
