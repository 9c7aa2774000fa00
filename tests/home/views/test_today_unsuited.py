import datetime as dt
import uuid

import pytest

from taoli.common.models import AuditEntry
from taoli.home.models import SetAside
from tests.world import World

ASKED = "请 周一诺、林子涵 来谈一谈"


def say(world: World, reason: str, *names: str, way: str = "talk", by: str = "王敏", op: str = "") -> int:
    ids = [str(world.students[name].pk) for name in names]
    sent = {"way": way, "suggested": ",".join(ids), "students": ids, "reason": reason, "op": op}
    status: int = world.client(by).post("/today/not-possible/", sent).status_code
    return status


def today(world: World) -> str:
    return world.client("王敏").get("/today/").content.decode()


def test_the_page_asks_why_and_with_whom(settled: World) -> None:
    ids = ",".join(str(settled.students[name].pk) for name in ("林子涵", "周一诺"))
    page = settled.client("王敏").get(f"/today/not-possible/?way=talk&suggested={ids}").content.decode()
    for words in ("林子涵", "周一诺", "今天不在校", "家长谢绝", "在别处上课", "原因只有你看得到"):
        assert words in page


def test_an_ill_student_is_left_out_and_a_call_is_suggested_instead(settled: World) -> None:
    assert say(settled, "ill", "周一诺") == 302
    page = today(settled)
    assert ASKED not in page
    assert "请 林子涵 来谈一谈" in page
    assert "周一诺：生病几天，11月26日 周四再提" in page
    assert f"?kind=phone&amp;students={settled.students['周一诺'].pk}" in page
    assert "给 周一诺 家里打个电话" in page


def test_a_family_that_declines_a_visit_is_asked_in_another_way(settled: World) -> None:
    say(settled, "declined", "林子涵", way="visit")
    page = today(settled)
    assert "林子涵：家长谢绝" in page
    assert "换成：电话" in page
    assert ASKED in page, "a talk at school is not touched by it"


@pytest.mark.parametrize(
    ("reason", "until"),
    [
        ("absent", dt.date(2026, 11, 24)),
        ("ill", dt.date(2026, 11, 26)),
        ("away", dt.date(2026, 12, 7)),
        ("declined", dt.date(2026, 12, 23)),
        ("elsewhere", dt.date(2026, 11, 30)),
        ("busy", dt.date(2026, 11, 24)),
    ],
)
def test_each_reason_lasts_its_own_time(settled: World, reason: str, until: dt.date) -> None:
    say(settled, reason, "林子涵")
    assert SetAside.objects.of(settled.school).get().until == until


def test_it_is_audited_without_the_reason(settled: World) -> None:
    say(settled, "ill", "林子涵")
    entry = AuditEntry.objects.of(settled.school).get(action="today.set_aside")
    assert "ill" not in str(entry.data)
    assert str(settled.students["林子涵"].pk) in str(entry.data)


def test_sent_twice_it_is_written_once(settled: World) -> None:
    op = str(uuid.uuid4())
    assert (say(settled, "ill", "林子涵", op=op), say(settled, "ill", "林子涵", op=op)) == (302, 302)
    assert SetAside.objects.of(settled.school).count() == 1


def test_without_a_reason_or_a_student_nothing_is_written(settled: World) -> None:
    assert say(settled, "", "林子涵") == 200
    assert say(settled, "because", "林子涵") == 200
    assert not SetAside.objects.of(settled.school).exists()


def test_another_mentors_student_is_not_there(settled: World) -> None:
    assert say(settled, "ill", "吴桐") == 200
    assert settled.stranger is not None
    sent = {"way": "talk", "suggested": str(settled.stranger.pk), "students": [str(settled.stranger.pk)]}
    page = settled.client("王敏").post("/today/not-possible/", {**sent, "reason": "ill"}).content.decode()
    assert "邻校生" not in page
    assert not SetAside.objects.of(settled.school).exists()


def test_nonsense_is_answered_calmly(settled: World) -> None:
    page = settled.client("王敏").get("/today/not-possible/?way=dance&suggested=1;drop").content.decode()
    assert "这条建议已经不在了" in page


def test_what_was_given_a_reason_is_not_brought_back_by_the_button_for_later(settled: World) -> None:
    say(settled, "busy", "林子涵", "周一诺")
    assert "重新显示放下的" not in today(settled)
