"""A write sent twice happens once."""

import uuid

import pytest
from django.test import RequestFactory

from taoli.accounts.models import RoleHeld
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.models import Operation
from taoli.common.pages import Request
from tests.world import World


def request(world: World, op: str, name: str = "王敏") -> Request:
    made = RequestFactory().post("/", {"op": op})
    made.actor = world.actor(name)  # type: ignore[attr-defined]
    return made  # type: ignore[return-value]


def test_repeat_is_redirected_without_doing_it_again(world: World) -> None:
    done: list[int] = []

    def work() -> str:
        done.append(1)
        return "/there/"

    op = str(uuid.uuid4())
    first, second = (once(request(world, op), work) for _each in range(2))
    assert (first.url, second.url, len(done)) == ("/there/", "/there/", 1)


def test_same_id_of_another_account_is_another_operation(world: World) -> None:
    op = str(uuid.uuid4())
    assert once(request(world, op), lambda: "/a/").url == "/a/"
    assert once(request(world, op, "李慧"), lambda: "/b/").url == "/b/"


def test_refusal_stores_nothing(world: World) -> None:
    op = str(uuid.uuid4())

    def refuse() -> str:
        raise TaoliError("no")

    with pytest.raises(TaoliError):
        once(request(world, op), refuse)
    assert Operation.objects.of(world.school).count() == 0
    assert once(request(world, op), lambda: "/now/").url == "/now/"


@pytest.mark.parametrize("op", ["", "not-a-uuid"])
def test_without_an_id_the_work_is_simply_done(world: World, op: str) -> None:
    assert once(request(world, op), lambda: "/x/").url == "/x/"
    assert RoleHeld.objects.filter(school=world.school).count() == 11


def test_of_two_at_once_the_loser_is_sent_where_the_winner_was(world: World) -> None:
    op = str(uuid.uuid4())

    def other() -> None:
        once(request(world, op), lambda: "/there/")

    def meets_it() -> str:
        raise ConflictError("changed meanwhile")

    assert once(request(world, op), meets_it, before=other).url == "/there/"
    with pytest.raises(ConflictError):
        once(request(world, str(uuid.uuid4())), meets_it)


def test_what_is_checked_before_is_left_out_for_a_repeat(world: World) -> None:
    op, checked = str(uuid.uuid4()), list[int]()
    for _each in range(2):
        once(request(world, op), lambda: "/x/", before=lambda: checked.append(1))
    assert checked == [1]
