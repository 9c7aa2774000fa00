"""Partner schools: named by their card, believed when two people have compared the fingerprint."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.package import RefusedError, SchoolCard, fingerprint, read_card
from taoli.handover.models import Partner
from taoli.handover.services.keys import ensure_keys

How = Partner.How


def add_partner(*, by: Actor, card: str, contact: str = "") -> Partner:
    """Note a school by its card, a line of text; its keys are not believed yet.

    TaoliError: no such line, the own one, a school that is there under other keys (compare anew by `replace_keys`).
    """
    told = card_of(card)
    own = School.objects.get(pk=by.school_id)
    if told.code == own.code:
        raise TaoliError(_("This is your own school's card. Please paste the other school's."))
    known = Partner.objects.of(by.school_id).filter(code=told.code).first()
    if known is not None:
        return _renew(by, known, told, contact)
    with change(by=by, action="partner.add") as note:
        row = Partner.objects.create(
            school_id=by.school_id,
            code=told.code,
            name=told.name,
            contact=contact,
            address=told.address,
            sign_key=told.sign_key,
            box_key=told.box_key,
            added_at=clock.now(),
        )
        note.object_id = row.pk
    return row


def add_inside(*, by: Actor, code: str) -> Partner:
    """Note a school of this installation by its code: the database vouches for its keys."""
    other = School.objects.filter(code=code.strip()).exclude(pk=by.school_id).first()
    if other is None:
        raise TaoliError(_("There is no other school with this code in this installation."))
    keys = ensure_keys(by=system(other.pk))
    with change(by=by, action="partner.inside") as note:
        row, _made = Partner.objects.of(by.school_id).update_or_create(
            school_id=by.school_id,
            code=other.code,
            defaults={
                "name": other.name,
                "sign_key": keys.sign_key,
                "box_key": keys.box_key,
                "inside": True,
                "how": How.INSIDE,
                "verified_on": clock.today(),
                "ended_at": None,
            },
            create_defaults={
                "school_id": by.school_id,
                "code": other.code,
                "name": other.name,
                "sign_key": keys.sign_key,
                "box_key": keys.box_key,
                "inside": True,
                "how": How.INSIDE,
                "verified_on": clock.today(),
                "added_at": clock.now(),
            },
        )
        note.object_id = row.pk
    return row


def verify_partner(*, by: Actor, pk: uuid.UUID, edit: int, how: str, digits: str) -> Partner:
    """Believe a school's keys: its last ten digits, as the other side read them out, are typed here.

    TaoliError: other digits (nothing is believed), no way said; ConflictError: the keys changed meanwhile.
    """
    if how not in {How.PHONE, How.PERSON, How.PAPER}:
        raise TaoliError(_("Please say how you compared."))
    with change(by=by, action="partner.verify", object_id=pk, how=how):
        row = _locked(by, pk, edit)
        plain = fingerprint(row.sign_key, row.box_key).replace(" ", "")
        if "".join(digits.split()) != plain[-10:]:
            raise TaoliError(
                _(
                    "The digits differ. Please have them read out again; if they still differ, this is not that "
                    "school's card: take no package from it."
                )
            )
        row.how, row.verified_on, row.verified_by_id = how, clock.today(), by.person_id
        row.edit += 1
        row.save(update_fields=["how", "verified_on", "verified_by", "edit"])
    return row


def change_partner(*, by: Actor, pk: uuid.UUID, edit: int, contact: str, address: str) -> Partner:
    """Change whom one reaches there, and the address of its Taoli (https, or empty)."""
    if address and not address.startswith("https://"):
        raise TaoliError(_("The address begins with https://. Leave it empty to send files."))
    with change(by=by, action="partner.change", object_id=pk):
        row = _locked(by, pk, edit)
        row.contact, row.address = contact.strip()[:80], address.strip().rstrip("/")[:200]
        row.edit += 1
        row.save(update_fields=["contact", "address", "edit"])
    return row


def end_partner(*, by: Actor, pk: uuid.UUID, edit: int, ended: bool = True) -> Partner:
    """Send and take no more packages to and from a school, or do so again."""
    with change(by=by, action="partner.end", object_id=pk, ended=ended):
        row = _locked(by, pk, edit)
        row.ended_at = clock.now() if ended else None
        row.edit += 1
        row.save(update_fields=["ended_at", "edit"])
    return row


def card_of(line: str) -> SchoolCard:
    """Return what a school's card says. TaoliError: this is none."""
    try:
        return read_card(line)
    except RefusedError:
        raise TaoliError(
            _("This is no school card. Please paste the whole line that begins with “taoli-school”.")
        ) from None


def _renew(by: Actor, row: Partner, told: SchoolCard, contact: str) -> Partner:
    """Take a known school's new card: other keys are to be compared anew."""
    if row.inside:
        raise TaoliError(_("This school is in this installation; its keys need no card."))
    with change(by=by, action="partner.renew", object_id=row.pk):
        row = _locked(by, row.pk, row.edit)
        if (row.sign_key, row.box_key) != (told.sign_key, told.box_key):
            row.sign_key, row.box_key = told.sign_key, told.box_key
            row.how, row.verified_on, row.verified_by_id = "", None, None
        row.name, row.address, row.ended_at = told.name, told.address, None
        row.contact = contact or row.contact
        row.edit += 1
        row.save()
    return row


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> Partner:
    row = Partner.objects.of(by.school_id).select_for_update().filter(pk=pk).first()
    if row is None:
        raise TaoliError(_("This school is not among your partner schools."))
    if row.edit != edit:
        raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))
    return row
