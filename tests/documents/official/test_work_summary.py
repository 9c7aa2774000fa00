from tests.documents.official.people import data
from tests.world import World


def test_an_activity_with_two_is_counted_once_with_two_students(worked: World) -> None:
    facts = {row["way"]: (row["times"], row["students"]) for row in data(worked, "work_summary", name="王敏")["facts"]}
    assert facts["活动"] == ("1 次", "2 人")
    assert facts["谈话"] == ("1 次", "1 人")
