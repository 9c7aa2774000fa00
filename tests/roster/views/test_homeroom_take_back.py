"""Taking a handover back."""

import datetime as dt
import uuid

from taoli.roster.services.homerooms import hand_over
from taoli.roster.services.people import open_accounts
from tests.world import World


def test_what_was_arranged_is_taken_back_once(world: World) -> None:
    open_accounts(by=world.office)
    row = hand_over(
        by=world.office,
        room_id=world.classes["高一(1)班"].pk,
        staff_id=world.staff["周宁"].pk,
        starts=dt.date(2026, 11, 30),
        seen=world.staff["李慧"].pk,
    )
    client, url = world.client("孙悦"), f"/roster/handovers/{row.pk}/take-back/"
    assert "已撤回" in client.post(url, follow=True).content.decode()
    assert "已经生效" in client.post(url, follow=True).content.decode()
    assert client.post(f"/roster/handovers/{uuid.uuid4()}/take-back/").status_code == 404
