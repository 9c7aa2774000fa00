from tests.documents.official.people import data, read
from tests.world import World


def test_a_mentor_and_the_students_of_the_day(worked: World) -> None:
    found = data(worked, "mentee_register", name="王敏")
    assert [row["student"] for row in found["mentees"]] == ["林子涵", "周一诺", "赵思源"]
    assert (found["count"], found["mentees"][0]["group"]) == ("3 人", "朝阳组")
    assert "layer" not in found["mentees"][0]


def test_a_mentor_without_students_has_a_sheet_that_says_so(worked: World) -> None:
    found = data(worked, "mentee_register", "孙悦", "赵国栋")
    assert (found["mentees"], found["notes"]) == ([], ["本学期暂无受导学生。"])


def test_a_homeroom_teacher_sees_the_students_of_the_own_class_only(worked: World) -> None:
    (sheet,) = read(worked, "mentee_register", "李慧", "王敏", "周宁")
    assert [row["student"] for row in sheet.data["mentees"]] == ["林子涵", "周一诺"]
