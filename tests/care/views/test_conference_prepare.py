from taoli.care.models import Conference, ConferenceItem
from taoli.care.services.conferences import begin_conference
from tests.care.meeting import meet, room_key, sent, url
from tests.world import World

PREPARE = "/care/conferences/prepare/"


def test_one_tap_plans_for_today_and_makes_the_agenda(settled: World) -> None:
    client = settled.client("李慧")
    said = {"kind": "class", "place": room_key(settled)}
    answer = client.post(PREPARE, sent(**said))
    row = Conference.objects.of(settled.school).get()
    assert answer["Location"] == url(row)
    assert ConferenceItem.objects.of(settled.school).count() == 3
    client.post(PREPARE, sent(**said))
    assert Conference.objects.of(settled.school).get() == row
    assert ConferenceItem.objects.of(settled.school).count() == 3


def test_a_place_beyond_reach_and_a_meeting_begun_are_refused_in_words(settled: World) -> None:
    client = settled.client("李慧")
    said = sent(kind="class", place=room_key(settled, "高二(1)班"))
    assert "不由你安排" in client.post(PREPARE, said, follow=True).content.decode()
    row = meet(settled)
    begin_conference(by=settled.actor("李慧"), pk=row.pk)
    page = client.post(PREPARE, sent(conference=str(row.pk)), follow=True).content.decode()
    assert "会议已经开始" in page


def test_anothers_conference_is_not_prepared(settled: World) -> None:
    row = meet(settled, "孙悦", place=room_key(settled, "高二(1)班"))
    assert settled.client("李慧").post(PREPARE, sent(conference=str(row.pk))).status_code == 404
