import pytest

from tests.documents.official.school_forms import data
from tests.world import World


def test_the_whole_school_on_one_list(settled: World) -> None:
    found = data(settled, "school_register", "孙悦")
    assert (found["mentors"], found["students"]) == ("4", "6")
    first = found["lines"][0]
    assert (first["mentor"], first["room"], first["students"]) == ("王敏", "高一(1)班", "林子涵、周一诺")


def test_two_mentors_of_one_name_are_two(settled: World) -> None:
    settled.staff["李慧"].name = "王敏"
    settled.staff["李慧"].save()
    assert data(settled, "school_register", "孙悦")["mentors"] == "4"


@pytest.mark.parametrize(("who", "students"), [("赵国栋", "5"), ("钱程", "6")])
def test_as_far_as_the_reader(settled: World, who: str, students: str) -> None:
    assert data(settled, "school_register", who)["students"] == students
