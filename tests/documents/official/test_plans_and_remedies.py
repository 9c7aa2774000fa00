"""交流方案与记录 and 需要关注学生的对策."""

from tests.documents.official.people import data
from tests.documents.official.school_forms import data as sheet_of
from tests.documents.official.school_forms import queries, sheets
from tests.documents.official.test_conference_forms import held
from tests.world import World


def test_the_talks_of_the_term_stand_above_the_next_plan(worked: World) -> None:
    talks = data(worked, "session_plan")["talks"]
    assert [(row["on"], row["theme"]) for row in talks] == [("9月14日 周一", "背书")]
    assert "图书角" in talks[0]["said"]


def test_the_theme_is_in_what_its_reader_may_read(worked: World) -> None:
    rows = data(worked, "session_plan", "孙悦")["talks"]
    assert [row["theme"] in row["said"] for row in rows] == [True]


def test_what_a_class_conference_agreed_about_a_student_is_on_the_remedy(world: World) -> None:
    held(world)
    found = sheet_of(world, "remedy", "李慧", world.students["林子涵"].pk)
    assert found["measures"] == [{"text": "和家长约一次谈话", "owner": "王敏", "due": "2026年11月30日"}]
    other = sheet_of(world, "remedy", "李慧", world.students["周一诺"].pk)
    assert other["measures"] == []


def test_of_conferences_one_does_not_run_nothing_is_printed(world: World) -> None:
    held(world)
    student = world.students["林子涵"].pk
    assert sheet_of(world, "remedy", "赵国栋", student)["measures"] != []
    assert all(one.data["measures"] == [] for one in sheets(world, "remedy", "王敏", student))


def test_many_cost_no_more_statements_than_one(world: World) -> None:
    held(world)
    many = [world.students[name].pk for name in ("林子涵", "周一诺", "孙浩然")]
    assert queries(world, "remedy", "李慧", *many) == queries(world, "remedy", "李慧", many[0])
