"""Every code that scoring gives has its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from taoli.engine.scheme import fulfilment
from taoli.engine.scheme.vocabulary import EndReason, Survey
from taoli.engine.scoring import counting, sheets
from taoli.evaluation.phrases import ARITHMETIC, REASONS, SOURCES, arithmetic, reason, shown

SCORING = Path(str(sheets.__file__)).parent


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def findings() -> set[str]:
    """The codes of every Finding(…) and left_out(…) in the package."""
    calls = [
        node
        for file in SCORING.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Finding", "left_out"}
    ]
    return {code for call in calls if call.args for code in texts(call.args[0])}


def returned(module: object, *names: str) -> set[str]:
    """The texts that functions of a module can return."""
    tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
    wanted = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in names]
    assert len(wanted) == len(names)
    returns = [one for node in wanted for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
    return {code for one in returns if one.value for code in texts(one.value)}


def test_every_finding_of_scoring_has_a_sentence() -> None:
    assert len(findings()) > 15
    assert findings() - {"no_answers"} == ARITHMETIC.keys() - {"no_answers"}


def test_every_reason_against_a_record_has_a_sentence() -> None:
    codes = returned(fulfilment, "why_not") | returned(counting, "_against")
    assert {"not_reached", "outside_term", "not_planned"} <= codes
    own = {"no_theme", "not_owed_then", "not_yet_due", "no_reason"}
    exempt = {"ended", "began_late", "mentor_away", "student_away"}
    assert codes | own | exempt | {one.value for one in EndReason} == REASONS.keys()


def test_the_reasons_written_here_are_the_engines() -> None:
    said = Path(str(counting.__file__)).read_text(encoding="utf-8")
    assert [one for one in ("no_theme", "not_owed_then", "not_yet_due", "no_reason") if f'"{one}"' not in said] == []
    said = (SCORING.parent / "compliance" / "cells.py").read_text(encoding="utf-8")
    assert [one for one in ("ended", "began_late", "mentor_away", "student_away") if f'"{one}"' not in said] == []


def test_every_source_of_answers_has_a_name() -> None:
    assert {one.value for one in Survey} == SOURCES.keys()


def test_arithmetic_is_a_sentence_with_plain_numbers() -> None:
    params = {"done": 2, "needed": 6, "of": 20.0, "points": 6.666666}
    assert arithmetic("coverage", params) == "应做 6 次，有记录 2 次：20 × 2 ÷ 6 = 6.67 分。"


def test_no_answers_at_all_is_said_plainly() -> None:
    assert arithmetic("too_few_answers", {"answers": 0, "min": 3}) == "没有答卷，该项暂不计分。"
    assert arithmetic("too_few_answers", {"answers": 2, "min": 3}) == "只有 2 份答卷，至少要 3 份，该项暂不计分。"


def test_a_source_is_named() -> None:
    params = {"source": "guardians", "answers": 4, "mean": 4.5, "weight": 0.5}
    assert arithmetic("source", params) == "家长：4 份答卷，平均 4.5，权重 0.5。"


@pytest.mark.parametrize(("points", "text"), [(None, ""), (7.5, "7.5"), (20.0, "20"), (71.43, "71.43")])
def test_points_are_written_without_needless_places(points: float | None, text: str) -> None:
    assert shown(points) == text


def test_reason_of_a_record_after_its_pairing() -> None:
    assert reason("outside_pairing") == "不是结对期内"
