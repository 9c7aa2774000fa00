import pytest
import time_machine

from tests.evaluation.asking import answer, prepared, put, stranger_survey
from tests.notifications.conftest import at
from tests.world import World


def test_a_draft_says_how_many_would_be_asked(settled: World) -> None:
    survey = prepared(settled, sample=4)
    page = settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/").content.decode()
    assert "随机抽取 4 人" in page
    assert "开放测评" in page


def test_an_open_survey_says_how_many_answered_and_never_who(settled: World) -> None:
    survey = put(settled, grades=(str(settled.grades["高一"].pk),))
    answer(settled, survey, "林子涵")
    page = settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/").content.decode()
    assert f"{survey.asked} 人中 1 人" in page
    assert "高一" in page
    assert "林子涵" not in page
    assert "王敏" not in page


def test_after_the_last_day_nobody_can_be_reminded(settled: World) -> None:
    survey = put(settled)
    with time_machine.travel(at(12, 7, 10), tick=False):
        assert "/remind/" not in settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/").content.decode()


@pytest.mark.parametrize("key", ["blank-lead_mentor", "region_mentors"])
def test_a_survey_of_staff_has_no_slips(settled: World, key: str) -> None:
    survey = put(settled, key, questions="scale")
    page = settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/").content.decode()
    assert "/slips/" not in page


def test_another_schools_survey_is_not_found(settled: World) -> None:
    survey = stranger_survey(settled)
    assert settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/").status_code == 404
