"""One table answers both "may I" and "which rows"."""

from dataclasses import replace

import pytest

from taoli.common.policy import WIDER, Held, Policy, Reach, Role
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT
from tests.world import CAST, World


def seen(world: World, name: str) -> set[str]:
    rows = STUDENT.within(Student.objects.of(world.school), world.actor(name), "view")
    return set(rows.values_list("name", flat=True))


EXPECTED = {
    "王敏": {"林子涵", "周一诺", "赵思源"},
    "李慧": {"林子涵", "周一诺", "孙浩然"},
    "赵国栋": {"林子涵", "周一诺", "孙浩然", "赵思源", "钱多多"},
    "孙悦": {"林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐"},
    "钱程": {"林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐"},
    "吴考": set(),
    "何静": set(),
    "郑明": set(),
    "林子涵": {"林子涵"},
    "林母": {"林子涵"},
    "老秦": set(),
    "郑岚": set(),
    "宋评": set(),
    "岳安": set(),
}


@pytest.mark.parametrize("name", CAST.values())
def test_scope_and_can_agree_on_every_row(world: World, name: str) -> None:
    actor = world.actor(name)
    everyone = list(Student.objects.of(world.school))
    assert seen(world, name) == EXPECTED[name]
    assert {row.name for row in everyone if STUDENT.can(actor, "view", row)} == EXPECTED[name]


def test_roles_are_added_up(world: World) -> None:
    actor = world.actor("王敏")
    both = replace(actor, roles=(*actor.roles, Held(Role.HOMEROOM_TEACHER, class_id=world.classes["高一(1)班"].pk)))
    rows = STUDENT.within(Student.objects.of(world.school), both, "view")
    assert {row.name for row in rows} == {"林子涵", "周一诺", "赵思源", "孙浩然"}


def test_actor_of_one_school_never_reaches_another(world: World) -> None:
    assert world.stranger is not None
    assert not STUDENT.can(world.office, "view", world.stranger)


def test_a_role_without_its_place_reaches_nothing(world: World) -> None:
    nowhere = replace(world.actor("李慧"), roles=(Held(Role.HOMEROOM_TEACHER),))
    assert list(STUDENT.within(Student.objects.of(world.school), nowhere, "view")) == []


def test_reaches_widen_step_by_step_to_the_school() -> None:
    for reach in Reach:
        steps, at = 0, reach
        while at in WIDER:
            at, steps = WIDER[at], steps + 1
        assert (at, steps <= 3) == (Reach.SCHOOL, True)


def test_a_misspelt_action_is_an_error(world: World) -> None:
    with pytest.raises(KeyError):
        Policy("x", paths={}).may(world.office, "veiw")
