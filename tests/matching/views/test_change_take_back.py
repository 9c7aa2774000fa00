from taoli.matching.models import ChangeAsk
from taoli.matching.services.asking import ask_change
from tests.world import World


def test_it_is_taken_back_with_its_reason_by_who_asked(going: World) -> None:
    row = ask_change(by=going.actor("林子涵"), student_id=going.students["林子涵"].pk, reason="想换")
    url = f"/matching/asks/{row.pk}/take-back/"
    assert going.client("林母").post(url).status_code == 404
    assert going.client("林子涵").post(url).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.reason) == (ChangeAsk.State.WITHDRAWN, "")
    assert "已经答复或撤回" in going.client("林子涵").post(url, follow=True).content.decode()
