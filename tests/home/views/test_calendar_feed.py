import datetime as dt
import re

from django.test import Client
from icalendar import Calendar

from taoli.accounts.models import RoleHeld
from taoli.common import clock
from taoli.home.models import CalendarFeed
from taoli.home.queries.feed import MOST_FETCHES
from taoli.home.services.feeds import make_feed, revoke_feed
from tests.guidance.writing import write
from tests.world import World


def address(world: World, name: str = "王敏") -> str:
    return f"/calendar/{make_feed(by=world.actor(name))}.ics"


def read(world: World, path: str) -> Calendar:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content)


def test_a_calendar_program_reads_what_is_open_without_a_single_name(settled: World) -> None:
    path = address(settled)
    calendar = read(settled, path)
    titles = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert "个别指导 3 人" in titles
    text = calendar.to_ical().decode()
    assert not any(name in text for name in (*settled.students, *settled.staff))
    assert all(str(event["URL"]).endswith("/today/") for event in calendar.walk("VEVENT"))


def test_what_is_done_is_no_longer_counted_and_ids_stay(settled: World) -> None:
    path = address(settled)
    before = {str(event["UID"]) for event in read(settled, path).walk("VEVENT")}
    write(settled, "王敏", "林子涵")
    events = read(settled, path).walk("VEVENT")
    assert "个别指导 2 人" in [str(event["SUMMARY"]) for event in events]
    assert {str(event["UID"]) for event in events} <= before


def test_an_ended_or_replaced_address_answers_no_more(settled: World) -> None:
    first = address(settled)
    second = address(settled)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    revoke_feed(by=settled.actor("王敏"))
    assert Client().get(second).status_code == 404


def test_it_ends_with_the_account_and_with_the_role(settled: World) -> None:
    path = address(settled)
    account = settled.accounts["王敏"]
    account.is_active = False
    account.save()
    assert Client().get(path).status_code == 404
    account.is_active = True
    account.save()
    assert Client().get(path).status_code == 200
    RoleHeld.objects.filter(account=account).update(ends=clock.today() - dt.timedelta(1))
    assert Client().get(path).status_code == 404


def test_a_guess_is_not_there_whatever_it_looks_like(settled: World) -> None:
    good = address(settled)
    school, secret = good.removeprefix("/calendar/").removesuffix(".ics").split("-", 1)
    other = settled.other.pk
    for token in (f"{other}-{secret}", f"{school}-{secret[:-1]}", secret, f"{school}-", "-x", "9" * 40 + "-x", "一-x"):
        assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_only_a_hash_of_the_address_is_kept(settled: World) -> None:
    secret = address(settled).split("-", 1)[1].removesuffix(".ics")
    row = CalendarFeed.objects.of(settled.school).get()
    assert secret not in str(row.__dict__)


def test_it_is_read_sixty_times_an_hour_at_most(settled: World) -> None:
    path = address(settled)
    CalendarFeed.objects.of(settled.school).update(fetched_at=clock.now(), fetches=MOST_FETCHES - 1)
    assert Client().get(path).status_code == 200
    assert Client().get(path).status_code == 429
    CalendarFeed.objects.of(settled.school).update(fetched_at=clock.now() - dt.timedelta(hours=2))
    assert Client().get(path).status_code == 200


def test_the_address_is_shown_once(settled: World) -> None:
    client = settled.client("王敏")
    client.post("/calendar/make/")
    page = client.get("/today/hours/").content.decode()
    (path,) = re.findall(r"http://testserver(/calendar/[^<]+\.ics)", page)
    assert Client().get(path).status_code == 200
    assert path not in client.get("/today/hours/").content.decode()
