"""班教导会, 会诊, 办公会 and the list to sign."""

from typing import Any

import pytest

from taoli.care.models import Attendance, Conference
from taoli.care.services.cases import raise_case
from taoli.care.services.conferences import hold_conference
from taoli.care.services.minutes import write_decision, write_summary
from taoli.common.models import ViewLog
from tests.care.meeting import agree, line_about, meet, prepared
from tests.documents.official.school_forms import data, queries, sheets
from tests.world import World


def held(world: World, **said: Any) -> Conference:
    """The class conference of 高一(1)班: 林子涵 spoken of, two things agreed, a summary."""
    row, by = meet(world, **said), world.actor("李慧")
    item = line_about(world, row, "林子涵")
    line_about(world, row, "周一诺")
    write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="先观察一周")
    agree(world, row, student="林子涵")
    write_summary(by=by, pk=row.pk, edit=1, text="一切平稳")
    hold_conference(by=by, pk=row.pk)
    return row


def test_the_minutes_say_who_came_what_was_decided_and_who_does_what(world: World) -> None:
    row = held(world)
    found = data(world, "class_conference", "李慧", row.pk)
    assert found["title"].endswith("高一(1)班")
    assert (found["day"], found["summary"]) == ("2026年11月23日", "一切平稳")
    assert [one["about"] for one in found["agenda"]] == ["林子涵（高一(1)班）", "周一诺（高一(1)班）"]
    assert [one["decision"] for one in found["decisions"]] == ["先观察一周"]
    assert found["actions"] == [
        {"owner": "王敏", "text": "和家长约一次谈话", "student": "林子涵", "due": "2026年11月30日"}
    ]
    assert {"王敏", "李慧"} <= {name for line in found["signatures"] for name in line.values()}
    assert [one["topic"] for one in found["topics"]] == ["品德", "心理", "学习", "纪律", "活动"]
    assert ViewLog.objects.of(world.school).count() == 2


def test_what_is_only_for_the_chair_is_not_printed(settled: World) -> None:
    student = settled.students["林子涵"]
    raise_case(by=settled.actor("王敏"), student_id=student.pk, reason="夜里不睡", seriousness="watch")
    row = prepared(settled)
    found = str(data(settled, "class_conference", "李慧", row.pk))
    assert "林子涵" in found
    assert "夜里不睡" not in found
    assert "需要更多关注" not in found


def test_one_without_lines_or_people_is_a_sheet_for_the_pen(world: World) -> None:
    row = meet(world)
    Attendance.objects.of(world.school).delete()
    found = data(world, "class_conference", "李慧", row.pk)
    assert (found["agenda"], found["decisions"], found["actions"], found["signatures"]) == ([], [], [], [])
    assert (found["expected"], found["count"], found["present"]) == ("", "", "")


def test_who_only_takes_part_or_is_elsewhere_gets_no_sheet(world: World) -> None:
    row = held(world)
    for form in ("class_conference", "meeting_sign_in"):
        assert sheets(world, form, "王敏", row.pk) == []
        assert sheets(world, form, "何静", row.pk) == []
        assert len(sheets(world, form, "赵国栋", row.pk)) == 1


@pytest.mark.parametrize("form", ["consultation", "principal_meeting"])
def test_each_form_prints_its_own_kinds(world: World, form: str) -> None:
    row = meet(world)
    assert sheets(world, form, "孙悦", row.pk) == []
    kind, place = {"consultation": ("grade", f"grade-{world.grades['高一'].pk}")}.get(form, ("principal", "school"))
    other = meet(world, "孙悦", kind=kind, place=place)
    assert [one.about for one in sheets(world, form, "孙悦", row.pk, other.pk)] == [other.pk]


def test_a_restricted_committee_is_in_no_form(world: World) -> None:
    row = meet(world, "孙悦", kind="bullying", place="school", members=[world.staff["孙悦"].pk])
    assert sheets(world, "principal_meeting", "孙悦", row.pk) == []
    assert sheets(world, "meeting_sign_in", "孙悦", row.pk) == []


@pytest.mark.parametrize("form", ["class_conference", "meeting_sign_in"])
def test_always_as_many_statements(world: World, form: str) -> None:
    rows = [held(world, title=f"第{number}次").pk for number in (1, 2, 3)]
    assert queries(world, form, "孙悦", *rows) == queries(world, form, "孙悦", rows[0])


def test_everybody_expected_is_there_to_sign(world: World) -> None:
    row = meet(world)
    found = data(world, "meeting_sign_in", "李慧", row.pk)
    names = [value for line in found["signatures"] for key, value in line.items() if key.startswith("name")]
    assert found["expected"] == f"{len(names)} 人"
    assert {"王敏", "李慧"} <= set(names)


def test_the_staff_sign_without_telephones(world: World) -> None:
    found = data(world, "staff_sign_in", "孙悦")
    assert found["expected"] == "10 人"
    assert found["signatures"][0]["name0"] == "王敏"
    assert "138" not in str(found)
