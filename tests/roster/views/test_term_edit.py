"""Entering a term."""

import datetime as dt

import pytest
from django.urls import reverse

from taoli.roster.models import SchoolDay, Term
from tests.world import World

URL = reverse("roster:term_edit")


def test_the_page_shows_the_current_term_with_its_days(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    for words in ("2026-2027学年第一学期", "2026-10-01", "调休上课", "2027 年的放假安排这里还没有"):
        assert words in page


def test_a_school_without_a_term_is_asked_for_one_and_holidays_come_by_themselves(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    Term.objects.of(world.school)._raw_delete("default")
    client = world.client("孙悦")
    page = client.get(URL)
    assert "填写学期" in page.content.decode()
    assert page.context["form"]["name"].value() == "2026-2027学年第一学期"
    facts = {"name": "2026-2027学年第一学期", "starts": "2026-09-01", "ends": "2027-01-22"}
    assert client.post(URL, facts)["Location"] == URL
    term = Term.objects.of(world.school).get()
    days = SchoolDay.objects.of(world.school).filter(term=term)
    assert days.filter(kind="holiday", day="2026-10-01").exists()
    assert sorted(days.filter(kind="make_up").values_list("day", flat=True)) == [
        dt.date(2026, 9, 20),
        dt.date(2026, 10, 10),
    ]


def test_the_next_term_is_suggested_and_entered(world: World) -> None:
    client = world.client("孙悦")
    page = client.get(f"{URL}?next=1")
    assert page.context["form"]["name"].value() == "2026-2027学年第二学期"
    facts = {"name": "2026-2027学年第二学期", "starts": "2027-02-22", "ends": "2027-07-02"}
    client.post(f"{URL}?next=1", facts)
    assert Term.objects.of(world.school).count() == 2


@pytest.mark.parametrize(
    ("query", "facts", "sentence"),
    [
        ("", {"starts": "2026-09-01", "ends": "2026-08-01"}, "最后一天应在第一天之后。"),
        ("", {"starts": "2026-09-01", "ends": "2027-09-01"}, "一个学期不能超过 250 天。"),
        ("?next=1", {"starts": "2027-02-22", "ends": "2027-07-02"}, "已经有名为 2026-2027学年第一学期 的学期了。"),
        (
            "?next=1",
            {"name": "又一个", "starts": "2027-01-20", "ends": "2027-07-02"},
            "这些日子与 2026-2027学年第一学期（2026-09-01 至 2027-01-29）重叠。",
        ),
    ],
)
def test_impossible_terms_get_a_sentence(world: World, query: str, facts: dict[str, str], sentence: str) -> None:
    answer = world.client("孙悦").post(URL + query, {"name": "2026-2027学年第一学期", **facts})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    world.term.refresh_from_db()
    assert (world.term.ends, Term.objects.of(world.school).count()) == (dt.date(2027, 1, 29), 1)


def test_only_the_office_may_open_it(world: World) -> None:
    for person in ("王敏", "李慧", "钱程", "郑明", "林子涵"):
        assert world.client(person).get(URL).status_code == 403
