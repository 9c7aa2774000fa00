import pytest
from django.core.management import CommandError

from taoli.common.each_school import ALL, BUREAUS, each_school
from taoli.common.models import School
from tests.world import World


def test_what_fails_in_one_school_keeps_no_other_waiting(world: World, caplog: pytest.LogCaptureFixture) -> None:
    done: list[School] = []

    def work(school: School) -> None:
        if school.pk == world.school.pk:
            raise ValueError("a broken row")
        done.append(school)

    with pytest.raises(CommandError, match=f"Failed for {world.school.code};"):
        list(each_school(work))
    assert done == [world.other]
    assert "a broken row" in caplog.text


def test_bureaus_are_asked_for_by_name(world: World) -> None:
    def code(school: School) -> str:
        return school.code

    schools, bureaus = dict(each_school(code)), dict(each_school(code, BUREAUS))
    assert set(bureaus) == set(world.bureaus.values())
    assert not schools.keys() & bureaus.keys()
    assert dict(each_school(code, ALL)) == schools | bureaus
