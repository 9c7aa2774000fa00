import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.models import Exam, Score
from taoli.common.models import ViewLog
from tests.archive.examining import examine, subjects, url
from tests.archive.growing import sent
from tests.world import World


def grid(world: World, exam: Exam, **typed: str) -> dict[str, object]:
    cells = {f"m-{world.students[name].pk}": text for name, text in typed.items()}
    return sent(**cells)


def page_of(exam: Exam, world: World, place: int = 0, room: str = "高一(1)班") -> str:
    return url(exam, f"marks/?room={world.classes[room].pk}&subject={subjects(exam)[place].pk}")


def test_a_class_is_typed_in_one_go_and_saved_once(world: World) -> None:
    exam, client = examine(world), world.client("李慧")
    said = grid(world, exam, 林子涵="88.5", 周一诺="缺考", 孙浩然="")
    for _each in range(2):
        assert client.post(page_of(exam, world), said)["Location"] == page_of(exam, world)
    assert Score.objects.of(world.school).count() == 2
    page = client.get(page_of(exam, world)).content.decode()
    assert "88.5" in page
    assert "赵思源" not in page


def test_what_is_wrong_stays_to_be_mended_and_nothing_is_saved(world: World) -> None:
    exam = examine(world)
    said = grid(world, exam, 林子涵="121", 周一诺="77")
    page = world.client("李慧").post(page_of(exam, world), said).content.decode()
    assert "121 高于 语文 的满分 120" in page
    assert 'value="77"' in page
    assert not Score.objects.of(world.school).exists()


def test_a_subject_without_marks_of_a_mentor_is_not_typed_by_the_mentor(world: World) -> None:
    assert world.client("王敏").get(page_of(examine(world), world)).status_code == 403


@pytest.mark.parametrize("text", ["?room=nonsense", "?subject=nonsense"])
def test_another_class_or_subject_is_not_found(world: World, text: str) -> None:
    assert world.client("李慧").get(url(examine(world), f"marks/{text}")).status_code == 404


def test_a_class_beyond_reach_is_not_found_and_the_office_chooses_among_all(world: World) -> None:
    exam = examine(world)
    assert world.client("李慧").get(page_of(exam, world, room="高一(2)班")).status_code == 404
    page = world.client("孙悦").get(page_of(exam, world, room="高一(2)班")).content.decode()
    assert "赵思源" in page
    assert "高一(1)班" in page


def test_readings_are_logged(world: World) -> None:
    world.client("李慧").get(page_of(examine(world), world))
    assert ViewLog.objects.of(world.school).filter(noun="archive.score").count() == 1


def test_an_exam_that_was_set_aside_is_not_typed(world: World) -> None:
    exam = examine(world)
    world.client("孙悦").post(url(exam, "move/"), {"do": "withdraw", "edit": 1})
    assert world.client("李慧").get(page_of(exam, world)).status_code == 404


def test_it_takes_as_many_queries_with_marks_as_without(world: World) -> None:
    exam, client, counts = examine(world), world.client("李慧"), []
    for typed in ({"林子涵": "1"}, {"周一诺": "2", "孙浩然": "3"}):
        client.post(page_of(exam, world), grid(world, exam, **typed))
        client.get(page_of(exam, world))
        with CaptureQueriesContext(connection) as caught:
            client.get(page_of(exam, world))
        counts.append(len(caught))
    assert counts[0] == counts[1]
