from taoli.care.models import AbsentLine
from tests.care.meeting import meet, sent, url
from tests.guidance.writing import write
from tests.world import World


def test_two_taps_send_the_prefilled_lines(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    row, client = meet(settled), settled.client("王敏")
    page = client.get(url(row, "absence/")).content.decode()
    assert "林子涵" in page
    assert "孙浩然" not in page
    assert "11月23日" in page
    field = f"line-{settled.students['林子涵'].pk}"
    client.post(url(row, "absence/"), sent(**{field: "11月23日 谈心"}))
    assert AbsentLine.objects.of(settled.school).get().text == "11月23日 谈心"
    assert "我已请假" in client.get("/care/conferences/").content.decode()


def test_a_line_too_long_is_told_and_kept(settled: World) -> None:
    row = meet(settled)
    field = f"line-{settled.students['林子涵'].pk}"
    page = settled.client("王敏").post(url(row, "absence/"), sent(**{field: "长" * 301})).content.decode()
    assert "最多 300" in page
    assert "长" * 301 in page


def test_who_is_not_expected_finds_nothing_and_who_has_no_student_there_can_still_say_so(settled: World) -> None:
    assert settled.client("赵国栋").get(url(meet(settled), "absence/")).status_code == 404
    row = meet(settled, members=[settled.staff["赵国栋"].pk])
    assert "没有你的学生" in settled.client("赵国栋").get(url(row, "absence/")).content.decode()
