from tests.documents.official.people import data
from tests.world import World


def test_months_and_exams_of_the_one_student(worked: World) -> None:
    found = data(worked, "monthly_performance")
    assert [(row["month"], row["said"]) for row in found["months"]] == [("2026年11月", "主动留下来打扫")]
    assert [(row["exam"], row["marks"]) for row in found["exams"]] == [("期中考试", "语文 92；数学 78")]


def test_nobody_elses_marks_are_in_it(worked: World) -> None:
    assert data(worked, "monthly_performance", name="周一诺")["exams"] == []
