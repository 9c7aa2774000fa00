from taoli.home.models import CalendarFeed
from taoli.home.services.feeds import make_feed
from tests.world import World


def test_it_ends_ones_own_address_only(settled: World) -> None:
    make_feed(by=settled.actor("王敏"))
    make_feed(by=settled.actor("李慧"))
    client = settled.client("王敏")
    for _twice in range(2):
        assert client.post("/calendar/revoke/")["Location"] == "/today/hours/"
    open_ones = CalendarFeed.objects.of(settled.school).filter(revoked_at=None)
    assert [row.staff.name for row in open_ones] == ["李慧"]
