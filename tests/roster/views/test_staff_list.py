"""The list of staff."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.roster.models import Staff
from tests.world import CAST, World

URL = reverse("roster:staff_list")


def test_it_shows_homerooms_and_numbers_of_mentees(world: World) -> None:
    rows = world.client("孙悦").get(URL).context["rows"]
    seen = {row.staff.name: (row.homerooms, row.mentees) for row in rows}
    assert seen["王敏"] == ([], 3)
    assert seen["李慧"] == (["高一(1)班"], 1)
    assert seen["郑明"] == ([], 0)


def test_search_and_subject_narrow_it(world: World) -> None:
    client = world.client("孙悦")
    assert [row.staff.name for row in client.get(f"{URL}?q=王").context["rows"]] == ["王敏"]
    assert client.get(f"{URL}?subject=数学").context["rows"] == []
    assert "没有符合的人" in client.get(f"{URL}?subject=数学").content.decode()


def test_who_may_open_it(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    outside = ("social_mentor", "officer", "reviewer", "station_staff")
    kept_out = dict.fromkeys(("mentor", "assessor", "counsellor", "student", "guardian", *outside), 403)
    assert answers == {**dict.fromkeys(answers, 200), **kept_out}


def test_those_who_may_not_edit_see_no_links(world: World) -> None:
    address = reverse("roster:staff_edit", args=[world.staff["王敏"].pk])
    assert address in world.client("孙悦").get(URL).content.decode()
    assert address not in world.client("李慧").get(URL).content.decode()


def test_phones_are_not_on_the_list(world: World) -> None:
    Staff.objects.of(world.school).update(phone="13911112222")
    assert "13911112222" not in world.client("孙悦").get(URL).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows(world: World) -> None:
    client = world.client("孙悦")
    client.get(URL)
    counts = []
    for number in (1, 3):
        keep = [one.pk for one in list(world.staff.values())[:number]]
        Staff.objects.of(world.school).update(left_on="2026-11-01")
        Staff.objects.of(world.school).filter(pk__in=keep).update(left_on=None)
        with CaptureQueriesContext(connection) as seen:
            assert len(client.get(URL).context["rows"]) == number
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_an_empty_school_says_so(world: World) -> None:
    Staff.objects.of(world.school).update(left_on="2026-11-01")
    assert "还没有教职工" in world.client("孙悦").get(URL).content.decode()
