"""Correcting a day of the term."""

import datetime as dt

from django.urls import reverse

from taoli.roster.models import SchoolDay
from taoli.roster.queries.calendar import calendar_facts
from tests.world import World

URL = reverse("roster:school_day_set")


def test_a_day_becomes_a_holiday_and_an_ordinary_day_again(world: World) -> None:
    client, day = world.client("孙悦"), dt.date(2026, 11, 27)
    client.post(URL, {"day": "2026-11-27", "kind": "holiday", "note": "运动会"})
    assert not calendar_facts(world.school.pk, world.term).is_taught(day)
    client.post(URL, {"day": "2026-11-27", "kind": "exam"})
    assert SchoolDay.objects.of(world.school).get(day=day).kind == "exam"
    client.post(URL, {"day": "2026-11-27", "kind": ""})
    assert not SchoolDay.objects.of(world.school).filter(day=day).exists()


def test_from_the_calendar_it_leads_back_to_the_day(world: World) -> None:
    client = world.client("孙悦")
    facts = {"day": "2026-11-28", "kind": "make_up", "follows": "3", "note": "补课", "back": "calendar"}
    answer = client.post(URL, facts)
    assert answer["Location"] == f"{reverse('schemes:calendar_show')}?term={world.term.pk}&day=2026-11-28"
    row = SchoolDay.objects.of(world.school).get(day="2026-11-28")
    assert (row.follows, row.source, row.note) == (3, "hand", "补课")
    assert "2026-11-28 周六：调休上课 · 补课 · 按周三课表" in client.get(answer["Location"]).content.decode()


def test_an_announced_holiday_can_be_taught_and_given_back(world: World) -> None:
    client, rows = world.client("孙悦"), SchoolDay.objects.of(world.school)
    client.post(URL, {"day": "2026-10-01", "kind": ""})
    assert (rows.get(day="2026-10-01").kind, rows.get(day="2026-10-01").source) == ("ordinary", "hand")
    assert calendar_facts(world.school.pk, world.term).is_taught(dt.date(2026, 10, 1))
    client.post(URL, {"day": "2026-10-01", "kind": "announced"})
    assert (rows.get(day="2026-10-01").kind, rows.get(day="2026-10-01").source) == ("holiday", "announced")
    client.post(URL, {"day": "2026-11-24", "kind": "announced"})
    assert not rows.filter(day="2026-11-24").exists()


def test_a_day_outside_the_term_gets_a_sentence(world: World) -> None:
    page = world.client("孙悦").post(URL, {"day": "2027-05-01", "kind": "holiday"}, follow=True)
    assert "2027-05-01 不在本学期内。" in page.content.decode()
    assert not SchoolDay.objects.of(world.school).filter(day="2027-05-01").exists()


def test_no_date_is_refused(world: World) -> None:
    before = SchoolDay.objects.of(world.school).count()
    assert world.client("孙悦").post(URL, {"day": "2026-02-30", "kind": "holiday"}).status_code == 302
    assert SchoolDay.objects.of(world.school).count() == before


def test_only_the_office_may(world: World) -> None:
    assert world.client("钱程").post(URL, {"day": "2026-11-27", "kind": "holiday"}).status_code == 403
