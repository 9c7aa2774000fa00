import base64

import pytest

from taoli.common.errors import TaoliError
from taoli.common.unit import unit_of_work
from taoli.roster.models import StudentKey
from taoli.roster.queries.sealing import open_about
from taoli.roster.services.sealing import seal_about
from tests.world import World

PLACE = "care.case/1/reason"


def sealed(world: World, text: str, name: str = "林子涵") -> str:
    with unit_of_work():
        return seal_about(world.school.pk, world.students[name].pk, text, PLACE)


def opened(world: World, text: str, name: str = "林子涵", place: str = PLACE) -> str:
    return open_about(world.school.pk, world.students[name].pk, text, place)


def test_what_was_sealed_is_opened_again_and_stands_nowhere_in_between(world: World) -> None:
    kept = sealed(world, "夜里常哭")
    assert opened(world, kept) == "夜里常哭"
    assert "夜里常哭".encode() not in base64.b64decode(kept)
    assert sealed(world, "夜里常哭") != kept
    assert StudentKey.objects.of(world.school).count() == 1


def test_an_empty_text_stays_empty_and_needs_no_key(world: World) -> None:
    assert sealed(world, "") == ""
    assert opened(world, "") == ""
    assert not StudentKey.objects.of(world.school).exists()


def test_it_opens_only_where_and_for_whom_it_was_sealed(world: World) -> None:
    kept = sealed(world, "夜里常哭")
    sealed(world, "别的", "周一诺")
    for name, place in (("周一诺", PLACE), ("孙浩然", PLACE), ("林子涵", "care.case/2/reason")):
        with pytest.raises(TaoliError):
            opened(world, kept, name, place)
    with pytest.raises(TaoliError):
        opened(world, "spoilt!")


def test_with_the_key_thrown_away_it_stays_closed_and_new_words_get_a_new_key(world: World) -> None:
    kept = sealed(world, "夜里常哭")
    StudentKey.objects.of(world.school).update(wrapped="")
    with pytest.raises(TaoliError):
        opened(world, kept)
    later = sealed(world, "后来")
    assert opened(world, later) == "后来"
    with pytest.raises(TaoliError):
        opened(world, kept)
