"""Terms with the holidays as announced."""

import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.announced import announced_days, unannounced_years
from taoli.roster.services.terms import save_term, set_day
from tests.world import World

SPRING = (dt.date(2026, 2, 24), dt.date(2026, 7, 3))


def test_announced_days_hold_the_national_day_and_its_make_up_days() -> None:
    days = dict(announced_days(dt.date(2026, 9, 28), dt.date(2026, 10, 11)))
    assert days == {**{dt.date(2026, 10, day): "holiday" for day in range(1, 8)}, dt.date(2026, 10, 10): "make_up"}


def test_years_without_an_announcement_are_named() -> None:
    assert unannounced_years(dt.date(2026, 9, 1), dt.date(2027, 1, 20)) == [2027]
    assert unannounced_years(*SPRING) == []


def test_a_new_term_comes_with_its_days(world: World) -> None:
    term = save_term(by=world.office, name="上学期", starts=SPRING[0], ends=SPRING[1])
    days = SchoolDay.objects.of(world.school).filter(term=term)
    assert days.filter(day="2026-05-01", kind="holiday").exists()
    assert days.filter(kind="make_up").count() == 2


def test_a_corrected_term_keeps_days_set_by_hand_and_fills_only_what_is_new(world: World) -> None:
    term = save_term(by=world.office, name="上学期", starts=SPRING[0], ends=dt.date(2026, 5, 1))
    set_day(by=world.office, term=term, day=dt.date(2026, 4, 6), kind="")
    set_day(by=world.office, term=term, day=dt.date(2026, 4, 24), kind="holiday", note="运动会")
    save_term(by=world.office, pk=term.pk, name="上学期", starts=SPRING[0], ends=SPRING[1])
    days = SchoolDay.objects.of(world.school).filter(term=term)
    assert (days.get(day="2026-04-06").kind, days.get(day="2026-04-06").source) == ("ordinary", "hand")
    assert (days.get(day="2026-04-24").note, days.get(day="2026-04-24").source) == ("运动会", "hand")
    assert days.filter(day="2026-05-02", kind="holiday").exists()


def test_days_outside_a_shortened_term_are_gone(world: World) -> None:
    save_term(
        by=world.office, pk=world.term.pk, name=world.term.name, starts=world.term.starts, ends=dt.date(2026, 9, 30)
    )
    days = SchoolDay.objects.of(world.school).values_list("day", flat=True)
    assert sorted(days) == [dt.date(2026, 9, 20), *(dt.date(2026, 9, day) for day in (25, 26, 27))]


@pytest.mark.parametrize(
    ("name", "starts", "ends", "sentence"),
    [
        ("新", dt.date(2027, 3, 1), dt.date(2027, 3, 1), "最后一天应在第一天之后。"),
        ("新", dt.date(2027, 3, 1), dt.date(2027, 12, 1), "一个学期不能超过 250 天。"),
        (
            "2026-2027学年第一学期",
            dt.date(2027, 3, 1),
            dt.date(2027, 7, 1),
            "已经有名为 2026-2027学年第一学期 的学期了。请换一个名称。",
        ),
    ],
)
def test_impossible_terms_are_refused(world: World, name: str, starts: dt.date, ends: dt.date, sentence: str) -> None:
    with pytest.raises(TaoliError) as refusal:
        save_term(by=world.office, name=name, starts=starts, ends=ends)
    assert str(refusal.value) == sentence
    assert Term.objects.of(world.school).count() == 1
