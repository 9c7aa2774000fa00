from tests.documents.official.school_forms import data, queries, rooms, sheets
from tests.world import World


def test_a_class_stands_there_with_group_mentor_and_subject(settled: World) -> None:
    found = data(settled, "class_register", "李慧", *rooms(settled, "高一(1)班"))
    assert (found["room"], found["count"]) == ("高一(1)班", "3")
    first = {"no": "1", "student": "林子涵", "group": "朝阳组", "mentor": "王敏", "subject": "语文"}
    assert found["lines"][0] == first


def test_a_class_in_which_nobody_is_paired_is_an_empty_sheet(world: World) -> None:
    assert data(world, "class_register", "李慧", *rooms(world, "高一(1)班"))["lines"] == []


def test_other_classes_give_nothing(settled: World) -> None:
    three = rooms(settled, "高一(1)班", "高一(2)班", "高二(1)班")
    assert [one.name for one in sheets(settled, "class_register", "李慧", *three)] == ["高一(1)班"]
    assert [one.name for one in sheets(settled, "class_register", "赵国栋", *three)] == ["高一(1)班", "高一(2)班"]
    assert sheets(settled, "class_register", "王敏", *three) == []
    assert queries(settled, "class_register", "孙悦", *three) == queries(settled, "class_register", "孙悦", three[0])
