import pytest

from taoli.care.models import CounsellingSession
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import sentences
from tests.care.counselling import in_care, referred, sent
from tests.world import World

SAID = {"day": "2026-11-24", "time": "15:10", "place": "心理室"}


def test_an_appointment_is_agreed_once_and_the_mentor_is_told_away_from_class_only(world: World) -> None:
    row = in_care(world, by="李慧")
    client, form, url = world.client("何静"), sent(**SAID), f"/care/referrals/{row.pk}/session/"
    assert "心理" in client.get(url).content.decode()
    for _each in range(2):
        assert client.post(url, form).status_code == 302
    assert CounsellingSession.objects.of(world.school).count() == 1
    notice = Notice.objects.of(world.school).get(kind="student_away")
    assert notice.receiver_id == world.staff["王敏"].pk
    assert sentences(world.school.pk, [notice]) == ["林子涵 11月24日 15:10 不在班里。"]
    assert notice.link == ""


def test_a_mentor_who_shall_not_know_is_not_told(world: World) -> None:
    row = in_care(world, by="李慧", tell_mentor=False)
    world.client("何静").post(f"/care/referrals/{row.pk}/session/", sent(**SAID))
    assert not Notice.objects.of(world.school).filter(kind="student_away").exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": "2026-11-20"}, "已经过去"),
        ({"day": "某天"}, "日期"),
        ({"place": ""}, "必填"),
        ({"place": "  "}, "必填"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(world: World, change: dict[str, str], words: str) -> None:
    row = in_care(world)
    answer = world.client("何静").post(f"/care/referrals/{row.pk}/session/", sent(**{**SAID, **change}))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not CounsellingSession.objects.of(world.school).exists()


def test_nobody_gets_an_appointment_before_being_taken_on(world: World) -> None:
    row = referred(world)
    answer = world.client("何静").post(f"/care/referrals/{row.pk}/session/", sent(**SAID))
    assert "先接收" in answer.content.decode()
