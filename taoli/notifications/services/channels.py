"""The school's channels: their settings, a test of them, persons' addresses, a message sent again."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.ids import new_id
from taoli.common.policy import Actor
from taoli.common.sealed import seal
from taoli.common.unit import change
from taoli.notifications.channels import OUTSIDE, RefusedError
from taoli.notifications.models import MESSAGE_MOVES, Notice, NoticeAddress, NoticeChannel, NoticeMessage
from taoli.notifications.permissions import DELIVERY
from taoli.notifications.phrases import CHANNELS, trial, trouble_words
from taoli.notifications.queries.channels import addresses, place_of_secret
from taoli.notifications.queries.inbox import person_of
from taoli.notifications.queries.settings import channel_now
from taoli.notifications.services.sending import hand_over
from taoli.roster.models import Staff

State = NoticeMessage.State
SHAPES = {"sms": re.compile(r"\+?\d{6,15}"), "": re.compile(r"[\w.@:-]{1,64}")}


def save_channel(*, by: Actor, code: str, on: bool, values: Mapping[str, str], secret: str, site: str) -> None:
    """Keep a channel's settings; an empty secret leaves the sealed one as it is. Of two ways to one kind of address
    one is in use: switching one gateway on switches the other off. TaoliError: on without a secret that is needed.
    """
    row = channel_now(by, code)
    if on and not secret and not row.secret and (code != "mail" or values.get("user")):
        raise TaoliError(_("Please enter %(what)s first.") % {"what": OUTSIDE[code].secret_label})
    with change(by=by, action="notice_channel.save", channel=code, on=on, secret_changed=bool(secret)):
        row.on, row.values, row.site = on, dict(values), site.rstrip("/")
        row.rests_until, row.trouble, row.token, row.token_until = None, "", "", None
        if secret:
            row.secret = seal(secret, place_of_secret(by.school_id, code, "secret"))
        row.save()
        if on:
            others = [one.code for one in OUTSIDE.values() if one.reached_by == OUTSIDE[code].reached_by]
            rows = NoticeChannel.objects.of(by.school_id).filter(code__in=others)
            rows.exclude(code=code).update(on=False)


def try_channel(*, by: Actor, code: str) -> tuple[bool, str]:
    """Send a test to whoever asks for it; return whether it was taken, and the answer in words."""
    row = channel_now(by, code)
    reached_by = OUTSIDE[code].reached_by
    person = (by.person_kind, person_of(by))
    address = addresses(by.school_id, [person], {reached_by}).get((*person, reached_by))
    if address is None:
        return False, _("You have no address on this channel yet; please enter it first.")
    what = trial(pk=new_id(), said_at=clock.now(), link=f"{row.site}/notices/" if row.site else "")
    try:
        reference = hand_over(row, address, what)
    except RefusedError as refusal:
        answer = False, trouble_words(refusal.trouble, refusal.code)
    else:
        answer = (
            True,
            _("%(channel)s has taken the test (%(number)s). Please look whether it has arrived.")
            % {
                "channel": CHANNELS[code],
                "number": reference,
            },
        )
    with change(by=by, action="notice_channel.try", channel=code, taken=answer[0]):
        pass
    return answer


@dataclass
class PastedAddresses:
    """What came of pasted lines: how many were kept, and the lines that could not be read, with why."""

    kept: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)


def paste_addresses(*, by: Actor, kind: str, lines: Sequence[str]) -> PastedAddresses:
    """Keep the addresses of staff from two columns of a workbook: staff number (or a name there is once) and address.

    A line with the first column only takes the address away. Wrong lines come back, the others are kept.
    """
    found = PastedAddresses()
    by_number, by_name = _staff(by)
    wanted: dict[uuid.UUID, str] = {}
    for line in lines:
        who, _tab, value = (
            part.strip() for part in re.sub(r"[\t,，;；]+", "\t", line.strip(), count=1).partition("\t")
        )
        if not who:
            continue
        known = by_number.get(who) or by_name.get(who)
        if known is None:
            found.wrong.append((line, _("No member of staff has this number, or the name stands for several.")))
        elif value and not _fits(kind, value):
            found.wrong.append((line, _("This is no address of this kind.")))
        else:
            wanted[known] = value
    with change(by=by, action="notice_address.paste", kind=kind, count=len(wanted)):
        rows = NoticeAddress.objects.of(by.school_id).filter(channel=kind, person_kind=Notice.Receiver.STAFF)
        rows.filter(person_id__in=wanted).delete()
        NoticeAddress.objects.bulk_create(
            NoticeAddress(
                school_id=by.school_id, person_kind=Notice.Receiver.STAFF, person_id=pk, channel=kind, value=value
            )
            for pk, value in wanted.items()
            if value
        )
    found.kept = len(wanted)
    return found


def _staff(by: Actor) -> tuple[dict[str, uuid.UUID], dict[str, uuid.UUID]]:
    rows = list(Staff.objects.of(by.school_id).filter(left_on=None).values_list("pk", "number", "name"))
    names = [name for _pk, _number, name in rows]
    single = {name: pk for pk, _number, name in rows if names.count(name) == 1}
    return {number: pk for pk, number, _name in rows}, single


def _fits(kind: str, value: str) -> bool:
    if kind != "mail":
        return SHAPES.get(kind, SHAPES[""]).fullmatch(value) is not None
    try:
        validate_email(value)
    except ValidationError:
        return False
    return value.isascii()


def send_again(*, by: Actor, pk: uuid.UUID) -> None:
    """Let a message that failed, or of which nobody knows, wait once more; ConflictError when it has moved on."""
    row = DELIVERY.within(NoticeMessage.objects.filter(pk=pk), by, "repeat").first()
    if row is None:
        raise Http404
    if State.WAITING not in MESSAGE_MOVES[State(row.state)] or row.state == State.SENDING:
        raise ConflictError(_("This message is on its way or has been handed over meanwhile."))
    with change(by=by, action="notice.again", object_id=pk):
        rows = NoticeMessage.objects.of(by.school_id).filter(pk=pk, state=row.state)
        rows.update(state=State.WAITING, due_at=clock.now(), tries=0, reason="", settled_at=None)
