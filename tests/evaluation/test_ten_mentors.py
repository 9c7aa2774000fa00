"""Totals worked out by hand for ten mentors of one grade, and for four each of two other schemes.

太谷二中 2012, a term of five months and five cycles, every mentor with one group. Written out on paper first:

mentor  students                talks of owed   活动/5  lost  answers of students  of families
甲      4                       20 of 20        5       0     5.0                  5.0
乙      4                       15 of 20        4       0     4.8                  4.6
丙      2                        7 of 10        3       0     4.6                  4.8
丁      3, 1 dropped out         9 of 12        5       1     4.4                  4.4
戊      3, 2 dropped out         6 of 9         2       2     4.2                  4.2
己      4, 3 dropped out        11 of 11        1       3     4.0                  4.0
庚      2, 1 moved away          7 of 7         5       0     3.8                  3.8
辛      5                       10 of 25        0       0     3.8 (shares 庚's)     only 2 answers
壬      2                        1 of 10: 不好   5       0     3.6                  3.6
癸      6                       30 of 30        5: 不好  0     3.4                  3.4

Who left on 10 November owed a talk in September and October, nothing after. Ten are ranked by their students: places 1
to 4 are the first third, 5 to 7 the second (庚 and 辛 share place 7), 9 and 10 the last. Nine by families: three each.

mentor  register  活动          谈话              lost             students  families  total
甲      10        20×5÷5=20     20×20÷20=20       20               20        10        100
乙      10        20×4÷5=16     20×15÷20=15       20               20        10        91
丙      10        20×3÷5=12     20×7÷10=14        20               20        10        86
丁      10        20            20×9÷12=15        20-10=10         20        7.5       82.5
戊      10        20×2÷5=8      20×6÷9=13.33      20-20=0          15        7.5       53.83
己      10        20×1÷5=4      20                20-30, not <0: 0  15        7.5       56.5
庚      10        20            20                20 (no loss)      15        5         90
辛      10        0             20×10÷25=8        20               15        left out  53÷90×100=58.89
壬      10        20            0 (not good)      20               10        5         65
癸      10        0 (not good)  20                20               10        5         65
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pytest

from taoli.engine.compliance import asked, cells_of
from taoli.engine.facts import Act, MentorScope, Pairing
from taoli.engine.scheme import Scheme, load_preset
from taoli.engine.scoring import MentorSheet, ScoringFacts, score
from tests.engine.examples import AUTUMN, PRESETS, YEAR, pairing, taigu, talk

MONTHS = (date(2026, 9, 10), date(2026, 10, 14), date(2026, 11, 3), date(2026, 12, 8), date(2027, 1, 12))
CYCLES = (date(2026, 9, 16), date(2026, 10, 14), date(2026, 11, 4), date(2026, 12, 2), date(2027, 1, 6))
LEFT, BEFORE_LEAVING = date(2026, 11, 10), 2
ITEMS = ("register", "cycle_activity", "individual", "lost_students", "student_feedback", "family_feedback")


class Mentor(NamedTuple):
    """A line of the first table; `gone`: why each student who left did."""

    name: str
    students: int
    talks: int
    activities: int
    gone: tuple[str, ...]
    pupils: tuple[float, ...]
    families: tuple[float, ...]


TEN = (
    Mentor("甲", 4, 20, 5, (), (5, 5, 5, 5, 5), (5, 5, 5, 5, 5)),
    Mentor("乙", 4, 15, 4, (), (5, 5, 5, 5, 4), (5, 5, 5, 4, 4)),
    Mentor("丙", 2, 7, 3, (), (5, 5, 5, 4, 4), (5, 5, 5, 5, 4)),
    Mentor("丁", 3, 9, 5, ("dropped_out",), (5, 5, 4, 4, 4), (5, 5, 4, 4, 4)),
    Mentor("戊", 3, 6, 2, ("dropped_out",) * 2, (5, 4, 4, 4, 4), (5, 4, 4, 4, 4)),
    Mentor("己", 4, 11, 1, ("dropped_out",) * 3, (4, 4, 4, 4, 4), (4, 4, 4, 4, 4)),
    Mentor("庚", 2, 7, 5, ("transferred_out",), (4, 4, 4, 4, 3), (4, 4, 4, 4, 3)),
    Mentor("辛", 5, 10, 0, (), (5, 4, 4, 3, 3), (5, 5)),
    Mentor("壬", 2, 1, 5, (), (4, 4, 4, 3, 3), (4, 4, 4, 3, 3)),
    Mentor("癸", 6, 30, 5, (), (4, 4, 3, 3, 3), (4, 4, 3, 3, 3)),
)
NOT_GOOD = {("壬", "individual"), ("癸", "cycle_activity")}
BY_HAND: Mapping[str, tuple[tuple[float | None, ...], float]] = {
    "甲": ((10, 20, 20, 20, 20, 10), 100),
    "乙": ((10, 16, 15, 20, 20, 10), 91),
    "丙": ((10, 12, 14, 20, 20, 10), 86),
    "丁": ((10, 20, 15, 10, 20, 7.5), 82.5),
    "戊": ((10, 8, 13.33, 0, 15, 7.5), 53.83),
    "己": ((10, 4, 20, 0, 15, 7.5), 56.5),
    "庚": ((10, 20, 20, 20, 15, 5), 90),
    "辛": ((10, 0, 8, 20, 15, None), 58.89),
    "壬": ((10, 20, 0, 20, 10, 5), 65),
    "癸": ((10, 0, 20, 20, 10, 5), 65),
}


def pairings_of(one: Mentor) -> list[Pairing]:
    """The roster of a mentor; those who left come last."""
    staying = one.students - len(one.gone)
    found = []
    for place in range(one.students):
        why = one.gone[place - staying] if place >= staying else None
        ends = {"ends": LEFT, "end_reason": why} if why else {}
        name = f"{one.name}{place}"
        found.append(pairing(f"p{name}", f"s{name}", one.name, unit_id=f"u{one.name}", **ends))
    return found


def acts_of(one: Mentor) -> list[Act]:
    """The mentor's records: talks month by month as owed until their number is reached, each twice (the second adds
    nothing), and one activity of the group in a cycle.
    """
    owed = [
        (row.student_id, day)
        for place, day in enumerate(MONTHS)
        for row in pairings_of(one)
        if row.ends is None or place < BEFORE_LEAVING
    ]
    found = [
        talk(day, student, by=one.name, id=f"talk-{student}-{day}-{turn}")
        for student, day in owed[: one.talks]
        for turn in (1, 2)
    ]
    students = [row.student_id for row in pairings_of(one) if row.ends is None]
    return found + [
        talk(day, *students, by=one.name, id=f"g-{one.name}-{day}", kind="group_activity", unit_id=f"u{one.name}")
        for day in CYCLES[: one.activities]
    ]


def sheets() -> dict[str, MentorSheet]:
    """The whole way: roster and records → what was owed and done → points."""
    scheme = taigu()
    rows = [row for one in TEN for row in pairings_of(one)]
    acts = [act for one in TEN for act in acts_of(one)]
    ticked = {(one.name, item): (one.name, item) not in NOT_GOOD for one in TEN for item in ITEMS[1:3]}
    facts = ScoringFacts(
        term=AUTUMN,
        calendar=YEAR,
        mentors=tuple(
            MentorScope(one.name, "g1", (f"u{one.name}",), tuple(row.student_id for row in pairings_of(one)))
            for one in TEN
        ),
        pairings=tuple(rows),
        acts=tuple(acts),
        cells=tuple(cells_of(asked(scheme, YEAR, AUTUMN), rows, acts, AUTUMN.ends)),
        ticks=ticked,
        survey={("students", one.name): one.pupils for one in TEN}
        | {("guardians", one.name): one.families for one in TEN},
        register_done={one.name: True for one in TEN},
    )
    return {sheet.mentor_id: sheet for sheet in score(scheme, facts)}


def test_ten_totals_are_those_worked_out_by_hand_to_the_point() -> None:
    found = {name: (tuple(item.points for item in sheet.items), sheet.total) for name, sheet in sheets().items()}
    assert found == BY_HAND


def test_only_the_mentor_with_too_few_answers_is_brought_to_the_full_score() -> None:
    assert [name for name, sheet in sheets().items() if sheet.rescaled] == ["辛"]


def test_a_second_talk_in_the_month_is_behind_the_point_and_adds_nothing() -> None:
    item = sheets()["甲"].items[2]
    assert (len(item.evidence), {why for _act, why in item.not_counted}) == (40, set())


def judged(
    scheme: Scheme, ticks: Mapping[tuple[str, str], float], **survey: Mapping[str, tuple[float, ...]]
) -> list[MentorSheet]:
    """Sheets of mentors with six students each, from what others said of them."""
    names = sorted({name for given in survey.values() for name in given} | {name for name, _item in ticks})
    facts = ScoringFacts(
        term=AUTUMN,
        calendar=YEAR,
        mentors=tuple(MentorScope(name, "g1", (), tuple(f"{name}{place}" for place in range(6))) for name in names),
        ticks=dict(ticks),
        survey={(source, name): values for source, given in survey.items() for name, values in given.items()},
    )
    return list(score(scheme, facts))


def test_five_dimensions_and_four_assessors() -> None:
    """试点 4-8, five dimensions of 20: homeroom teacher and office by mark (of 5), office and homeroom teacher by
    points, students and families by questionnaire.

    a: attitude 20×(5÷5+4÷5)÷2=18, 18, 17.5, 16, feedback 20×(4.6÷5+5÷5)÷2=19.2: 88.7
    b: full marks by everybody: 100
    c: attitude 20×(3÷5+4÷5)÷2=14, 10, 12.25, 15, families silent, students 4: 16: 67.25
    d: nobody marked or answered: 15+15+12=42 of 60: 70
    """
    typed = {
        "a": (18, 17.5, 16),
        "b": (20, 20, 20),
        "c": (10, 12.25, 15),
        "d": (15, 15, 12),
    }
    ticks = {
        (name, item): float(points)
        for name, given in typed.items()
        for item, points in zip(("approach", "effect", "study"), given, strict=True)
    }
    found = judged(
        load_preset(PRESETS / "trial-4-8"),
        ticks,
        lead_mentor={"a": (5,), "b": (5,), "c": (3,)},
        moral_office={"a": (4,), "b": (5,), "c": (4,)},
        students={"a": (5, 5, 5, 4, 4), "b": (5,) * 5, "c": (4,) * 5},
        guardians={"a": (5,) * 5, "b": (5,) * 5},
    )
    points = [[item.points for item in sheet.items] for sheet in found]
    assert points == [[18, 18, 17.5, 16, 19.2], [20] * 5, [14, 10, 12.25, 15, 16], [None, 15, 15, 12, None]]
    assert [(sheet.total, sheet.rescaled) for sheet in found] == [
        (88.7, False),
        (100, False),
        (67.25, False),
        (70, True),
    ]


def test_four_sources_of_the_primary_school() -> None:
    """小学 352, four sources of equal weight.

    a: (4.5÷5+4÷5+3.5÷5+5÷5)÷4 = 3.4÷4 = 85 of 100
    b: one student answered (too few, the source is left out), one leader gave 4: 80
    c: full marks by everybody: 100
    """
    found = judged(
        load_preset(PRESETS / "primary-352"),
        {},
        students={"a": (5, 5, 5, 4, 4, 4), "b": (1,), "c": (5,) * 5},
        guardians={"a": (4,) * 5, "c": (5,) * 5},
        peers={"a": (4, 4, 4, 3, 3, 3), "c": (5,) * 5},
        leaders={"a": (5,), "b": (4,), "c": (5,)},
    )
    assert [sheet.total for sheet in found] == [85, 80, 100]


@pytest.mark.parametrize("preset", ["trial-4-8", "primary-352"])
def test_a_mentor_of_whom_nobody_said_anything_has_no_total(preset: str) -> None:
    facts = ScoringFacts(term=AUTUMN, calendar=YEAR, mentors=(MentorScope("a", "g1", (), ("s",)),))
    (sheet,) = score(load_preset(PRESETS / preset), facts)
    assert sheet.total is None
