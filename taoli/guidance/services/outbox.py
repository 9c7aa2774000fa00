"""Letters from phones: received once and in order, opened, and turned into records or kept for somebody to look at."""

import datetime as dt
import json
import secrets
import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.accounts.services import end_sessions
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.keeping.letterbox import SealedForAnotherError, open_letter
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import OUTBOX_MOVES, GuidanceRecord, OfflineDevice, OutboxItem
from taoli.guidance.queries.outbox import get_item, students_in, token_hash
from taoli.guidance.services.holding import hold_noted
from taoli.guidance.services.records import RecordFacts, record_submit
from taoli.roster.models import Student

State = OutboxItem.State
Content = list[list[str]]
MEANWHILE = gettext_lazy("This has been decided meanwhile. Please open the list again.")
Read = Callable[[Actor, Content], tuple[Sequence[uuid.UUID], RecordFacts]]


class NotTakenError(TaoliError):
    """A letter that cannot become a record as it is; `code` says what is wrong with it."""

    def __init__(self, code: str, message: object) -> None:
        """Keep both."""
        super().__init__(message)
        self.code = code


class TooEarlyError(TaoliError):
    """A letter before this one has not arrived yet."""

    def __init__(self, expected: int) -> None:
        """Say which one is waited for."""
        super().__init__(_("An earlier record of this phone has not arrived yet."))
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the phone sends: operation id, place in the order, the earliest it still has, when written, envelope."""

    op: uuid.UUID
    number: int
    earliest: int
    written_at: dt.datetime | None
    envelope: dict[str, Any]


def bound(staff: uuid.UUID, key: object, op: uuid.UUID) -> str:
    """Return the words a letter is bound to: its key, its writer, its operation."""
    return f"taoli letter 1\n{key}\n{staff}\n{op}"


def device_open(*, by: Actor) -> tuple[OfflineDevice, str]:
    """Let a phone write offline for the actor; return it and its token, which is shown this once."""
    if by.person_kind != "staff" or by.person_id is None or by.account_id is None:
        raise TaoliError(_("Records are written by the school's staff."))
    token, now = secrets.token_urlsafe(32), clock.now()
    with change(by=by, action="device.open") as note:
        device = OfflineDevice.objects.create(
            school_id=by.school_id,
            account_id=by.account_id,
            staff_id=by.person_id,
            token_hash=token_hash(token),
            made_at=now,
            seen_at=now,
        )
        note.object_id = device.pk
    return device, token


def device_close(*, by: Actor, pk: uuid.UUID) -> bool:
    """Shut out one of one's own phones and sign it out; say whether there was one.

    What it still sends waits to be looked at.
    """
    rows = OfflineDevice.objects.of(by.school_id).filter(pk=pk, closed_at=None)
    rows = rows.filter(staff_id=by.person_id or uuid.UUID(int=0))
    with change(by=by, action="device.close", object_id=pk):
        closed = bool(rows.update(closed_at=clock.now()))
    if closed:
        end_sessions("device", str(pk))
    return closed


def outbox_receive(*, device: OfflineDevice, letter: Sealed, read: Read, by: Actor | None) -> OutboxItem:
    """Take one letter, once; a repeat gets the first answer. `by` None: account or phone was closed, it is held.

    TooEarlyError when an earlier one is missing.
    """
    writer = by or Actor(
        account_id=device.account_id, school_id=device.school_id, person_kind="staff", person_id=device.staff_id
    )
    with change(by=writer, action="outbox.receive", object_id=letter.op, device=device.pk) as note:
        mine = OfflineDevice.objects.of(device.school_id).select_for_update().get(pk=device.pk)
        known = OutboxItem.objects.of(device.school_id).filter(staff_id=device.staff_id, op=letter.op).first()
        if known:
            return known
        if letter.number > max(mine.last_number + 1, letter.earliest):
            raise TooEarlyError(mine.last_number + 1)
        item = OutboxItem(
            school_id=device.school_id,
            device=mine,
            staff_id=device.staff_id,
            op=letter.op,
            number=letter.number,
            written_at=letter.written_at,
            received_at=clock.now(),
        )
        _open(item, letter, read, writer, closed=by is None)
        item.save()
        mine.last_number, mine.seen_at = max(mine.last_number, letter.number), clock.now()
        mine.save(update_fields=["last_number", "seen_at"])
        note.data["state"] = str(item.state)
    return item


def _open(item: OutboxItem, letter: Sealed, read: Read, writer: Actor, *, closed: bool) -> None:
    """Open a letter and say what becomes of it."""
    try:
        words = bound(item.staff_id, letter.envelope.get("key", ""), letter.op)
        content = _content(open_letter(letter.envelope, words))
    except (SealedForAnotherError, ValueError):
        item.state, item.code, item.sealed = State.UNREADABLE, "unreadable", json.dumps(letter.envelope)
        item.reason = _("It could not be opened: it was sealed for another server or changed on its way.")
        return
    try:
        if closed:
            raise NotTakenError("closed", _("The account or the phone had been closed when it arrived."))
        with transaction.atomic():
            _submit(writer, content, read, letter.op)
        item.state = State.DELIVERED
    except TaoliError as refusal:
        item.state = State.HELD if closed else State.RETURNED
        item.code, item.reason = getattr(refusal, "code", "other"), str(refusal)[:500]
        item.content = content
        _place(item)


def _submit(writer: Actor, content: Content, read: Read, op: uuid.UUID) -> list[GuidanceRecord]:
    students, facts = read(writer, content)
    draft = next((pair[1] for pair in content if pair[0] == "draft"), "")
    made = record_submit(by=writer, student_ids=students, facts=facts, op=op, draft=draft)
    hold_noted(by=writer, records=made)
    return made


def _content(opened: bytes) -> Content:
    """Return the filled-in form: pairs of name and value; ValueError when it is none."""
    found = json.loads(opened.decode())
    if not isinstance(found, list) or not all(isinstance(one, list) and len(one) == 2 for one in found):  # noqa: PLR2004 pairs
        raise ValueError
    return [[_storable(str(name)), _storable(str(value))] for name, value in found]


def _storable(text: str) -> str:
    """Drop what no database takes, half a sign and the zero: one such letter would hold up all behind it."""
    return text.encode(errors="ignore").decode().replace("\x00", "")


def _place(item: OutboxItem) -> None:
    """Whose class and grade it is about, when all its students are of one."""
    rows = Student.objects.of(item.school_id).filter(pk__in=students_in(item.content))
    places = list(rows.values_list("school_class_id", "school_class__grade_id"))
    classes, grades = {place[0] for place in places}, {place[1] for place in places}
    item.school_class_id = classes.pop() if len(classes) == 1 else None
    item.grade_id = grades.pop() if len(grades) == 1 else None


def outbox_mend(*, by: Actor, pk: uuid.UUID, names: Collection[str], said: Content, read: Read) -> OutboxItem:
    """Send one's own returned letter again with what was put right; TaoliError when it still cannot be taken."""
    with change(by=by, action="outbox.mend", object_id=pk):
        item = _own(by, pk, State.TAKEN)
        _submit(by, [*(one for one in item.content if one[0] not in names), *said], read, item.op)
        _decide(item, by, State.TAKEN, "")
    return item


