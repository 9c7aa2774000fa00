import datetime as dt
from collections import Counter
from random import Random

from taoli.rehearsal.services.behaviour import (
    DILIGENT,
    ORDINARY,
    SILENT,
    Mentee,
    Occasion,
    Profile,
    Stretch,
    half_a_term,
    more_talks,
)

DAYS = tuple(day for shift in range(77) if (day := dt.date(2026, 9, 7) + dt.timedelta(days=shift)).weekday() < 5)
LIVED = Stretch(DAYS, (dt.date(2026, 9, 16), dt.date(2026, 10, 14)), dt.date(2026, 11, 22))
GUIDANCES = ("思想引导", "学业辅导", "生活指导")
MENTEES = [Mentee(f"s{place}", f"g{place % 2}", f"c{place % 2}") for place in range(14)]


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 the same life every time


def life(profile: Profile, seed: int = 7) -> list[Occasion]:
    return half_a_term(seeded(seed), "m", MENTEES, LIVED, GUIDANCES, profile)


def test_the_same_seed_lives_the_same_life() -> None:
    assert life(ORDINARY) == life(ORDINARY)


def test_nothing_is_held_outside_the_stretch_or_entered_before_it_was_held() -> None:
    for profile in (DILIGENT, ORDINARY, SILENT):
        for one in life(profile):
            assert DAYS[0] <= one.held_on <= one.entered_on <= LIVED.until


def test_the_diligent_write_much_and_the_silent_little() -> None:
    diligent, silent = len(life(DILIGENT)), len(life(SILENT))
    assert diligent > 4 * silent


def test_all_kinds_and_tries_without_an_answer_occur() -> None:
    occasions = [one for seed in range(5) for one in life(ORDINARY, seed)]
    assert {one.kind for one in occasions} == {"talk", "group_activity", "family_contact", "home_visit"}
    assert Counter(one.made for one in occasions)[False] > 0


def test_a_try_without_an_answer_names_no_guidance_and_no_note() -> None:
    missed = [one for seed in range(5) for one in life(ORDINARY, seed) if not one.made]
    assert {(one.guidances, one.note, one.channel) for one in missed} == {((), "", "phone")}


def test_talks_together_stay_in_one_class_and_three_at_most() -> None:
    for one in life(ORDINARY):
        if one.kind == "talk":
            assert len(one.students) <= 3
            assert len({int(student[1:]) % 2 for student in one.students}) == 1


def test_activities_are_on_the_fixed_slot_and_name_a_theme() -> None:
    activities = [one for one in life(DILIGENT) if one.kind == "group_activity"]
    assert {one.held_on for one in activities} == set(LIVED.slots)
    assert all(one.theme and one.group in {"g0", "g1"} for one in activities)


def test_guidances_are_the_schemes_own_in_its_order() -> None:
    for one in life(ORDINARY):
        assert list(one.guidances) == [word for word in GUIDANCES if word in one.guidances]


def test_more_talks_fill_up_to_the_wanted_number_for_each_student() -> None:
    known = life(ORDINARY)
    extra = more_talks(seeded(1), "m", MENTEES, LIVED, GUIDANCES, ORDINARY, 30, known)
    counted = Counter(student for one in [*known, *extra] for student in one.students)
    assert set(counted.values()) == {30}


def test_some_students_are_reached_by_nobody_this_month() -> None:
    lives = [
        {key for one in life(DILIGENT, seed) if one.held_on.month == 11 for key in one.students} for seed in range(9)
    ]
    assert min(map(len, lives)) < len(MENTEES)
    assert set().union(*lives) == {one.key for one in MENTEES}
