from tests.evaluation.asking import put
from tests.world import World


def test_it_is_cancelled_once_and_then_says_so(settled: World) -> None:
    survey, client = put(settled), settled.client("孙悦")
    assert "已销毁" in client.post(f"/evaluation/surveys/{survey.pk}/cancel/", follow=True).content.decode()
    survey.refresh_from_db()
    assert survey.state == "cancelled"
    assert "现在不能这样做" in client.post(f"/evaluation/surveys/{survey.pk}/cancel/", follow=True).content.decode()
