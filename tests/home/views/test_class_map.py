import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.accounts.models import RoleHeld
from taoli.duties.services import add_acts
from taoli.roster.models import Student
from tests.duties.school import did
from tests.world import World


def held(world: World, by: str, name: str, day: dt.date) -> None:
    add_acts(by=world.actor(by), acts=did(world, by, name, held_on=day, entered_on=day))


def get(world: World, name: str = "李慧", query: str = "") -> str:
    answer = world.client(name).get(f"/class-map/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_tile_names_the_adult_who_was_last_there(settled: World) -> None:
    held(settled, "王敏", "林子涵", dt.date(2026, 11, 20))
    held(settled, "李慧", "林子涵", dt.date(2026, 11, 12))
    page = get(settled)
    assert "王·3天" in page
    assert "李·11天" not in page


def test_the_sentence_names_those_without_a_record_this_month(settled: World) -> None:
    held(settled, "王敏", "林子涵", dt.date(2026, 11, 20))
    held(settled, "王敏", "周一诺", dt.date(2026, 10, 20))
    page = get(settled)
    assert "3 人中 1 人本月有记录，2 人暂无记录：周一诺、孙浩然。" in page


def test_all_with_a_record_is_said_plainly(settled: World) -> None:
    for name in ("林子涵", "周一诺", "孙浩然"):
        held(settled, "王敏", name, dt.date(2026, 11, 20))
    assert "3 人本月都有记录。" in get(settled)


@pytest.mark.parametrize(("days", "tone"), [(0, "tone-0"), (3, "tone-0"), (4, "tone-1"), (8, "tone-2"), (15, "tone-3")])
def test_the_tone_tells_how_long_ago(settled: World, days: int, tone: str) -> None:
    held(settled, "王敏", "林子涵", dt.date(2026, 11, 23) - dt.timedelta(days))
    tile = get(settled).split('<span class="seat-name">林子涵')[0].rsplit("<a", 1)[1]
    assert tone in tile


def test_a_tile_leads_to_the_students_story(settled: World) -> None:
    assert f'href="/guidance/students/{settled.students["林子涵"].pk}/"' in get(settled)


def test_the_projector_shows_names_only(settled: World) -> None:
    held(settled, "王敏", "林子涵", dt.date(2026, 11, 20))
    page = get(settled, query="?view=names")
    assert "林子涵" in page
    assert "王·3天" not in page
    assert "暂无记录" not in page
    assert "/guidance/students/" not in page


def test_the_table_says_the_same_in_numbers(settled: World) -> None:
    held(settled, "王敏", "林子涵", dt.date(2026, 11, 20))
    page = get(settled, query="?view=table")
    assert "3天前" in page
    assert '<th scope="row">' in page
    assert "3 名学生" in page


def test_an_unknown_view_is_the_map(settled: World) -> None:
    assert "seat-name" in get(settled, query="?view=everything")


def test_a_homeroom_teacher_sees_the_own_class_only(settled: World) -> None:
    other = settled.classes["高一(2)班"].pk
    assert settled.client("李慧").get(f"/class-map/?class={other}").status_code == 404
    assert "赵思源" not in get(settled)


def test_a_grade_lead_chooses_among_the_classes_of_the_grade(settled: World) -> None:
    page = get(settled, "赵国栋", f"?class={settled.classes['高一(2)班'].pk}")
    assert "赵思源" in page
    assert "高二(1)班" not in page


def test_another_schools_class_is_not_there(settled: World) -> None:
    assert settled.stranger is not None
    room = settled.stranger.school_class_id
    assert settled.client("孙悦").get(f"/class-map/?class={room}").status_code == 404
    assert settled.client("孙悦").get("/class-map/?class=nonsense").status_code == 404


def test_without_a_class_the_page_says_so(settled: World) -> None:
    RoleHeld.objects.filter(account=settled.accounts["李慧"]).update(place_id=None, grade_id=None)
    assert "还没有班级" in get(settled)


def test_it_asks_no_more_questions_with_more_students(settled: World) -> None:
    client = settled.client("李慧")
    few = queries(client)
    for place in range(3):
        Student.objects.create(
            school=settled.school, number=f"N{place}", name=f"新生{place}", school_class=settled.classes["高一(1)班"]
        )
    assert queries(client) == few


def queries(client: object) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/class-map/")  # type: ignore[attr-defined]
    return len(asked)
