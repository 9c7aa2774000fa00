from tests.archive.speaking import TEXT, newest, release, speak
from tests.documents.official.school_forms import data, queries, sheets, students
from tests.world import World


def test_released_voices_stand_in_their_boxes(settled: World) -> None:
    release(settled)
    found = data(settled, "evaluation_booklet", "王敏", *students(settled, "林子涵"))
    assert (found["student"], found["room"], found["mentor"]) == ("林子涵", "高一(1)班", "王敏")
    assert found["homeroom"] == "李慧"
    assert found["mentor_said"] == f"{TEXT}（王敏）"
    assert found["day"] == "2026年11月23日"
    assert found["sides"]


def test_what_is_not_released_stays_out(settled: World) -> None:
    speak(settled)
    assert newest(settled).state == "voices"
    found = data(settled, "evaluation_booklet", "孙悦", *students(settled, "林子涵"))
    assert (found["mentor_said"], found["day"]) == ("", "")


def test_without_a_scheme_the_five_sides_stand_there(world: World) -> None:
    found = data(world, "evaluation_booklet", "李慧", *students(world, "林子涵"))
    assert [one["side"] for one in found["sides"]] == ["思想品德", "学业水平", "身心健康", "艺术素养", "社会实践"]


def test_other_students_give_nothing(settled: World) -> None:
    release(settled)
    three = students(settled, "林子涵", "周一诺", "吴桐")
    assert [one.about for one in sheets(settled, "evaluation_booklet", "王敏", *three)] == three[:2]
    assert queries(settled, "evaluation_booklet", "孙悦", *three) == queries(
        settled, "evaluation_booklet", "孙悦", three[0]
    )
