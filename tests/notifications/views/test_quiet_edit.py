import re
import uuid

from taoli.notifications.models import NoticeChannel, NoticeHabit, Quiet
from tests.notifications.reaching import reach
from tests.world import World


def test_what_is_not_ticked_is_quiet(world: World) -> None:
    client = world.client("林子涵")
    page = client.get("/notices/quiet/").content.decode()
    assert "我的导师是谁" in page
    assert "我的学生是谁" not in page
    form = {"every": "on", "kinds": ["step_due"], "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post("/notices/quiet/", form)["Location"] == "/notices/"
    assert set(Quiet.objects.of(world.school).values_list("kind", flat=True)) == {
        "paired_student",
        "first_meeting",
        "talk_answered",
        "talk_silent",
        "survey_asked",
    }
    again = client.get("/notices/quiet/").content.decode()
    assert re.findall(r'value="(\w+)"[^>]*checked', again) == ["step_due"]


def test_all_at_once(world: World) -> None:
    client = world.client("林子涵")
    kinds = ["step_due", "paired_student", "first_meeting", "talk_answered", "talk_silent", "survey_asked"]
    client.post("/notices/quiet/", {"kinds": kinds})
    assert list(Quiet.objects.of(world.school).values_list("kind", flat=True)) == [""]


def test_an_unknown_kind_is_refused_on_the_page(world: World) -> None:
    assert world.client("林子涵").post("/notices/quiet/", {"kinds": ["nonsense"]}).status_code == 200
    assert not Quiet.objects.of(world.school).exists()


def test_channels_digest_and_evenings_are_offered_to_whoever_is_reached(world: World) -> None:
    NoticeChannel.objects.create(school=world.school, code="wecom", on=True)
    client = world.client("王敏")
    assert "桃李之外也通知我" not in client.get("/notices/quiet/").content.decode()
    reach(world, "王敏", "wecom", "WangMin")
    assert "桃李之外也通知我" in client.get("/notices/quiet/").content.decode()
    client.post("/notices/quiet/", {"every": "on", "kinds": [], "digest": "12:10", "evenings": "on"})
    habit = NoticeHabit.objects.of(world.school).get()
    assert (f"{habit.digest_at:%H:%M}", habit.evenings) == ("12:10", True)
    assert Quiet.objects.of(world.school).filter(channel="wecom", kind="").exists()
    client.post("/notices/quiet/", {"every": "on", "kinds": [], "ways": ["wecom"], "digest": ""})
    habit.refresh_from_db()
    assert (habit.digest_at, habit.evenings) == (None, False)
    assert not Quiet.objects.of(world.school).filter(channel="wecom").exists()
