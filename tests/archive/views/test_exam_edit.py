import pytest

from taoli.archive.models import Exam
from tests.archive.examining import examine, subjects, url
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/exams/set/"


def form(world: World, **said: object) -> dict[str, object]:
    known: dict[str, object] = {
        "name": "第一次月考",
        "kind": "monthly",
        "held_on": "2026-10-20",
        "place": f"grade:{world.grades['高一'].pk}",
        "subjects": "语文 150\n数学：120\n音乐\n",
    }
    return sent(**{**known, **said})


def test_an_exam_is_set_up_once(world: World) -> None:
    client, said = world.client("孙悦"), form(world)
    for _each in range(2):
        answer = client.post(URL, said)
    exam = Exam.objects.of(world.school).get()
    assert answer["Location"] == url(exam)
    assert [(one.name, int(one.full_mark)) for one in subjects(exam)] == [("语文", 150), ("数学", 120), ("音乐", 100)]


def test_one_of_a_class_belongs_to_its_grade(world: World) -> None:
    world.client("孙悦").post(URL, form(world, place=f"class:{world.classes['高一(2)班'].pk}"))
    exam = Exam.objects.of(world.school).get()
    assert (exam.grade.name, exam.school_class and exam.school_class.name) == ("高一", "高一(2)班")


def test_a_change_begins_with_what_is_there_and_a_late_one_keeps_its_text(world: World) -> None:
    exam, client = examine(world), world.client("孙悦")
    page = client.get(f"{URL}?exam={exam.pk}").content.decode()
    assert "语文 120\n数学 100" in page
    client.post(f"{URL}?exam={exam.pk}", form(world, name="改过的", edit=1, subjects="语文 120\n数学 100"))
    late = client.post(f"{URL}?exam={exam.pk}", form(world, name="另一页写的", edit=1)).content.decode()
    assert "另一页写的" in late
    assert "刚被别人改过" in late
    assert Exam.objects.of(world.school).get().name == "改过的"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"subjects": "123"}, "不是科目"),
        ({"subjects": "语文 0"}, "满分"),
        ({"subjects": "语文 9999999999999999999"}, "满分"),
        ({"held_on": "某天"}, ""),
        ({"place": "grade:x"}, ""),
        ({"kind": "x"}, ""),
        ({"name": ""}, ""),
    ],
)
def test_nonsense_is_refused_in_the_form_and_kept(world: World, said: dict[str, object], words: str) -> None:
    answer = world.client("孙悦").post(URL, form(world, **said))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Exam.objects.of(world.school).exists()


def test_a_grade_lead_is_offered_the_own_grade_and_others_exams_are_not_found(world: World) -> None:
    client = world.client("赵国栋")
    page = client.get(URL).content.decode()
    assert "高一(1)班" in page
    assert "高二" not in page
    other = examine(world, grade_id=world.grades["高二"].pk)
    assert client.get(f"{URL}?exam={other.pk}").status_code == 404
    assert client.get(f"{URL}?exam=nonsense").status_code == 404


@pytest.mark.parametrize("name", ["王敏", "李慧", "钱程", "林子涵"])
def test_others_do_not_set_exams(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403
