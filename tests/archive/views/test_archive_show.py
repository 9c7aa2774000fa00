import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from taoli.archive.models import GrowthEntry
from taoli.archive.queries import marks
from taoli.archive.queries.marks import Mark
from taoli.archive.services import MonthLine, change_settings, write_month
from taoli.common import clock
from taoli.common.models import ViewLog
from taoli.guidance.models import GuidanceRecord
from tests.archive.growing import aim
from tests.archive.keeping import drawn, keep
from tests.archive.speaking import release
from tests.guidance.reporting import hand_in
from tests.guidance.writing import write
from tests.world import TODAY, World


def url(world: World, student: str = "林子涵") -> str:
    return f"/archive/students/{world.students[student].pk}/"


def look(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def fill(world: World) -> None:
    """Something of everything."""
    keep(world, files=[drawn()])
    keep(world, "林子涵", "水彩《秋》获校展一等奖", section="honours", seen_by="family")
    keep(world, "林子涵", "对花生过敏", section="health", seen_by="class")
    aim(world, "读完三本书")
    write(world, "王敏", "林子涵", private_text="只给导师看的话")
    hand_in(world)
    release(world)
    line = MonthLine(student_id=world.students["林子涵"].pk, aspects=[], sentence="主动留下来打扫")
    write_month(by=world.actor("李慧"), room=str(world.classes["高一(1)班"].pk), month=TODAY, lines=[line])


def test_the_student_sees_everything_of_the_own_archive_and_the_way_to_the_own_notes(settled: World) -> None:
    fill(settled)
    page = look(settled.client("林子涵"), url(settled))
    for words in (
        "校运会接力跑第三棒",
        "水彩《秋》",
        "对花生过敏",
        "读完三本书",
        "主动留下来打扫",
        "受导记录",
        "与林子涵谈话",
    ):
        assert words in page
    assert "/archive/notes/" in page
    assert "只给导师看的话" not in page
    assert not ViewLog.objects.of(settled.school).filter(page="archive:archive_show").exists()


def test_each_sees_what_is_meant_for_them_and_readings_are_logged(settled: World) -> None:
    fill(settled)
    mentor, lead, family = (look(settled.client(name), url(settled)) for name in ("王敏", "赵国栋", "林母"))
    assert "对花生过敏" in mentor
    assert "对花生过敏" not in lead
    assert "健康" not in lead
    assert "校运会" not in family
    assert "水彩《秋》" in family
    logged = ViewLog.objects.of(settled.school).filter(noun="archive.entry", page="archive:archive_show")
    assert {row.person_id for row in logged} == {settled.staff["赵国栋"].pk, settled.guardians["林母"].pk}


@pytest.mark.parametrize("name", ["吴考", "何静", "郑明"])
def test_who_has_nothing_to_do_with_it_does_not_open_it(settled: World, name: str) -> None:
    assert settled.client(name).get(url(settled)).status_code == 403


@pytest.mark.parametrize(("name", "student"), [("林子涵", "周一诺"), ("王敏", "孙浩然"), ("林母", "周一诺")])
def test_a_student_beyond_reach_is_not_found(settled: World, name: str, student: str) -> None:
    assert settled.client(name).get(url(settled, student)).status_code == 404
    assert settled.stranger is not None
    assert settled.client(name).get(f"/archive/students/{settled.stranger.pk}/").status_code == 404


def test_the_timeline_is_narrowed_by_kind_and_year(settled: World) -> None:
    keep(settled, text="去年的活动", happened_on=dt.date(2025, 10, 1))
    keep(settled, "林子涵", "今年的作品", section="works")
    client = settled.client("王敏")

    def items(query: str) -> str:
        return look(client, url(settled) + query).split('id="timeline"')[1]

    assert "今年的作品" not in items("?kind=activities")
    assert "去年的活动" not in items("?year=2026")
    assert "没有这一类内容" in items("?year=2025&kind=works")
    assert "今年的作品" in items("?page=nonsense")


def test_an_empty_archive_says_why_and_offers_the_next_step(settled: World) -> None:
    page = look(settled.client("王敏"), url(settled))
    assert "暂无记录" in page
    assert "/add/" in page
    assert "/add/" not in look(settled.client("钱程"), url(settled))


def test_where_families_do_not_write_no_button_offers_it(settled: World) -> None:
    change_settings(by=settled.office, sections=["works"], family_reads=True, family_writes=False, edit=0)
    assert "/add/" not in look(settled.client("林母"), url(settled))


def test_staff_see_who_is_guardian(settled: World) -> None:
    assert "林母 (母亲)" in look(settled.client("王敏"), url(settled))
    assert "林母 (母亲)" not in look(settled.client("林母"), url(settled))


def test_marks_stand_beside_the_own_past_with_their_numbers(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        Mark("期中", dt.date(2026, 11, 5), "数学", "92", "120", 92 / 120, "比自己以往高"),
        Mark("月考", dt.date(2026, 10, 5), "数学", "80", "120", 80 / 120),
        Mark("月考", dt.date(2026, 10, 5), "语文", "缺考", "", None),
    ]
    monkeypatch.setattr(marks, "_history", lambda *_ids, family: [] if family else rows)
    page = look(settled.client("王敏"), url(settled))
    for words in ("<polyline", "92 / 120", "比自己以往高", "缺考", "2 次"):
        assert words in page
    assert "<polyline" not in look(settled.client("林母"), url(settled))


def entries(world: World, count: int) -> None:
    """Six years of entries, each third with a day of its own."""
    row = keep(world)
    more = [
        GrowthEntry(
            school=world.school,
            occasion=row.occasion,
            student_id=row.student_id,
            section=GrowthEntry.Section.values[place % 10],
            text=f"第{place}条",
            happened_on=TODAY - dt.timedelta(days=place * 3),
            entered_at=clock.now(),
            by_kind="staff",
            staff_id=row.staff_id,
            seen_by="family",
            version=place + 2,
        )
        for place in range(count - 1)
    ]
    GrowthEntry.objects.bulk_create(more)


def records(world: World, count: int) -> None:
    """As many talks."""
    row = write(world, "王敏", "林子涵")[0]
    known = {name: getattr(row, name) for name in ("occasion", "student_id", "by_id", "pairing_id", "school_class_id")}
    GuidanceRecord.objects.bulk_create(
        GuidanceRecord(
            school=world.school,
            kind="talk",
            channel="face_to_face",
            held_on=TODAY - dt.timedelta(days=place * 7),
            entered_at=clock.now(),
            **known,
        )
        for place in range(count)
    )


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        look(client, address)
    return len(caught)


def test_it_takes_as_many_queries_for_three_entries_as_for_one(settled: World) -> None:
    client, counts = settled.client("李慧"), []
    for _each in (1, 2):
        keep(settled, files=[drawn()])
        counts.append(asked(client, url(settled)))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["王敏", "李慧", "孙悦", "林子涵", "林母"])
def test_six_years_with_600_entries_take_at_most_fifteen_queries(settled: World, name: str) -> None:
    fill(settled)
    entries(settled, 600)
    records(settled, 200)
    client = settled.client(name)
    look(client, url(settled))
    assert asked(client, url(settled)) <= 15
