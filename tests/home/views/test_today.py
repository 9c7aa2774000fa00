import datetime as dt
import re

from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from taoli.duties.services import add_acts
from taoli.engine.scheme import Scheme, apply_changes
from taoli.matching.models import Pairing
from taoli.roster.models import AttentionMark, BellTime, StaffLeave, Student, TimetableLesson
from tests.duties.school import did, pair, put_in_force, taigu
from tests.guidance.writing import write
from tests.matching.published import published_round
from tests.world import START, TODAY, World

MOST_QUERIES = 18  # among them: one's measures for students in key attention, the cases one leads, open surveys


def page_of(world: World, name: str = "王敏") -> str:
    answer = world.client(name).get("/today/")
    assert answer.status_code == 200
    return answer.content.decode()


def cards(page: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", page)


def test_at_most_three_next_actions_each_with_its_clause(settled: World) -> None:
    page = page_of(settled)
    assert (
        cards(page)
        == [
            "请 林子涵、周一诺 来谈一谈",
            "和 朝阳组 做一次活动",
            "给 周一诺 家里打个电话",
        ]
        or len(cards(page)) == 3
    )
    assert "太谷二中2012 · 个别指导" in page
    assert "太谷二中2012 · 每轮活动" in page
    assert "太谷二中2012 · 家长沟通" in page
    assert "对每名学生每月至少一次个别指导" in page


def test_the_set_that_settles_most_in_one_go_comes_first(settled: World) -> None:
    assert cards(page_of(settled))[0] == "请 周一诺、林子涵 来谈一谈"


def test_one_tap_leads_to_the_record_page_with_everything_chosen(settled: World) -> None:
    people = settled.students
    page = page_of(settled)
    (first, *_others) = re.findall(r'href="(/guidance/records/new/[^"]+)"', page.split("<h3>")[1])
    assert first.startswith("/guidance/records/new/?kind=talk&amp;students=")
    assert {str(people["林子涵"].pk), str(people["周一诺"].pk)} == set(first.split("students=")[1].split(","))
    record = settled.client("王敏").get(first.replace("&amp;", "&")).content.decode()
    assert record.count("checked") >= 3


def test_a_record_shortens_the_list(settled: World) -> None:
    write(settled, "王敏", "林子涵", "周一诺")
    assert "请 周一诺、林子涵 来谈一谈" not in page_of(settled)


def test_a_finished_week_says_so_and_stops(settled: World) -> None:
    with_all = ("林子涵", "周一诺", "赵思源")
    for facts in ({}, {"kind": "group_activity"}):
        for names in (with_all[:2], with_all[2:]):
            add_acts(by=settled.actor("王敏"), acts=did(settled, "王敏", *names, **facts))
    for name in with_all:
        calls = did(settled, "王敏", name, kind="family_contact", channel="phone")
        add_acts(by=settled.actor("王敏"), acts=calls)
    page = page_of(settled)
    assert "本周都有着落了" in page
    assert cards(page) == []


def test_my_students_say_when_any_adult_last_had_contact(settled: World) -> None:
    held = dt.date(2026, 11, 14)
    add_acts(by=settled.actor("李慧"), acts=did(settled, "李慧", "林子涵", held_on=held, entered_on=held))
    page = page_of(settled)
    assert "9天前" in page
    assert page.count("暂无记录") >= 2
    assert "未谈话" not in page


def test_a_mentor_without_students_is_told_why_the_page_is_empty(settled: World) -> None:
    Pairing.objects.of(settled.school).filter(mentor=settled.staff["王敏"]).update(ends=START)
    page = page_of(settled)
    assert "还没有学生" in page
    assert cards(page) == []


def test_without_a_scheme_nothing_is_asked(world: World) -> None:
    assert "还没有学生" in page_of(world)


def test_nobody_but_mentors_opens_it(settled: World) -> None:
    assert settled.client("孙悦").get("/today/").status_code == 403


def test_anonymous_is_sent_to_sign_in(client: object) -> None:
    answer = client.get("/today/")  # type: ignore[attr-defined]
    assert answer["Location"] == "/sign-in/?next=/today/"


def test_it_asks_the_same_eighteen_questions_at_most_with_more_students(settled: World) -> None:
    client = settled.client("王敏")
    client.get("/today/")
    few = queries(client)
    for place in range(3):
        name = f"新生{place}"
        settled.students[name] = Student.objects.create(
            school=settled.school,
            number=f"N{place}",
            name=name,
            school_class=settled.classes["高一(1)班"],
            mentor=settled.staff["王敏"],
        )
        pair(settled, name, "王敏")
    client.get("/today/")
    assert queries(client) == few <= MOST_QUERIES


def queries(client: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/today/").status_code == 200  # type: ignore[attr-defined]
    return len(asked)


def talk_every(per: str) -> Scheme:
    return apply_changes(taigu(), {"duties.individual.per": per})


def without_talk() -> Scheme:
    rules = talk_every("week")
    kept = tuple(duty for duty in rules.duties if duty.key != "individual")
    return rules.model_copy(update={"duties": kept, "appraisal": None})


def test_a_version_of_today_changes_what_is_asked(world: World) -> None:
    put_in_force(world, talk_every("week"))
    pair(world, "林子涵", "王敏")
    assert "个别指导 · 1 人 · 到 11月27日" in page_of(world)
    put_in_force(world, talk_every("two_weeks"), on=TODAY)
    assert "个别指导 · 1 人 · 到 12月4日" in page_of(world)


def test_what_an_earlier_version_asks_for_is_shown_with_its_clause_until_its_period_ends(world: World) -> None:
    put_in_force(world, talk_every("week"))
    pair(world, "林子涵", "王敏")
    put_in_force(world, without_talk(), on=TODAY + dt.timedelta(days=1))
    page = page_of(world)
    assert "个别指导 · 1 人 · 到 11月27日" in page
    assert "太谷二中2012 · 个别指导" in page


def test_what_two_versions_ask_for_at_once_is_named_once(settled: World) -> None:
    put_in_force(settled, talk_every("week"), on=dt.date(2026, 11, 16))
    page = page_of(settled)
    assert "个别指导 · 2 人 · 到" in page
    assert "个别指导、个别指导" not in page


def test_what_a_round_asks_stands_on_the_page(world: World) -> None:
    published_round(world)
    assert "与学生第一次见面，然后点一下记下来。" in world.client("王敏").get("/today/").content.decode()


def test_the_moments_left_of_the_day_are_said(settled: World) -> None:
    with override_settings(DEMO=True, DEMO_CLOCK="2026-11-23T10:05"):
        assert "课间、午休、放学后到 18:00" in page_of(settled)
    with override_settings(DEMO=True, DEMO_CLOCK="2026-11-23T15:05"):
        page = page_of(settled)
        assert "放学后到 18:00" in page
        assert "午休" not in page
    with override_settings(DEMO=True, DEMO_CLOCK="2026-11-23T18:05"):
        assert "上课日的课间、午休，或放学后到 18:00" in page_of(settled)


def test_with_a_timetable_the_break_after_the_own_lesson_is_said(settled: World) -> None:
    for number, starts in enumerate((8, 9, 10, 14), start=1):
        bell = {"number": number, "starts": dt.time(starts), "ends": dt.time(starts, 40)}
        BellTime.objects.create(school=settled.school, **bell)
    room, staff = settled.classes["高一(1)班"], settled.staff["王敏"]
    known = {"term": settled.term, "staff": staff, "school_class": room, "weekday": 1, "period": 3}
    TimetableLesson.objects.create(school=settled.school, **known)
    with override_settings(DEMO=True, DEMO_CLOCK="2026-11-23T08:05"):
        assert "第3节后（你刚给这个班上完课，10:40）、午休、放学后到 18:00" in page_of(settled)


def test_who_needs_more_attention_is_asked_first_and_marked_discreetly(settled: World) -> None:
    write(settled, "李慧", "林子涵")
    AttentionMark.objects.create(school=settled.school, student=settled.students["赵思源"], starts=START)
    page = page_of(settled)
    assert cards(page)[0] == "请 赵思源 来谈一谈"
    assert page.count('class="near-mark"') == 1
    AttentionMark.objects.of(settled.school).update(ends=TODAY - dt.timedelta(1))
    assert "near-mark" not in page_of(settled)


def test_who_stands_in_sees_the_students_and_what_is_asked_for_them(settled: World) -> None:
    settled.client("王敏").get("/today/")
    leave = {"staff": settled.staff["周宁"], "substitute": settled.staff["王敏"], "starts": TODAY}
    StaffLeave.objects.create(school=settled.school, ends=dt.date(2026, 12, 4), **leave)
    page = page_of(settled)
    assert "代 周宁 照看学生，到 12月4日 周五" in page
    assert "吴桐" in page
    assert "代 · 暂无记录" in page
    StaffLeave.objects.of(settled.school).update(ends=TODAY - dt.timedelta(1))
    assert "吴桐" not in page_of(settled)


def test_the_week_at_a_glance_counts_students_by_day(settled: World) -> None:
    write(settled, "王敏", "林子涵", "周一诺")
    strip = page_of(settled).split('<ol class="week-strip">')[1].split("</ol>")[0]
    assert strip.count("<li") == 5
    assert "2 人" in strip.split("周二")[0]
    assert 'aria-current="date"' in strip.split("周二")[0]


def test_a_kind_without_a_way_on_the_record_page_is_said_in_words_too(settled: World) -> None:
    add_acts(by=settled.actor("王敏"), acts=did(settled, "王敏", "林子涵", kind="reflection"))
    assert "reflection" not in page_of(settled)
