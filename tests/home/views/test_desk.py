import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common import clock
from taoli.common.tenancy import cross_school
from taoli.duties.queries import ensure_cells
from taoli.roster.models import AttentionMark, Group, RosterImport, SchoolDay, Student, Term
from taoli.roster.services.people import open_accounts
from taoli.schemes.models import SchemeVersion
from tests.duties.school import pair
from tests.matching.published import published_round
from tests.world import START, World


def get(world: World, name: str = "孙悦") -> str:
    answer = world.client(name).get("/desk/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_year_is_a_strip_of_eleven_stations(settled: World) -> None:
    page = get(settled)
    assert page.count('<li class="step-item') == 11
    assert "学年进程" in page


def test_students_without_a_mentor_are_counted(settled: World) -> None:
    assert figure(get(settled), "没有导师的学生") == 0
    Student.objects.of(settled.school).filter(name="林子涵").update(mentor=None)
    assert figure(get(settled), "没有导师的学生") == 1


def figure(page: str, label: str) -> int:
    after = page.split(f"{label}</span>")[1]
    return int(after.split('figure-n">')[1].split("<")[0])


def test_what_waits_for_the_office_is_listed_with_its_page(settled: World) -> None:
    scheme = SchemeVersion.objects.create(
        school=settled.school, preset_key="taigu-no2-2012", version=9, title="太谷二中方案"
    )
    RosterImport.objects.create(
        school=settled.school,
        file_name="名册.xlsx",
        file_hash="0" * 64,
        state=RosterImport.State.READY,
        created_at=clock.now(),
    )
    page = get(settled)
    assert figure(page, "本周需要我决定的") == 2
    assert "方案草案：太谷二中方案" in page
    assert f"/schemes/{scheme.pk}/edit/" in page
    assert "名册工作簿 名册.xlsx 等你确认" in page


def test_mentors_who_may_need_relief_are_named_not_ranked(settled: World) -> None:
    assert ensure_cells(settled.school.pk, dt.date(2026, 11, 23))
    for place in range(6):
        settled.students[f"新生{place}"] = Student.objects.create(
            school=settled.school,
            number=f"N{place}",
            name=f"新生{place}",
            school_class=settled.classes["高一(1)班"],
            mentor=settled.staff["王敏"],
        )
        pair(settled, f"新生{place}", "王敏")
    ensure_cells(settled.school.pk, dt.date(2026, 11, 23))
    page = get(settled)
    assert figure(page, "可能需要减负的导师") == 1
    assert "王敏" in page
    assert "排名" not in page


def test_a_grade_lead_decides_nothing_here(settled: World) -> None:
    page = get(settled, "赵国栋")
    assert "本周需要我决定的" not in page
    assert "没有导师的学生" not in page


def test_a_grade_lead_is_shown_three_names_and_no_dashboard(settled: World) -> None:
    AttentionMark.objects.create(school=settled.school, student=settled.students["孙浩然"], starts=START)
    Student.objects.of(settled.school).filter(name="钱多多").update(mentor=None)
    card = get(settled, "赵国栋").split("等得最久的人")[1].split("</section>")[0]
    assert card.count('class="line-title"') == 3
    assert "需多留意，暂无记录" in card.split("孙浩然")[1]
    assert "还没有导师" in card
    assert "吴桐" not in card
    assert "先看这三位" not in get(settled)


def test_what_runs_says_for_whom_it_waits_by_name(settled: World) -> None:
    Student.objects.of(settled.school).filter(name="林子涵").update(mentor=None)
    strip = get(settled).split('class="steps-list')[1].split("</ol>")[0]
    assert "等 孙悦" in strip


def test_the_parents_meeting_takes_its_day_from_the_calendar(settled: World) -> None:
    strip = get(settled).split('class="steps-list')[1].split("</ol>")[0]
    assert "日期由学校定" in strip
    assert "填写日期" in strip
    facts = {"day": "2026-11-28", "kind": SchoolDay.Kind.EVENT, "note": "高一家长会"}
    SchoolDay.objects.create(school=settled.school, term=settled.term, **facts)
    strip = get(settled).split('class="steps-list')[1].split("</ol>")[0]
    assert "11月28日 · 等 孙悦" in strip


def test_buttons_lead_only_to_pages_that_open(settled: World) -> None:
    client = settled.client("孙悦")
    page = client.get("/desk/").content.decode()
    strip = page.split('class="steps-list')[1].split("</ol>")[0]
    addresses = [part.split('"')[0] for part in strip.split('href="')[1:]]
    assert len(addresses) >= 6
    assert [address for address in addresses if client.get(address).status_code != 200] == []


def test_an_empty_school_is_shown_where_to_begin(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    with cross_school("Django deletes what hangs on a term without naming the school"):
        Term.objects.of(world.school).delete()
    Student.objects.of(world.school).update(mentor=None)
    page = get(world)
    assert "还有 4 步，大家就可以开始了。" in page
    assert 'href="/roster/term/"' in page
    assert "录入学期" in page
    assert "还没有录入学期" not in page
    assert "德育处会录入学期和名单。" in get(world, "钱程")


def test_the_first_steps_name_what_is_missing_with_one_button_each(settled: World) -> None:
    Student.objects.of(settled.school).update(mentor=None)
    page = get(settled)
    strip = page.split('class="checklist"')[1].split("</ol>")[0]
    items = strip.split('class="check-item')[1:]
    assert len(items) == 8
    assert [item.count('class="button') for item in items] == [1] * 8
    assert "高二(1)班" in next(item for item in items if "学习小组" in item)
    assert 'aria-current="step"' in next(item for item in items if "学习小组" in item)
    client = settled.client("孙悦")
    addresses = [item.split('href="')[1].split('"')[0] for item in items]
    assert [address for address in addresses if client.get(address).status_code != 200] == []


def test_the_first_steps_fold_into_a_line_once_somebody_is_paired(settled: World) -> None:
    page = get(settled)
    assert "起步清单：还有 2 项" in page
    assert "大家就可以开始了" not in page
    Group.objects.create(
        school=settled.school, kind="study_group", name="小溪组", school_class=settled.classes["高二(1)班"]
    )
    open_accounts(by=settled.office)
    assert "起步清单：都已完成" in get(settled)


def test_the_first_steps_are_the_offices(settled: World) -> None:
    assert "起步清单" not in get(settled, "钱程")
    assert "起步清单" not in get(settled, "赵国栋")


def test_it_asks_no_more_questions_with_more_students(settled: World) -> None:
    client = settled.client("孙悦")
    few = queries(client)
    for place in range(3):
        Student.objects.create(
            school=settled.school, number=f"N{place}", name=f"新生{place}", school_class=settled.classes["高一(1)班"]
        )
    assert queries(client) == few


def queries(client: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/desk/")  # type: ignore[attr-defined]
    return len(asked)


def test_what_a_round_asks_stands_on_the_page(world: World) -> None:
    published_round(world)
    assert "2026年秋双向选择 · " in world.client("孙悦").get("/desk/").content.decode()
