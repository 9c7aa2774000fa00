"""The small school with a scheme in force and pairings, for tests of what is due."""

import datetime as dt
import functools
import uuid
from typing import Any

from taoli.duties.services import NewAct
from taoli.engine.scheme import Scheme, checksum, dump, load_preset
from taoli.matching.models import Pairing
from taoli.roster.models import Group
from taoli.schemes.models import SchemeVersion
from tests.world import START, TODAY, World

CYCLE_WEEKS = 4


@functools.cache
def taigu() -> Scheme:
    """The Taigu preset with its open cycle typed: four weeks."""
    from django.conf import settings

    scheme = load_preset(settings.BASE / "presets" / "taigu-no2-2012")
    assert scheme.cycle is not None
    return scheme.model_copy(update={"cycle": scheme.cycle.model_copy(update={"weeks": CYCLE_WEEKS, "open": ()})})


_written: dict[int, tuple[Scheme, dict[str, Any], str]] = {}


def written(scheme: Scheme) -> tuple[dict[str, Any], str]:
    """The scheme as plain values and its checksum, reckoned once for each."""
    if id(scheme) not in _written:
        _written[id(scheme)] = scheme, dump(scheme), checksum(scheme)
    return _written[id(scheme)][1:]


def put_in_force(world: World, scheme: Scheme | None = None, on: dt.date = START) -> SchemeVersion:
    """Publish a scheme (Taigu's) in the school, as the next version."""
    rules = scheme or taigu()
    plain, check = written(rules)
    number = SchemeVersion.objects.of(world.school).count() + 1
    return SchemeVersion.objects.create(
        school=world.school,
        preset_key=rules.key,
        version=number,
        title=rules.title,
        state=SchemeVersion.State.PUBLISHED,
        rules=plain,
        checksum=check,
        in_force_from=on,
    )


def pair(world: World, student: str, mentor: str, **facts: Any) -> Pairing:
    """Pair two of the cast from the first day of term on, with the student's study group."""
    child = world.students[student]
    group = Group.objects.of(world.school).filter(members__student=child, members__school=world.school).first()
    return Pairing.objects.create(
        school=world.school,
        student=child,
        mentor=world.staff[mentor],
        group=group,
        school_class=child.school_class,
        scheme=SchemeVersion.objects.of(world.school).latest("version"),
        **{"starts": START, **facts},
    )


def settle(world: World) -> World:
    """Put Taigu in force and pair each student with the mentor the roster names."""
    put_in_force(world)
    for name, student in world.students.items():
        assert student.mentor is not None
        pair(world, name, student.mentor.name)
    return world


def did(world: World, mentor: str, *students: str, **facts: Any) -> list[NewAct]:
    """What a mentor did with students on one occasion: a talk today, unless said otherwise."""
    said: dict[str, Any] = {
        "occasion": uuid.uuid4(),
        "source": "test",
        "kind": "talk",
        "channel": "face_to_face",
        "held_on": TODAY,
        "entered_on": TODAY,
        **facts,
    }
    people: list[uuid.UUID | None] = [world.students[name].pk for name in students]
    return [
        NewAct(mentor_id=world.staff[mentor].pk, student_id=pk, source_id=uuid.uuid4(), **said)
        for pk in people or [None]
    ]
