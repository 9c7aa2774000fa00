"""Receipts: the sender takes the receiver's signed answer; the receiver gives it by the way the package came."""

import base64
import hashlib
import uuid
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.package import RefusedError, is_signed, read_receipt, receipt_package, signature
from taoli.handover.models import Arrival, Package, Partner
from taoli.handover.queries.keys import own_keys
from taoli.handover.services.arrivals import receive_package
from taoli.handover.services.packages import locked, move
from taoli.handover.services.partners import add_inside
from taoli.notifications.channels import net
from taoli.notifications.channels.ways import RefusedError as Unreached
from taoli.notifications.services import To, notify

State = Package.State
DOOR = "/handover/door/"
POSTED = b"taoli post"
TAKEN = 200


def take_receipt(*, by: Actor, line: str) -> Package:
    """Take the receipt of a package, as it came or was pasted; the file is erased then.

    TaoliError: no receipt, of another school's package, not signed by the receiver, about other contents. The same
    receipt twice changes nothing.
    """
    try:
        told = receipt_package(line)
    except RefusedError:
        raise TaoliError(
            _("This is no receipt. Please paste the whole line that begins with “taoli-receipt”.")
        ) from None
    with change(by=by, action="package.receipt", object_id=told.package):
        package = Package.objects.of(by.school_id).select_related("partner").filter(pk=told.package).first()
        if package is None:
            raise TaoliError(_("This receipt is not for a package of this school."))
        try:
            receipt = read_receipt(line, package.partner.sign_key)
        except RefusedError:
            raise TaoliError(
                _("This receipt is not signed by %(school)s.") % {"school": package.partner.name}
            ) from None
        if receipt.manifest != package.sha256 or receipt.school != package.partner.code:
            raise TaoliError(_("This receipt is for other contents than were sent."))
        if package.receipt == "".join(line.split()):
            return package
        package = locked(by, package.pk)
        move(package, State.RECEIVED if receipt.state == "received" else State.REFUSED)
        package.answered_at, package.answered_by = clock.now(), receipt.by
        package.answer, package.receipt, package.data = receipt.reason, "".join(line.split()), None
        package.edit += 1
        package.save()
        _tell(by, package)
    return package


def deliver(*, by: Actor, pk: uuid.UUID) -> str:
    """Bring a sent package to its school: inside this installation, or to its Taoli; returns a sentence.

    May be repeated: what has arrived is told and not kept twice. A school without an address gets the file by hand.
    """
    package = Package.objects.of(by.school_id).select_related("partner").filter(pk=pk).first()
    if package is None or package.state != State.SENT or not package.data:
        raise TaoliError(_("There is no package on its way here."))
    partner = package.partner
    if partner.inside:
        _inside(by.school_id, partner, bytes(package.data))
    elif partner.address:
        _post(by.school_id, partner, bytes(package.data))
    else:
        raise TaoliError(_("This school has no address; please download the file and bring it there."))
    with change(by=by, action="package.deliver", object_id=pk):
        Package.objects.of(by.school_id).filter(pk=pk).update(delivered_at=clock.now())
    return _("The package is at %(school)s and waits to be taken in.") % {"school": partner.name}


def return_receipt(*, by: Actor, pk: uuid.UUID) -> str:
    """Bring the receipt of a decided package to its sender, or say that it goes by hand; returns a sentence."""
    arrival = Arrival.objects.of(by.school_id).select_related("partner").filter(pk=pk).first()
    if arrival is None or not arrival.receipt:
        raise TaoliError(_("There is no receipt yet."))
    partner = arrival.partner
    if partner.inside:
        take_receipt(by=_other(partner), line=arrival.receipt)
    elif partner.address:
        _post(by.school_id, partner, arrival.receipt.encode())
    else:
        return _("Please send the receipt to %(school)s: the line below.") % {"school": partner.name}
    with change(by=by, action="arrival.receipt_sent", object_id=pk):
        Arrival.objects.of(by.school_id).filter(pk=pk).update(receipt_sent_at=clock.now())
    return _("The receipt is at %(school)s.") % {"school": partner.name}


def take_post(*, school_code: str, sender: str, signed: bytes, digest: str) -> Actor | None:
    """Return the actor who takes what a partner's Taoli brings to the door; None: nobody known, not even read.

    The caller shows the digest of what it brings, signed with its key for this school, before a byte of it is read.
    """
    school = School.objects.filter(code=school_code).first()
    if school is None or not signed:
        return None
    partner = Partner.objects.of(school).filter(code=sender, ended_at=None).exclude(verified_on=None).first()
    if partner is None or not is_signed(partner.sign_key, POSTED, f"{school_code}/{digest}".encode(), signed):
        return None
    return system(school.pk)


def _inside(school_id: int, partner: Partner, data: bytes) -> None:
    """Open in B what was closed in A: the other school's own transaction, under its own name."""
    other = _other(partner)
    own = School.objects.get(pk=school_id)
    add_inside(by=other, code=own.code)
    try:
        receive_package(by=other, data=data, way=Arrival.Way.INSIDE)
    except TaoliError as refusal:
        if {one.code for one in getattr(refusal, "findings", ())} != {"received_before"}:
            raise


def _other(partner: Partner) -> Actor:
    return system(School.objects.get(code=partner.code).pk)


def _post(school_id: int, partner: Partner, data: bytes) -> None:
    own, digest = School.objects.get(pk=school_id), hashlib.sha256(data).hexdigest()
    signed = signature(own_keys(school_id).sign, POSTED, f"{partner.code}/{digest}".encode())
    headers = {
        "Content-Type": "application/octet-stream",
        "X-Taoli-School": partner.code,
        "X-Taoli-Sender": own.code,
        "X-Taoli-Digest": digest,
        "X-Taoli-Signature": base64.b64encode(signed).decode(),
    }
    host = urlsplit(partner.address).hostname or ""
    try:
        answer = net.post(f"{partner.address}{DOOR}", data, hosts={host}, headers=headers)
    except Unreached:
        raise TaoliError(
            _("%(school)s could not be reached. Please try again later, or bring the file.") % {"school": partner.name}
        ) from None
    if answer.status != TAKEN and answer.body.get("code") != "received_before":
        raise TaoliError(
            _("%(school)s did not take it: %(why)s")
            % {"school": partner.name, "why": str(answer.body.get("why", ""))[:300]}
        )


def _tell(by: Actor, package: Package) -> None:
    if package.made_by:
        params = {"school": package.partner.name, "title": package.title, "state": package.state}
        notify(by=by, to=[To("staff", package.made_by)], kind="package_answered", about=package.pk, params=params)
