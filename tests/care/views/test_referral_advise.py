from taoli.care.models import Holding, Referral
from taoli.notifications.models import Notice
from tests.care.counselling import in_care, referred, sent
from tests.world import World

SAID = {"level": "watch", "text": "课间多打个招呼，作业先不催"}


def test_level_and_advice_go_back_to_who_referred_and_to_the_mentor(world: World) -> None:
    row = in_care(world, by="李慧")
    client = world.client("何静")
    assert "程度" in client.get(f"/care/referrals/{row.pk}/advise/").content.decode()
    client.post(f"/care/referrals/{row.pk}/advise/", sent(edit=row.edit, then="", **SAID))
    row.refresh_from_db()
    assert (row.level, row.advice, row.state) == ("watch", SAID["text"], "care")
    told = Notice.objects.of(world.school).filter(kind="counsellor_advice")
    assert [one.receiver_id for one in told] == [world.staff["王敏"].pk]
    assert [one.params for one in told] == [{}]


def test_a_mentor_who_shall_not_know_is_not_told(world: World) -> None:
    row = in_care(world, by="李慧", tell_mentor=False)
    form = sent(edit=row.edit, then="", quiet="on", **SAID)
    world.client("何静").post(f"/care/referrals/{row.pk}/advise/", form)
    assert not Notice.objects.of(world.school).filter(kind="counsellor_advice").exists()


def test_ending_with_advice_ends_the_holding(world: World) -> None:
    row = in_care(world)
    world.client("何静").post(f"/care/referrals/{row.pk}/advise/", sent(edit=row.edit, then="ended", **SAID))
    row.refresh_from_db()
    assert row.state == Referral.State.ENDED
    assert not Holding.objects.of(world.school).filter(ends=None).exists()


def test_declining_needs_an_answer_and_gives_one(world: World) -> None:
    row = referred(world)
    client, url = world.client("何静"), f"/care/referrals/{row.pk}/advise/"
    assert "我不接收" in client.get(url).content.decode()
    assert client.post(url, sent(edit=row.edit, then="declined", level="none", text="  ")).status_code == 200
    assert (
        client.post(url, sent(edit=row.edit, then="declined", level="none", text="请先和班主任谈")).status_code == 302
    )
    row.refresh_from_db()
    assert row.state == Referral.State.DECLINED


def test_who_was_overtaken_keeps_the_text(world: World) -> None:
    row = in_care(world)
    page = (
        world.client("何静").post(f"/care/referrals/{row.pk}/advise/", sent(edit=1, then="", **SAID)).content.decode()
    )
    assert "在别的页面改过了" in page
    assert SAID["text"] in page
    row.refresh_from_db()
    assert row.advice == ""
