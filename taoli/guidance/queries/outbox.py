"""Devices, and letters that wait for somebody."""

import hashlib
import hmac
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import Http404

from taoli.accounts.queries import may_still_enter
from taoli.common.ids import id_of, ids_of
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.models import OfflineDevice, OutboxItem
from taoli.guidance.permissions import OUTBOX
from taoli.guidance.phrases import WAYS, advice, full_date
from taoli.roster.models import Student

State = OutboxItem.State
MOST_DIGITS = 9
NOBODY = uuid.UUID(int=0)
OPEN = (State.RETURNED, State.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as its reader sees it: who, about whom, what was filled in, why it came back, what to do."""

    pk: uuid.UUID
    number: int
    writer: str
    state: str
    reason: str
    advice: str
    students: tuple[str, ...]
    way: str
    day: str
    text: str
    next_step: str
    is_mine: bool
    may_decide: bool


def token_hash(token: str) -> str:
    """Return what is kept of a device's token."""
    return hashlib.sha256(b"taoli device" + token.encode()).hexdigest()


def get_device(school_id: int, pk: uuid.UUID | None, token: str) -> OfflineDevice | None:
    """Return the device that shows this token; None when there is none."""
    device = OfflineDevice.objects.of(school_id).select_related("staff").filter(pk=pk or NOBODY).first()
    fits = device is not None and hmac.compare_digest(device.token_hash, token_hash(token))
    return device if fits else None


def is_revoked(device: OfflineDevice) -> bool:
    """Say whether the device was closed or its account may not enter the school any more."""
    return device.closed_at is not None or not may_still_enter(
        device.account_id, device.school_id, person_id=device.staff_id
    )


def standing(
    actor: Actor | None, *, school: str | None, device: str | None, token: str | None
) -> tuple[OfflineDevice | None, str]:
    """Return the phone that shows these, and whether it may send: ready, revoked, sign_in, other, unknown."""
    text = school or ""
    number = int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0
    found = get_device(number, id_of(device or ""), token or "")
    if found is None:
        return None, "unknown"
    if is_revoked(found):
        return found, "revoked"
    if actor is None:
        return found, "sign_in"
    same = (actor.account_id, actor.person_id) == (found.account_id, found.staff_id)
    return found, "ready" if same and actor.school_id == found.school_id else "other"


def devices_of(actor: Actor) -> list[OfflineDevice]:
    """Return the phones on which the actor writes offline, the latest used first."""
    rows = OfflineDevice.objects.of(actor.school_id).filter(staff_id=actor.person_id or NOBODY, closed_at=None)
    return list(rows.order_by("-seen_at", "id"))


def returned(actor: Actor) -> list[Letter]:
    """Return the actor's own letters that came back; three queries."""
    rows = OUTBOX.within(OutboxItem.objects.all(), actor, "write").filter(state__in=OPEN)
    return _letters(actor, list(rows.select_related("staff").order_by("received_at", "number")))


def held(actor: Actor) -> list[Letter]:
    """Return the letters the actor decides about, and log that they are seen."""
    rows = OUTBOX.within(OutboxItem.objects.all(), actor, "decide").filter(state=State.HELD)
    found = list(rows.select_related("staff").order_by("received_at", "number"))
    log_view(actor, "guidance.outbox", [row.pk for row in found], page="guidance:outbox_list")
    return _letters(actor, found)


def get_item(actor: Actor, pk: uuid.UUID) -> OutboxItem:
    """Return a letter that waits for the actor; Http404 when there is none."""
    rows = OutboxItem.objects.of(actor.school_id).filter(pk=pk)
    own = OUTBOX.within(rows, actor, "write").filter(state__in=OPEN)
    others = OUTBOX.within(rows, actor, "decide").filter(state=State.HELD)
    found: OutboxItem | None = own.select_related("staff").first() or others.select_related("staff").first()
    if found is None:
        raise Http404
    return found


def get_letter(actor: Actor, item: OutboxItem) -> Letter:
    """Return one letter in words; a foreign one is logged as seen."""
    if item.staff_id != actor.person_id:
        log_view(actor, "guidance.outbox", [item.pk], page="guidance:outbox_show")
    return _letters(actor, [item])[0]


def students_in(content: Iterable[Iterable[str]]) -> list[uuid.UUID]:
    """Return the students of a filled-in form."""
    return ids_of([value for name, value in content if name == "students"])


def _letters(actor: Actor, rows: Collection[OutboxItem]) -> list[Letter]:
    wanted = {pk for row in rows for pk in students_in(row.content)}
    names = dict(Student.objects.of(actor.school_id).filter(pk__in=wanted).values_list("pk", "name"))
    return [_letter(actor, row, names) for row in rows]


def _letter(actor: Actor, row: OutboxItem, names: dict[uuid.UUID, str]) -> Letter:
    said = dict(row.content)
    way = WAYS.get(said.get("kind", ""))
    return Letter(
        pk=row.pk,
        number=row.number,
        writer=row.staff.name,
        state=row.state,
        reason=row.reason,
        advice=advice(row.code),
        students=tuple(names[pk] for pk in students_in(row.content) if pk in names),
        way=str(way.label) if way else said.get("kind", ""),
        day=full_date(row.written_at.date()) if row.written_at else "",
        text=said.get("private_text", ""),
        next_step=said.get("next_step", ""),
        is_mine=row.staff_id == actor.person_id,
        may_decide=row.state == State.HELD,
    )
