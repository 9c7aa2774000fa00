import datetime as dt
from typing import Any

import pytest
from django.http import Http404

from taoli.guidance.queries import open_steps
from taoli.guidance.services import record_correct, record_withdraw, step_tick
from tests.guidance.writing import facts, write
from tests.world import TODAY, World

STEP: dict[str, Any] = {"next_step": "看看作息", "next_on": TODAY + dt.timedelta(days=1)}


def words(world: World, name: str = "王敏") -> list[tuple[str, list[str], str]]:
    return [(one.words, list(one.students), one.day) for one in open_steps(world.actor(name))]


def test_a_step_of_two_students_is_one_line_until_it_is_ticked(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", "周一诺", **STEP)[0]
    assert words(settled) == [("看看作息", ["林子涵", "周一诺"], "明天")]
    assert step_tick(by=settled.actor("王敏"), pk=row.pk) == 2
    assert words(settled) == []
    step_tick(by=settled.actor("王敏"), pk=row.pk, done=False)
    assert len(words(settled)) == 1


def test_the_nearest_day_comes_first_and_a_step_without_a_day_last(settled: World) -> None:
    write(settled, "王敏", "林子涵", next_step="不急")
    write(settled, "王敏", "周一诺", next_step="后天", next_on=TODAY + dt.timedelta(days=2))
    write(settled, "王敏", "赵思源", next_step="昨天的", next_on=TODAY - dt.timedelta(days=1))
    assert [(one.words, one.is_due) for one in open_steps(settled.actor("王敏"))] == [
        ("昨天的", True),
        ("后天", False),
        ("不急", False),
    ]


def test_nobody_answered_and_it_closes_by_itself_once_somebody_does(settled: World) -> None:
    call: dict[str, Any] = {"kind": "family_contact", "channel": "phone"}
    write(settled, "王敏", "林子涵", made=False, **call)
    assert [(one.words, one.again, one.way) for one in open_steps(settled.actor("王敏"))] == [
        ("再联系一次", True, "phone")
    ]
    write(settled, "王敏", "林子涵", **call)
    assert words(settled) == []


def test_a_correction_keeps_the_tick_of_a_step_that_stays_and_opens_another(settled: World) -> None:
    by = settled.actor("王敏")
    row = write(settled, "王敏", "林子涵", **STEP)[0]
    step_tick(by=by, pk=row.pk)
    row = record_correct(by=by, pk=row.pk, facts=facts(place="操场", **STEP), reason="地点")
    assert words(settled) == []
    record_correct(by=by, pk=row.pk, facts=facts(next_step="看看月考"), reason="下一步")
    assert [said for said, _who, _day in words(settled)] == ["看看月考"]


def test_steps_are_their_writers_alone_and_go_with_the_record(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", **STEP)[0]
    assert words(settled, "李慧") == []
    with pytest.raises(Http404):
        step_tick(by=settled.actor("李慧"), pk=row.pk)
    record_withdraw(by=settled.actor("王敏"), pk=row.pk)
    assert words(settled) == []
