"""A school's channels to the outside, and where persons are reached on them."""

import uuid
from collections.abc import Collection, Iterable, Mapping

from taoli.common.sealed import unseal
from taoli.notifications.models import Notice, NoticeAddress, NoticeChannel
from taoli.roster.models import Guardian, Staff

SMS = "sms"
# The outside channels in the order in which they are shown, and by which kind of address each reaches people.
ADDRESS_OF: Mapping[str, str] = {
    "mail": "mail",
    "wecom": "wecom",
    "dingtalk": "dingtalk",
    "feishu": "feishu",
    "sms_aliyun": SMS,
    "sms_tencent": SMS,
}
Person = tuple[str, uuid.UUID]


def channels_on(school_id: int) -> dict[str, NoticeChannel]:
    """Return the channels the school has switched on, by code."""
    return {row.code: row for row in NoticeChannel.objects.of(school_id).filter(on=True)}


def place_of_secret(school_id: int, code: str, field: str) -> str:
    """Return what a sealed field is bound to."""
    return f"{school_id}:notifications.NoticeChannel:{code}:{field}"


def opened(row: NoticeChannel, field: str) -> str:
    """Return a sealed field in the clear, empty when there is none; TaoliError when it cannot be opened."""
    sealed: str = getattr(row, field)
    return unseal(sealed, place_of_secret(row.school_id, row.code, field)) if sealed else ""


def addresses(
    school_id: int, people: Iterable[Person], kinds: Collection[str]
) -> Mapping[tuple[str, uuid.UUID, str], str]:
    """Return the address of each person by kind, id and kind of address.

    For text messages the telephone of the roster serves where no other number is entered; at most three queries.
    """
    wanted = set(people)
    ids = {pk for _kind, pk in wanted}
    found: dict[tuple[str, uuid.UUID, str], str] = {}
    if SMS in kinds:
        for kind, rows in (
            (Notice.Receiver.STAFF, Staff.objects.of(school_id).values_list("pk", "phone")),
            (Notice.Receiver.GUARDIAN, Guardian.objects.of(school_id).values_list("pk", "phone")),
        ):
            mine = [pk for other, pk in wanted if other == kind]
            with_phone = rows.filter(pk__in=mine).exclude(phone="") if mine else rows.none()
            found |= {(kind.value, pk, SMS): phone for pk, phone in with_phone}
    own = NoticeAddress.objects.of(school_id).filter(person_id__in=ids, channel__in=kinds)
    return found | {
        (row.person_kind, row.person_id, row.channel): row.value
        for row in own
        if (row.person_kind, row.person_id) in wanted
    }
