import datetime as dt

from taoli.care.models import ConferenceAction
from tests.care.meeting import line_about, meet, sent, url
from tests.world import TODAY, World

YESTERDAY = TODAY - dt.timedelta(days=1)


def test_what_was_held_with_paper_is_typed_in(world: World) -> None:
    row = meet(world, held_on=YESTERDAY)
    item, client = line_about(world, row, "林子涵"), world.client("李慧")
    assert "林子涵" in client.get(url(row, "type/")).content.decode()
    said = sent(held_on=YESTERDAY.isoformat(), summary="都到了", edit=1, **{f"line-{item.pk}": "先观察"})
    said |= {"what1": "家访", "owner1": str(world.staff["王敏"].pk), "due1": TODAY.isoformat()}
    said |= {"about1": str(item.student_id)}
    assert client.post(url(row, "type/"), said)["Location"] == url(row)
    row.refresh_from_db()
    item.refresh_from_db()
    assert (row.state, row.on_paper, row.held_on, item.decision) == ("held", True, YESTERDAY, "先观察")
    assert ConferenceAction.objects.of(world.school).get().student_id == item.student_id


def test_an_action_without_owner_or_a_day_to_come_is_told_and_nothing_is_lost(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    said = sent(held_on=TODAY.isoformat(), summary="都到了", edit=1, what1="家访")
    page = client.post(url(row, "type/"), said).content.decode()
    assert "请写明由谁来做" in page
    assert "都到了" in page
    said = sent(held_on=(TODAY + dt.timedelta(days=1)).isoformat(), summary="都到了", edit=1)
    assert "今天以后" in client.post(url(row, "type/"), said).content.decode()
    row.refresh_from_db()
    assert (row.state, row.summary) == ("planned", "")
    assert world.client("王敏").get(url(row, "type/")).status_code == 404
