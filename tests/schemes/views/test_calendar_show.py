"""The calendar of a term."""

import datetime as dt
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.roster.models import SchoolDay, Term
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries.calendar import calendar_page
from tests.world import World

URL = reverse("schemes:calendar_show")


def mark(world: World, day: str, kind: str, **facts: object) -> None:
    SchoolDay.objects.update_or_create(
        school=world.school, day=day, defaults={"term": world.term, "kind": kind, "source": "book", **facts}
    )


def test_months_weeks_and_days_are_there_with_words_and_sources(world: World) -> None:
    mark(world, "2026-10-10", "make_up", follows=2, note="国庆调休")
    mark(world, "2026-11-04", "exam", note="期中考试")
    page = world.client("孙悦").get(URL).content.decode()
    for words in (
        "2026年10月",
        "2027年1月",
        "第 6 周",
        "第 10 周 · 考试周",
        "10月1日 周四 – 10月7日 周三：放假 · 国庆节 <small>国务院放假通知</small>",
        "10月10日 周六：调休上课 · 国庆调休 · 按周二课表 <small>学校校历</small>",
        "11月4日 周三：考试 · 期中考试",
        "2027 年的放假安排这里还没有",
        "发布方案后在这里显示。",
        "图例",
    ):
        assert words in page, words


def test_the_published_schemes_cycles_and_slots_lie_on_the_weeks(world: World, published: SchemeVersion) -> None:
    mark(world, "2026-10-14", "exam", note="月考周")
    page = world.client("王敏").get(URL).content.decode()
    for words in (
        "每轮 4 周，第 3 周周三下午最后一节自习 · 小组谈话或集体指导",
        "第 1 轮 · 第 1–4 周",
        "9月16日 周三",
        "10月19日 周一",
        "方案里每轮的固定时间",
    ):
        assert words in page, words
    shown = calendar_page(world.school.pk, world.term)
    assert [row.slot for row in shown.cycles][:2] == [dt.date(2026, 9, 16), dt.date(2026, 10, 19)]
    assert [row.cycle for row in shown.months[0].weeks] == [1, 1, 1, 1, 2]


def test_a_mentor_reads_and_corrects_nothing(world: World) -> None:
    page = world.client("王敏").get(f"{URL}?day=2026-10-10").content.decode()
    assert "2026-10-10 周六" in page
    assert reverse("roster:school_day_set") not in page
    assert reverse("roster:calendar_import") not in page
    assert "?term=" not in page


def test_a_day_opens_with_who_says_so_and_a_form(world: World) -> None:
    client = world.client("孙悦")
    page = client.get(f"{URL}?day=2026-10-10").content.decode()
    for words in ("依据", "国务院放假通知", reverse("roster:school_day_set"), 'value="2026-10-10"'):
        assert words in page, words
    mark(world, "2026-10-08", "ordinary", source="hand", note="照常上课")
    page = client.get(f"{URL}?day=2026-10-08").content.decode()
    assert "与平常一样 · 照常上课" in page
    assert "手工更正" in page
    assert "星期" in client.get(f"{URL}?day=2026-11-24").content.decode()


def test_days_that_are_none_open_nothing(world: World) -> None:
    client = world.client("孙悦")
    for day in ("nonsense", "2027-05-01"):
        assert client.get(f"{URL}?day={day}").context["day"] is None


def test_another_term_of_the_school_can_be_chosen_and_no_other(world: World) -> None:
    spring = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    client = world.client("孙悦")
    assert "2027年5月" in client.get(f"{URL}?term={spring.pk}").content.decode()
    assert client.get(f"{URL}?term={uuid.uuid4()}").status_code == 404


def test_a_school_without_a_term_is_asked_for_one(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    Term.objects.of(world.school)._raw_delete("default")
    assert "还没有录入学期" in world.client("孙悦").get(URL).content.decode()


def test_days_announced_later_are_offered(world: World) -> None:
    SchoolDay.objects.of(world.school).filter(day="2026-10-01").delete()
    page = world.client("孙悦").get(URL)
    assert page.context["not_taken_over"] == 3  # that day and the two weekend days of 中秋
    assert reverse("roster:announced_fill") in page.content.decode()


def test_it_asks_no_more_questions_with_more_days_and_cycles(world: World, published: SchemeVersion) -> None:
    client = world.client("孙悦")
    client.get(URL)
    few = queries(client)
    for day in (11, 12, 13):
        mark(world, f"2026-11-{day}", "exam")
    assert queries(client) == few


def queries(client: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(URL)  # type: ignore[attr-defined]
    return len(asked)
