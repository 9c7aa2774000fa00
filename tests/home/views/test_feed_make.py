from taoli.home.models import CalendarFeed
from tests.world import World


def test_a_new_address_ends_the_earlier_one(settled: World) -> None:
    client = settled.client("王敏")
    for _twice in range(2):
        assert client.post("/calendar/make/")["Location"] == "/today/hours/"
    rows = CalendarFeed.objects.of(settled.school)
    assert (rows.count(), rows.filter(revoked_at=None).count()) == (2, 1)


def test_mentors_only_and_never_by_following_a_link(settled: World) -> None:
    assert settled.client("王敏").get("/calendar/make/").status_code == 405
    assert settled.client("孙悦").post("/calendar/make/").status_code == 403
