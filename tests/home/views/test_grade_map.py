from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.roster.models import SchoolClass, Student
from tests.guidance.writing import write
from tests.world import World


def get(world: World, name: str = "赵国栋", query: str = "") -> str:
    answer = world.client(name).get(f"/grade-map/{query}")
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def test_each_class_of_the_grade_says_who_reached_whom(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    page = get(settled)
    assert "王·今天" in page
    assert "3 人中 1 人本月有记录，2 人暂无记录：周一诺、孙浩然。" in page
    assert "高一(2)班" in page
    assert "3天内 1 · 一周内 0 · 两周内 0 · 更早 0 · 暂无记录 2" in page
    assert "吴桐" not in page


def test_the_office_chooses_a_grade(settled: World) -> None:
    assert "吴桐" in get(settled, "孙悦", f"?grade={settled.grades['高二'].pk}")


def test_another_grade_or_school_is_not_there(settled: World) -> None:
    assert settled.stranger is not None
    client = settled.client("赵国栋")
    for pk in (settled.grades["高二"].pk, settled.stranger.school_class.grade_id, "nonsense"):
        assert client.get(f"/grade-map/?grade={pk}").status_code == 404


def test_the_projector_shows_names_only(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    page = get(settled, query="?view=names")
    assert "林子涵" in page
    for words in ("王·今天", "暂无记录", "/guidance/students/", "3天内"):
        assert words not in page


def test_it_asks_no_more_questions_with_more_classes(settled: World) -> None:
    client = settled.client("赵国栋")
    with CaptureQueriesContext(connection) as few:
        client.get("/grade-map/")
    for place in range(3, 6):
        facts = {"grade": settled.grades["高一"], "number": place, "name": f"高一({place})班"}
        room = SchoolClass.objects.create(school=settled.school, **facts)
        Student.objects.create(school=settled.school, number=f"N{place}", name=f"新生{place}", school_class=room)
    with CaptureQueriesContext(connection) as many:
        client.get("/grade-map/")
    assert len(many) == len(few)
