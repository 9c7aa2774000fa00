import datetime as dt

import pytest
from django.core.management import call_command

from taoli.duties.models import DutyCell
from taoli.duties.services import add_acts
from taoli.roster.models import Term
from tests.duties.school import did
from tests.world import World


def spoil(world: World) -> None:
    add_acts(by=world.office, acts=did(world, "王敏", "林子涵"))
    DutyCell.objects.of(world.school).filter(done=1).update(done=3)


def test_no_drift_is_printed_and_passes(settled: World, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("recount", "--school", "taoli")
    assert capsys.readouterr().out == "taoli 2026-2027学年第一学期: drift 0 cells, 0 sums, 0 weeks\n"


def test_drift_is_printed_and_fails(settled: World, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(settled)
    with pytest.raises(SystemExit) as refusal:
        call_command("recount")
    assert refusal.value.code == 1
    assert "drift 1 cells, 0 sums, 0 weeks" in capsys.readouterr().out
    assert DutyCell.objects.of(settled.school).filter(done=3).exists()


def test_fix_mends_tells_and_is_clean_afterwards(settled: World, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(settled)
    with pytest.raises(SystemExit):
        call_command("recount", "--fix")
    call_command("recount")
    assert capsys.readouterr().out.splitlines()[-1].endswith("drift 0 cells, 0 sums, 0 weeks")


def test_every_night_the_running_terms_only(settled: World, capsys: pytest.CaptureFixture[str]) -> None:
    day = dt.date(2026, 2, 20)
    Term.objects.create(school=settled.school, name="2025-2026学年第二学期", starts=day, ends=dt.date(2026, 7, 10))
    call_command("recount", "--school", "taoli")
    assert len(capsys.readouterr().out.splitlines()) == 2
    call_command("recount", "--school", "taoli", "--running")
    assert capsys.readouterr().out.startswith("taoli 2026-2027学年第一学期: drift 0")
