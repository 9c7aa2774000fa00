import pytest
from django.http import Http404

from taoli.care.models import AbsentLine, Attendance
from taoli.care.queries.absences import absence_lines
from taoli.care.services.attendance import mark_attendance, send_absence
from taoli.care.services.conferences import cancel_conference
from taoli.common.errors import TaoliError
from tests.care.meeting import meet
from tests.guidance.writing import write
from tests.world import World


def states(world: World) -> dict[str, str]:
    return dict(Attendance.objects.of(world.school).values_list("staff__name", "state"))


def test_who_is_not_tapped_is_not_there_and_who_sent_word_is_excused(world: World) -> None:
    row = meet(world)
    send_absence(by=world.actor("王敏"), pk=row.pk, lines={world.students["林子涵"].pk: "这周好多了"})
    assert mark_attendance(by=world.actor("李慧"), pk=row.pk, here=[world.staff["李慧"].pk]) == 1
    assert states(world) == {"李慧": "present", "王敏": "excused"}
    assert mark_attendance(by=world.actor("李慧"), pk=row.pk, here=[]) == 0
    assert states(world) == {"李慧": "absent", "王敏": "excused"}


def test_the_line_begins_with_the_last_record_and_never_with_its_private_text(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="妈妈住院了")
    row = meet(settled)
    lines = {one.name: one.text for one in absence_lines(settled.actor("王敏"), row)}
    assert set(lines) == {"林子涵", "周一诺"}
    assert "11月23日" in lines["林子涵"]
    assert "妈妈" not in lines["林子涵"]
    assert lines["周一诺"] == ""


def test_sent_again_a_line_takes_the_place_of_the_one_before(world: World) -> None:
    row, by = meet(world), world.actor("王敏")
    for words in ("第一句", "第二句"):
        send_absence(by=by, pk=row.pk, lines={world.students["林子涵"].pk: words})
    assert [one.text for one in AbsentLine.objects.of(world.school)] == ["第二句"]
    assert absence_lines(by, row)[0].text == "第二句"


def test_lines_about_others_students_and_too_long_ones_are_not_written(world: World) -> None:
    row, by = meet(world), world.actor("王敏")
    assert send_absence(by=by, pk=row.pk, lines={world.students["孙浩然"].pk: "不是我的"}) == 0
    with pytest.raises(TaoliError, match="300"):
        send_absence(by=by, pk=row.pk, lines={world.students["林子涵"].pk: "长" * 301})
    assert not AbsentLine.objects.of(world.school).exists()


def test_who_is_not_expected_sends_nothing_and_a_meeting_called_off_has_no_attendance(world: World) -> None:
    row = meet(world)
    with pytest.raises(Http404):
        send_absence(by=world.actor("赵国栋"), pk=row.pk, lines={})
    cancel_conference(by=world.actor("李慧"), pk=row.pk, reason="停电")
    with pytest.raises(TaoliError, match="不开"):
        mark_attendance(by=world.actor("李慧"), pk=row.pk, here=[])
