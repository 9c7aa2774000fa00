from django.utils import translation

from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import inbox_of
from taoli.notifications.services import To, notify
from tests.notifications.conftest import tell
from tests.world import World


def lines(world: World, name: str, language: str = "zh-hans") -> list[str]:
    with translation.override(language):
        return [line.sentence for line in inbox_of(world.actor(name))]


def test_a_sentence_is_made_in_the_readers_language(world: World) -> None:
    tell(world)
    assert lines(world, "王敏") == ["秋季双向选择：请写几句自我介绍，学生据此选择。"]
    assert "write a few words about yourself" in lines(world, "王敏", "en")[0]


def test_names_are_looked_up_when_it_is_read(world: World) -> None:
    mentor, child = world.staff["王敏"], world.students["林子涵"]
    params = {"mentor": str(mentor.pk), "at": "2026-11-25T04:20:00+00:00", "place": "二楼谈心室"}
    notify(by=world.office, to=[To("student", child.pk)], kind="paired_student", about="r", params=params)
    mentor.name = "王明敏"
    mentor.save()
    assert lines(world, "林子涵") == ["你的导师是王明敏。第一次见面：11月25日 12:20，二楼谈心室。"]


def test_the_mentors_lists_students_by_class_and_the_familys_says_what_a_mentor_does(world: World) -> None:
    ids = [str(world.students[name].pk) for name in ("林子涵", "周一诺", "赵思源")]
    to = [To("staff", world.staff["王敏"].pk, {"student_ids": ids})]
    notify(by=world.office, to=to, kind="paired_mentor", about="r")
    assert lines(world, "王敏") == [
        "你指导 3 名学生：高一(1)班 林子涵、周一诺；高一(2)班 赵思源。第一次见面的时间另行通知。"
    ]
    params = {"student": ids[0], "mentor": str(world.staff["王敏"].pk), "guidances": ["思想引导", "学业辅导"]}
    family = [To("guardian", world.guardians["林母"].pk, params)]
    notify(by=world.office, to=family, kind="paired_family", about="r")
    (line,) = lines(world, "林母")
    assert line.startswith("林子涵的导师是王敏。")
    assert "思想引导、学业辅导" in line


def test_a_row_holds_ids_and_values_only(world: World) -> None:
    tell(world)
    assert set(Notice.objects.of(world.school).get().params) == {"step", "round"}
