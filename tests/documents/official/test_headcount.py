from tests.documents.official.school_forms import data, queries, rooms, sheets
from tests.world import World


def test_a_class_is_counted_by_mentor(settled: World) -> None:
    found = data(settled, "headcount", "李慧", *rooms(settled, "高一(1)班"))
    assert (found["homeroom"], found["students"], found["paired"], found["mentors"]) == ("李慧", "3", "3", "2")
    assert found["genders"] == "男 1 人，女 2 人"
    assert found["lines"][0] == {
        "no": "1",
        "mentor": "王敏",
        "subject": "语文",
        "count": "2",
        "boys": "1",
        "girls": "1",
        "names": "林子涵、周一诺",
    }


def test_a_class_without_pairings_says_how_many_wait(world: World) -> None:
    found = data(world, "headcount", "李慧", *rooms(world, "高一(1)班"))
    assert (found["students"], found["paired"], found["lines"]) == ("3", "0", [])


def test_other_classes_give_nothing(settled: World) -> None:
    three = rooms(settled, "高一(1)班", "高一(2)班", "高二(1)班")
    assert len(sheets(settled, "headcount", "李慧", *three)) == 1
    assert sheets(settled, "headcount", "王敏", *three) == []
    assert queries(settled, "headcount", "孙悦", *three) == queries(settled, "headcount", "孙悦", three[0])
