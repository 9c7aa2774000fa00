"""Two schools that know each other, and a package between them, for tests."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.handover.models import Arrival, Farewell, Package, Partner
from taoli.handover.queries.arrivals import look_again
from taoli.handover.queries.keys import own_card, own_fingerprint
from taoli.handover.services.arrivals import Placement, accept_package, receive_package
from taoli.handover.services.keys import ensure_keys
from taoli.handover.services.packages import Extra, draft_package, set_extra, write_farewell
from taoli.handover.services.partners import add_partner, verify_partner
from taoli.handover.services.sending import send_package
from taoli.roster.models import AttentionMark, SchoolClass, Staff
from tests.world import TODAY, World


@dataclass
class Two:
    """This school's office, the other school's, and each one's partner."""

    world: World
    here: Actor
    there: Actor
    partner: Partner
    back: Partner
    room: SchoolClass
    named: Staff

    def named_actor(self) -> Actor:
        """Whom the other school names to open the restricted part."""
        return Actor(None, self.world.other.pk, "staff", self.named.pk, self.named.name, (Held(Role.MENTOR),))


def two(world: World) -> Two:
    """Both schools have compared their digits on the telephone."""
    here = world.office
    named = Staff.objects.create(school=world.other, number="T900", name="丁一", sort_key="1")
    there = Actor(None, world.other.pk, "staff", named.pk, "邻校教导处", (Held(Role.MORAL_OFFICE),))
    for office in (here, there):
        ensure_keys(by=office)
    assert world.stranger is not None
    return Two(world, here, there, known(here, there), known(there, here), world.stranger.school_class, named)


def known(by: Actor, other: Actor, **more: Any) -> Partner:
    """A partner whose digits were compared."""
    row = add_partner(by=by, card=own_card(other.school_id), **more)
    digits = own_fingerprint(other.school_id)[-11:]
    return verify_partner(by=by, pk=row.pk, edit=row.edit, how="phone", digits=digits)


def drafted(both: Two, *names: str, room: str = "") -> Package:
    """A package of some students, with strengths and the mentor's word."""
    students = [both.world.students[name] for name in names or ("林子涵",)]
    for one in students:
        one.strengths = ["reading", "helpful"]
        one.save()
    package = draft_package(
        by=both.here,
        partner_id=both.partner.pk,
        student_ids=[one.pk for one in students],
        person="年级组长 丁老师",
        room=room,
    )
    for row in Farewell.objects.of(both.world.school).select_related("staff"):
        staff = row.staff
        by = Actor(None, both.here.school_id, "staff", staff.pk, staff.name, (Held(Role.MENTOR),))
        write_farewell(by=by, pk=row.pk, edit=row.edit, text="先听他把话说完，再一起想办法")
    return package


def restricted(both: Two, package: Package, text: str = "住处不宜外传", name: str = "林子涵") -> Package:
    """The package with restricted words and renewed attention of one student."""
    student = both.world.students[name]
    AttentionMark.objects.create(school=both.world.school, student=student, starts=TODAY)
    extra = Extra(
        restricted=text,
        restricted_reason="新班主任联系家长时要知道",
        attention_until=clock.today() + dt.timedelta(days=60),
        attention_reason="刚换环境，再看两个月",
    )
    return set_extra(by=both.here, pk=package.pk, student_id=student.pk, edit=package.edit, extra=extra)


def sent(both: Two, package: Package | None = None) -> Package:
    """A package on its way."""
    package = package or drafted(both)
    return send_package(by=both.here, pk=package.pk, edit=package.edit)


def arrived(both: Two, package: Package | None = None) -> Arrival:
    """The package at the other school, waiting."""
    package = package or sent(both)
    package.refresh_from_db()
    return receive_package(by=both.there, data=bytes(package.data or b""))


def placements(both: Two, arrival: Arrival) -> list[Placement]:
    """Everybody into the other school's class, under numbers of its own."""
    opened = look_again(arrival)[1]
    assert opened is not None
    return [
        Placement(place, number=f"N{place:03}", room_id=both.room.pk) for place in range(1, len(opened.students) + 1)
    ]


def accepted(both: Two, arrival: Arrival | None = None) -> Arrival:
    """The package taken in."""
    arrival = arrival or arrived(both)
    return accept_package(
        by=both.there, pk=arrival.pk, edit=arrival.edit, placements=placements(both, arrival), named_id=both.named.pk
    )


def form(**fields: Any) -> dict[str, Any]:
    """What a page sends, with an operation id of its own."""
    return {"op": str(uuid.uuid4()), **fields}
