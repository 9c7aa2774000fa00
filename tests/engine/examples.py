"""Small facts the engine's tests are written with: one autumn term, a few people, one changeable scheme."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.facts import Act, Cell, Pairing
from taoli.engine.scheme import Scheme, apply_changes, dump, load_preset, parse_scheme

PRESETS = Path(__file__).parents[2] / "presets"
TAIGU = PRESETS / "taigu-no2-2012"
AUTUMN = Term("2026-1", "上学期", date(2026, 9, 1), date(2027, 1, 22))
SPRING = Term("2026-2", "下学期", date(2027, 2, 22), date(2027, 7, 2))
HOLIDAY = {date(2026, 10, day): False for day in range(1, 8)}
MAKE_UP = {date(2026, 9, 27): True, date(2026, 10, 10): True}
YEAR = SchoolCalendar((AUTUMN, SPRING), {**HOLIDAY, **MAKE_UP})
CLAUSE = {"rule": "TG-19", "ref": "例"}


@cache
def preset() -> Scheme:
    return load_preset(TAIGU)


def taigu(**changes: Any) -> Scheme:
    """The Taigu preset with a cycle of four weeks; `__` in a name stands for a dot."""
    asked = {name.replace("__", "."): value for name, value in changes.items()}
    return apply_changes(preset(), {"cycle.weeks": 4, **asked})


def scheme_with(*duties: Mapping[str, Any], **values: Any) -> Scheme:
    """The smallest scheme with these duties."""
    data = dump(preset())
    data |= {"appraisal": None, "conferences": [], "duties": [with_defaults(duty) for duty in duties], **values}
    return parse_scheme(data)


def with_defaults(duty: Mapping[str, Any]) -> dict[str, Any]:
    plain = {"key": "talk", "label": "谈心", "subject": "mentee", "kinds": ["talk"], "per": "month"}
    return {**plain, "clause": CLAUSE, **duty}


def appraisal_with(*methods: Mapping[str, Any], points: float = 10, **values: Any) -> dict[str, Any]:
    """An appraisal of one item per method, keys `item1`, `item2` …."""
    items = [
        {"key": f"item{place}", "label": "项", "points": points, "method": method, "clause": CLAUSE}
        for place, method in enumerate(methods, 1)
    ]
    return {"per": "term", "full": points * len(items), "items": items, "clause": CLAUSE, **values}


def pairing(name: str = "p1", student: str = "s1", mentor: str = "m1", **values: Any) -> Pairing:
    plain = {"unit_id": None, "grade_id": "g1", "class_id": "c1", "starts": AUTUMN.starts}
    return Pairing(id=name, student_id=student, mentor_id=mentor, **{**plain, **values})


def talk(on: date, *students: str, by: str = "m1", **values: Any) -> Act:
    plain = {"id": f"talk-{on}", "kind": "talk", "channel": "face_to_face", "made": True}
    return Act(by=by, student_ids=students or ("s1",), on=on, entered_on=on, **{**plain, **values})


def brief(cell: Cell) -> tuple[str, str, int, str]:
    return cell.subject_id, cell.period_key, cell.done, cell.reason or cell.state
