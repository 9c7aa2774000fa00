"""`manage.py add_term`."""

import io

import pytest
from django.core.management import CommandError, call_command

from taoli.roster.models import SchoolDay, Term
from tests.world import World


def run(*more: str) -> str:
    out = io.StringIO()
    call_command("add_term", *more, stdout=out)
    return out.getvalue()


def test_a_term_is_entered_with_holidays_and_unknown_years_are_told(world: World) -> None:
    text = run("--school", "linxiao", "--starts", "2026-09-01", "--ends", "2027-01-22")
    assert "2026-2027学年第一学期" in text
    assert "2027 年的放假安排这里还没有" in text
    term = Term.objects.of(world.other).get()
    assert SchoolDay.objects.of(world.other).filter(term=term, kind="holiday").count() == 10


def test_a_clash_and_an_unknown_school_are_told(world: World) -> None:
    with pytest.raises(CommandError, match="已经有名为"):
        run("--school", "taoli", "--starts", "2026-09-01", "--ends", "2027-01-22")
    with pytest.raises(CommandError, match="no school with the code nope"):
        run("--school", "nope", "--starts", "2026-09-01", "--ends", "2027-01-22")
