from tests.documents.official.people import data
from tests.world import World


def test_guidance_is_left_and_families_are_right(worked: World) -> None:
    found = data(worked, "handbook_two", name="王敏")
    sides = [(bool(row["guided"]), bool(row["visited"])) for row in found["work"]]
    assert sides == [(True, False), (True, False), (False, True), (False, True), (True, False)]
    assert found["names"] == "林子涵、周一诺、赵思源"


def test_a_mentor_without_students_has_an_empty_book(worked: World) -> None:
    found = data(worked, "handbook_two", "孙悦", "赵国栋")
    assert (found["work"], found["notes"]) == ([], ["本学期暂无受导学生。"])