def outbox_hand_on(*, by: Actor, pk: uuid.UUID) -> OutboxItem:
    """Give one's own returned letter to the homeroom teacher to decide."""
    with change(by=by, action="outbox.hand_on", object_id=pk):
        item = _own(by, pk, State.HELD)
        item.state = State.HELD
        item.save(update_fields=["state"])
    return item


def outbox_accept(*, by: Actor, pk: uuid.UUID, read: Read) -> OutboxItem:
    """Accept a held letter as its writer's record, under the pairing of its day; TaoliError when there was none."""
    with change(by=by, action="outbox.accept", object_id=pk):
        item = _locked(by, pk, State.TAKEN, was=State.HELD)
        writer = Actor(
            account_id=item.device.account_id,
            school_id=item.school_id,
            person_kind="staff",
            person_id=item.staff_id,
            name=item.staff.name,
        )
        made = _submit(writer, item.content, read, item.op)
        rows = GuidanceRecord.objects.of(by.school_id).filter(pk__in=[row.pk for row in made])
        rows.update(entered_by=by.person_id)
        _decide(item, by, State.TAKEN, "")
    return item


def outbox_set_aside(*, by: Actor, pk: uuid.UUID, reason: str) -> OutboxItem:
    """Set a letter aside with a reason; it is kept, and makes no record."""
    if not reason.strip():
        raise TaoliError(_("Please say why it is set aside; the reason is kept with it."))
    with change(by=by, action="outbox.set_aside", object_id=pk, reason=reason):
        item = _locked(by, pk, State.ASIDE)
        _decide(item, by, State.ASIDE, reason.strip())
    return item


def _own(by: Actor, pk: uuid.UUID, to: str) -> OutboxItem:
    """Only what came back to oneself is put right or handed on: what is held is another's word."""
    item = _locked(by, pk, to, was=State.RETURNED)
    if item.staff_id != by.person_id:
        raise ConflictError(MEANWHILE)
    return item


def _locked(by: Actor, pk: uuid.UUID, to: str, was: str = "") -> OutboxItem:
    item = get_item(by, pk)
    rows = OutboxItem.objects.of(by.school_id).select_for_update(of=("self",))
    fresh = rows.select_related("device", "staff").get(pk=pk)
    moves = OUTBOX_MOVES[State(fresh.state)]
    if fresh.state != item.state or State(to) not in moves or (was and fresh.state != was):
        raise ConflictError(MEANWHILE)
    return fresh


def _decide(item: OutboxItem, by: Actor, state: str, reason: str) -> None:
    item.state, item.decision = state, reason
    item.decided_by, item.decided_at = by.person_id, clock.now()
    if state == State.TAKEN:
        item.content = []  # it stands in the record now
    item.save(update_fields=["state", "decision", "decided_by", "decided_at", "content"])
