from tests.archive.speaking import TEXT
from tests.documents.official.people import data
from tests.world import World


def test_the_mentors_words_and_the_students_own(worked: World) -> None:
    found = data(worked, "evaluation_pair")
    assert (found["mentors"], found["own"]) == (TEXT, "我会列计划了")


def test_who_may_not_read_the_students_paper_leaves_it_to_the_pen(worked: World) -> None:
    found = data(worked, "evaluation_pair", "孙悦")
    assert (found["mentors"], found["own"]) == (TEXT, "")
