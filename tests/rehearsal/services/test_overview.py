from taoli.oversight.models import ReceivedSummary, WeekRelease
from taoli.rehearsal.services.city import load_city
from taoli.rehearsal.services.overview import load_overview
from tests.world import World


def test_the_demo_bureaus_are_told_of_every_week_once(world: World) -> None:
    city, district = world.bureaus["city"], world.bureaus["district"]
    load_city(city, district, schools=3)
    made = load_overview(city, district)
    assert made == 2 * WeekRelease.objects.of(district).count() > 20
    assert load_overview(city, district) == 0
    last = WeekRelease.objects.of(city).order_by("-week").first()
    assert last is not None
    newest = ReceivedSummary.objects.of(city).order_by("-week").first()
    assert newest is not None
    assert (last.week, last.term) == (newest.week, newest.document["term"])
