import datetime as dt
import json
from typing import Any

import pytest

from taoli.guidance.queries.choices import choices
from taoli.guidance.queries.habits import daily_students, groups_of, just_alike, last_times
from taoli.roster.models import AttentionMark
from tests.guidance.writing import write
from tests.world import TODAY, World

LABELS = ("学业辅导", "生活指导")


def last(world: World) -> dict[str, Any]:
    by = world.actor("王敏")
    found: dict[str, Any] = json.loads(last_times(by, choices(by), LABELS))
    return found


def mark(world: World, name: str, starts: dt.date = TODAY, ends: dt.date | None = None) -> None:
    AttentionMark.objects.create(school=world.school, student=world.students[name], starts=starts, ends=ends)


def daily(world: World) -> list[tuple[str, bool]]:
    by = world.actor("王敏")
    return [(one.name, one.done) for one in daily_students(by, [one for one in choices(by) if one.mine])]


def test_last_time_is_my_last_record_and_each_students_own(settled: World) -> None:
    write(settled, "王敏", "赵思源", kind="family_contact", channel="phone", held_on=TODAY - dt.timedelta(days=9))
    write(settled, "王敏", "林子涵", "周一诺", guidances=["学业辅导", "旧的导"], place="操场", private_text="不外传")
    found = last(settled)
    one, two, three = (str(settled.students[name].pk) for name in ("林子涵", "周一诺", "赵思源"))
    assert found[""]["students"] == [one, two]
    assert (found[""]["kind"], found[""]["topics"], found[""]["place"]) == ("talk", ["学业辅导"], "操场")
    assert (found[three]["kind"], found[three]["when"]) == ("phone", "9天前")
    assert found[one]["students"] == [one]
    assert "不外传" not in json.dumps(found, ensure_ascii=False)


def test_last_time_is_nobody_elses_and_no_failed_call(settled: World) -> None:
    write(settled, "李慧", "林子涵")
    write(settled, "王敏", "林子涵", kind="family_contact", channel="phone", made=False)
    assert last(settled) == {}


def test_the_group_of_each_student_is_known(settled: World) -> None:
    ids = [settled.students[name].pk for name in ("林子涵", "周一诺", "赵思源")]
    found = groups_of(settled.actor("王敏"), ids)
    assert found[ids[0]] == found[ids[1]] != found[ids[2]]


def test_those_marked_today_are_seen_every_day_and_a_talk_today_counts(settled: World) -> None:
    mark(settled, "林子涵")
    mark(settled, "周一诺", ends=TODAY)
    mark(settled, "赵思源", starts=TODAY - dt.timedelta(days=9), ends=TODAY - dt.timedelta(days=1))
    mark(settled, "孙浩然")
    write(settled, "王敏", "周一诺")
    assert daily(settled) == [("林子涵", False), ("周一诺", True)]


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        ({}, True),
        ({"private_text": "另一句"}, False),
        ({"guidances": ["生活指导"]}, False),
        ({"held_on": TODAY - dt.timedelta(days=1)}, False),
    ],
)
def test_only_the_very_same_is_alike(settled: World, said: dict[str, Any], alike: bool) -> None:
    write(settled, "王敏", "林子涵")
    same = {"kind": "talk", "channel": "face_to_face", "held_on": TODAY, "guidances": [], "private_text": ""} | said
    ids = [settled.students["林子涵"].pk]
    assert bool(just_alike(settled.actor("王敏"), ids, None, **same)) is alike
    assert just_alike(settled.actor("李慧"), ids, None, **same) == ""
