"""The small school with channels switched on and people who are reached."""

from typing import Any

from taoli.common.sealed import seal
from taoli.notifications.models import NoticeAddress, NoticeChannel
from taoli.notifications.queries.channels import place_of_secret
from tests.notifications.channels.outgoing import Line
from tests.world import World


def switch_on(world: World, to: Line, **more: Any) -> NoticeChannel:
    """Enter the settings of a channel whose provider answers on this machine."""
    pk = world.school.pk
    return NoticeChannel.objects.create(
        school_id=pk,
        code=to.code,
        on=True,
        values=to.values,
        secret=seal(to.secret, place_of_secret(pk, to.code, "secret")),
        site="https://taoli.school",
        **more,
    )


def reach(world: World, name: str, channel: str, value: str) -> None:
    """Enter an address of a member of staff."""
    person = world.staff[name].pk
    NoticeAddress.objects.create(
        school=world.school, person_kind="staff", person_id=person, channel=channel, value=value
    )
