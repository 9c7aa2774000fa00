"""The worked examples of every preset. What `expect` may hold: states, done, state, reason, points, total."""

from collections import Counter
from typing import Any

import pytest
import yaml

from taoli.engine.facts import Cell
from taoli.engine.scheme import load_preset
from tests.engine.examples import PRESETS
from tests.presets.case_reading import Case, reckon

CASES = [
    pytest.param(path.parent, case, id=f"{path.parent.name}: {case['name']}")
    for path in sorted(PRESETS.glob("*/cases.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def cell(case: Case, words: str, student: str) -> Cell:
    """The one cell of `[mentor] period duty` for a student."""
    *mentor, period, label = words.split()
    (found,) = [
        one
        for one in case.cells
        if (one.subject_id, one.period_key, case.scheme.duty(one.duty_key).label) == (student, period, label)
        and (not mentor or one.mentor_id == mentor[0])
    ]
    return found


def seen(case: Case, expect: dict[str, Any]) -> dict[str, Any]:
    """What the engine found, in the shape of what is expected."""
    lines = {sheet.mentor_id: {item.label: item.points for item in sheet.items} for sheet in case.sheets}
    totals = {sheet.mentor_id: sheet.total for sheet in case.sheets}
    found: dict[str, Any] = {}
    for name, wanted in expect.items():
        if name == "states":
            found[name] = dict(Counter(one.state for one in case.cells))
        elif name == "points":
            found[name] = {mentor: {label: lines[mentor][label] for label in asked} for mentor, asked in wanted.items()}
        elif name == "total":
            found[name] = {mentor: totals[mentor] for mentor in wanted}
        else:
            found[name] = {
                words: {student: getattr(cell(case, words, student), name) for student in asked}
                for words, asked in wanted.items()
            }
    return found


@pytest.mark.parametrize(("folder", "case"), CASES)
def test_a_worked_example_comes_out_as_written(folder: Any, case: dict[str, Any]) -> None:
    assert set(case) == {"name", "given", "expect"}
    assert case["expect"]
    assert seen(reckon(load_preset(folder), case["given"]), case["expect"]) == case["expect"]
