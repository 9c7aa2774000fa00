"""A school's term as plain tuples, seeded: the same number gives the same rows on every machine."""

import functools
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.scheme import Scheme, apply_changes, load_preset

TERM = Term("2026-1", "上学期", date(2026, 9, 1), date(2027, 1, 22))
AS_OF = date(2027, 1, 10)
MENTEES, CLASS_SIZE, GROUP = 8, 50, 4
ATTEMPTS, TOGETHER, CHANGED = 0.03, 0.1, 0.05
KINDS = (("talk", 70), ("family_contact", 18), ("home_visit", 6), ("group_activity", 6))
PRESET = Path(__file__).parents[1] / "presets" / "taigu-no2-2012"

Row = tuple[object, ...]


@dataclass(frozen=True)
class School:
    """Rows in the order of the fields of engine.facts."""

    acts: list[Row]
    pairings: list[Row]


@functools.cache
def scheme() -> Scheme:
    """Taigu's duties with a cycle of four weeks and the talk every week: many cells."""
    return apply_changes(load_preset(PRESET), {"cycle.weeks": 4, "duties.individual.per": "week"})


@functools.cache
def calendar() -> SchoolCalendar:
    days = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 9, 27): True, date(2026, 10, 10): True}
    return SchoolCalendar((TERM,), days)


def school_of(number: int, students: int, records: int) -> School:
    """Every mentor has eight students in two groups, one student in twenty changes mentor in mid-term; records lie on
    any day, one in ten is a talk with three at once."""
    chance = Random(number)  # noqa: S311 - a reproducible school, not a secret
    mentors = students // MENTEES
    days = [TERM.starts + timedelta(days=one) for one in range((TERM.ends - TERM.starts).days + 1)]
    pairings: list[Row] = []
    for one in range(students):
        mentor, place = f"m{number}-{one % mentors}", f"c{number}-{one // CLASS_SIZE}"
        unit = f"u{number}-{one % mentors}-{one // mentors % (MENTEES // GROUP)}"
        fixed = ("g1", place)
        if chance.random() < CHANGED:
            change, other = chance.choice(days[30:100]), (one + 1) % mentors
            pairings.append((f"p{one}a", f"s{number}-{one}", mentor, unit, *fixed, TERM.starts, change))
            later = (f"m{number}-{other}", f"u{number}-{other}-0")
            pairings.append((f"p{one}b", f"s{number}-{one}", *later, *fixed, change + timedelta(days=1), None))
        else:
            pairings.append((f"p{one}", f"s{number}-{one}", mentor, unit, *fixed, TERM.starts, None))
    of_mentor: dict[object, list[Row]] = {}
    for row in pairings:
        of_mentor.setdefault(row[2], []).append(row)
    names, weights = zip(*KINDS, strict=True)
    kinds = chance.choices(names, weights, k=records)
    acts = [_act(chance, place, kind, chance.choice(pairings), of_mentor, days) for place, kind in enumerate(kinds)]
    acts += [
        (f"plan{one}", "plan", "paper", True, f"m{number}-{one}", (), days[9], days[9], None, False, False, None)
        for one in range(mentors)
    ]
    return School(acts, pairings)


def _act(chance: Random, place: int, kind: str, row: Row, of_mentor: dict[object, list[Row]], days: list[date]) -> Row:
    on, mentor, unit, mine = chance.choice(days), row[2], row[3], of_mentor[row[2]]
    students: tuple[object, ...] = (row[1],)
    if kind == "group_activity":
        students = tuple(other[1] for other in mine if other[3] == unit)
    elif kind == "talk" and chance.random() < TOGETHER:
        students = tuple(dict.fromkeys((row[1], *(other[1] for other in chance.sample(mine, 2)))))
    made, of_unit = chance.random() >= ATTEMPTS, unit if kind == "group_activity" else None
    return (f"a{place}", kind, "face_to_face", made, mentor, students, on, on, 20, False, False, of_unit)
