from tests.documents.official.people import data
from tests.world import World


def test_each_analysis_has_date_mentor_student_and_its_sentence(worked: World) -> None:
    (case,) = data(worked, "case_analysis")["cases"]
    assert (case["mentor"], case["student"], case["on"]) == ("王敏", "林子涵", "11月3日 周二")
    assert "作业拖延" in case["said"]


def test_without_one_the_form_is_there_for_the_pen(worked: World) -> None:
    (case,) = data(worked, "case_analysis", name="周一诺")["cases"]
    assert (case["student"], case["mentor"], case["on"], case["said"]) == ("周一诺", "王敏", "", "")
