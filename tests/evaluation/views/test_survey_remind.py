from tests.evaluation.asking import prepared, put
from tests.world import World


def test_those_who_have_not_answered_are_reminded(settled: World) -> None:
    survey = put(settled, "blank-lead_mentor", questions="scale")
    page = settled.client("孙悦").post(f"/evaluation/surveys/{survey.pk}/remind/", follow=True).content.decode()
    assert f"已提醒 {survey.asked} 人" in page


def test_a_draft_reminds_nobody(settled: World) -> None:
    survey = prepared(settled)
    page = settled.client("孙悦").post(f"/evaluation/surveys/{survey.pk}/remind/", follow=True).content.decode()
    assert "不提醒任何人" in page
