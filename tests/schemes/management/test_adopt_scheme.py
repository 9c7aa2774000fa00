from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from taoli.schemes.models import SchemeVersion
from tests.world import World

SET = ("--set", "cycle.weeks=4", "--set", "capacity.mentor.min=0", "--set", "capacity.mentor.max=10")


def run(*words: str) -> str:
    said = StringIO()
    call_command("adopt_scheme", *words, stdout=said)
    return said.getvalue()


def test_a_preset_is_in_force_with_what_was_typed(world: World) -> None:
    said = run("taigu-no2-2012", "--school", "taoli", "--from", "2026-09-01", *SET)
    row = SchemeVersion.objects.of(world.school).get(state="published")
    assert "in force from 2026-09-01" in said
    assert (row.changes["cycle.weeks"], row.changes["capacity.mentor.max"]) == (4, 10)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("taigu-no2-2012", "--school", "nowhere"), "no school with the code nowhere"),
        (("no-such-preset", "--school", "taoli"), "no preset called no-such-preset"),
        (("taigu-no2-2012", "--school", "taoli", "--set", "cycle.weeks"), "write PATH=VALUE"),
        (("taigu-no2-2012", "--school", "taoli"), "还有 3 处没有填写"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_in_force(world: World, words: tuple[str, ...], cause: str) -> None:
    with pytest.raises(CommandError, match=cause):
        run(*words, "--from", "2026-09-01")
    assert not SchemeVersion.objects.of(world.school).filter(state="published").exists()
