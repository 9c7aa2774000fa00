"""The worked examples of every preset, and the reader they are read with.

`expect` may hold: states {state: count} · done, state, reason, due, needed {"[mentor] period duty": {subject: value}}
(a student, or the group 王老师小组, a mentor, a class) · points {mentor: {item: points}} · total {mentor: points} ·
honours {honour: [mentors]} · allowance {mentor: amount} · layers [[numbers of one group], …] · open [paths to be typed] ·
steps [kinds in order] · guidances [labels] · bounds {role: [min, target, max]} · seats {mentor: [students]} · headcount
{mentor: number} · loads [numbers of students, smallest first] · obstacles {code: {value: number}}.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from taoli.engine.facts import Cell
from taoli.engine.scheme import load_preset, open_points
from taoli.engine.scheme.vocabulary import Channel, Kind
from taoli.engine.scoring import allowance_of, honoured
from tests.engine.examples import PRESETS, TAIGU
from tests.presets import case_rounds, case_words
from tests.presets.case_reading import Case, reckon

CASES = [
    pytest.param(path.parent, case, id=f"{path.parent.name}: {case['name']}")
    for path in sorted(PRESETS.glob("*/cases.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def cell(case: Case, words: str, subject: str) -> Cell:
    """The one cell of `[mentor] period duty` for a subject."""
    *mentor, period, label = words.split()
    (found,) = [
        one
        for one in case.cells
        if (one.subject_id, one.period_key, case.scheme.duty(one.duty_key).label) == (subject, period, label)
        and (not mentor or one.mentor_id == mentor[0])
    ]
    return found


def of_cells(name: str) -> Callable[[Case, Any], Any]:
    """Reads one value of the cells asked for."""
    return lambda case, wanted: {
        words: {subject: getattr(cell(case, words, subject), name) for subject in asked}
        for words, asked in wanted.items()
    }


def states(case: Case, _wanted: Any) -> Any:
    return dict(Counter(one.state for one in case.cells))


def points(case: Case, wanted: Any) -> Any:
    lines = {sheet.mentor_id: {item.label: item.points for item in sheet.items} for sheet in case.sheets}
    return {mentor: {label: lines[mentor][label] for label in asked} for mentor, asked in wanted.items()}


def total(case: Case, wanted: Any) -> Any:
    totals = {sheet.mentor_id: sheet.total for sheet in case.sheets}
    return {mentor: totals[mentor] for mentor in wanted}


def honours(case: Case, wanted: Any) -> Any:
    assert case.scheme.appraisal is not None
    offered = {honour.label: honour for honour in case.scheme.appraisal.honours}
    totals = {sheet.mentor_id: sheet.total for sheet in case.sheets if sheet.total is not None}
    return {label: list(honoured(offered[label], totals).mentor_ids) for label in wanted}


def allowance(case: Case, wanted: Any) -> Any:
    """For the students and groups a mentor still has on the last day of the term."""
    assert case.scheme.appraisal is not None
    assert case.scheme.appraisal.allowance is not None
    found = {}
    for sheet in case.sheets:
        own = [one for one in case.pairings if one.mentor_id == sheet.mentor_id and one.holds_on(case.term.ends)]
        share = (sheet.total or 0) / sheet.full
        units = len({one.unit_id for one in own})
        found[sheet.mentor_id] = allowance_of(case.scheme.appraisal.allowance, len(own), units, share)
    return {mentor: found[mentor] for mentor in wanted}


def headcount(case: Case, wanted: Any) -> Any:
    taken = case_rounds.seats(case.matched)
    return {mentor: len(taken[mentor]) for mentor in wanted}


def obstacles(case: Case, wanted: Any) -> Any:
    """Every obstacle by its code, with the values asked for."""
    found = case_rounds.obstacles(case.matched)
    return {code: {name: params[name] for name in wanted.get(code, ())} for code, params in found.items()}


SEEN: Mapping[str, Callable[[Case, Any], Any]] = {
    **{name: of_cells(name) for name in ("done", "state", "reason", "due", "needed")},
    "states": states,
    "points": points,
    "total": total,
    "honours": honours,
    "allowance": allowance,
    "layers": lambda case, _wanted: case.layers,
    "steps": lambda case, _wanted: [step.kind for step in case.scheme.steps],
    "guidances": lambda case, _wanted: [guidance.label for guidance in case.scheme.guidances],
    "seats": lambda case, _wanted: case_rounds.seats(case.matched),
    "headcount": headcount,
    "loads": lambda case, _wanted: sorted(map(len, case_rounds.seats(case.matched).values())),
    "obstacles": obstacles,
    "open": lambda case, _wanted: [point.path for point in open_points(case.scheme)],
    "bounds": lambda case, _wanted: {
        role.value: [bound.min, bound.target, bound.max] for role, bound in case.scheme.capacity.items()
    },
}


def seen(case: Case, expect: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine found, in the shape of what is expected."""
    return {name: SEEN[name](case, wanted) for name, wanted in expect.items()}


@pytest.mark.parametrize(("folder", "case"), CASES)
def test_a_worked_example_comes_out_as_written(folder: Any, case: dict[str, Any]) -> None:
    assert set(case) == {"name", "given", "expect"}
    assert case["expect"]
    assert seen(reckon(load_preset(folder), case["given"]), case["expect"]) == case["expect"]


def test_every_kind_and_channel_has_one_word() -> None:
    assert sorted(case_words.KINDS.values()) == sorted(Kind)
    assert sorted(case_words.CHANNELS.values()) == sorted(Channel)


STUDENTS = {"students": {"王老师": ["林子涵 2026-11-18 起 2026-12-20 止 组:一组 班:高一1班", "周一诺"]}}


@pytest.mark.parametrize(
    "given",
    [
        {"pupil": 3},
        {"term": {"starts": date(2026, 9, 1)}},
        {"holidays": ["2026-10-01 到 2026-10-07"]},
        {"exam_weeks": ["十一月"]},
        {"students": {"王老师": ["林子涵 周一诺"]}},
        {"students": {"王老师": ["林子涵 起"]}},
        {"students": {"王老师": ["林子涵 2026-11-18"]}},
        {"students": {"王老师": ["林子涵 桌:一"]}},
        {**STUDENTS, "left": {"孙浩然": "2026-11-20 dropped_out"}},
        {**STUDENTS, "left": {"周一诺": "2026-11-20 bored"}},
        {**STUDENTS, "marks": {"孙浩然": ["attention"]}},
        {**STUDENTS, "marks": {"周一诺": ["clever"]}},
        {**STUDENTS, "marks": {"周一诺": ["attention 2026-09-10"]}},
        {**STUDENTS, "leaves": {"王老师": ["2026-10-12 2026-10-23"]}},
        {**STUDENTS, "records": {"李老师": ["2026-09-08 谈话 周一诺"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 谈话 孙浩然"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 闲谈 周一诺"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 没联系上"]}},
        {**STUDENTS, "records": {"王老师": ["谈话 周一诺"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 起 谈话 周一诺"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 谈话 周一诺 三十分钟"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 谈话 周一诺 渠道:鸽子"]}},
        {**STUDENTS, "records": {"王老师": ["2026-09-08 活动 全组"]}},
        {**STUDENTS, "records": {"周一诺": ["2026-09-08 活动 全组"]}},
        {**STUDENTS, "ticks": {"王老师": {"没有这一项": True}}},
        {**STUDENTS, "surveys": {"neighbours": {"王老师": [5]}}},
    ],
)
def test_what_a_case_says_wrongly_is_an_error(given: dict[str, Any]) -> None:
    with pytest.raises(case_words.CaseError):
        reckon(load_preset(TAIGU), given)


def test_a_line_is_read_with_all_its_words() -> None:
    people = case_words.People(frozenset({"林子涵", "周一诺"}), {"王老师": frozenset({"一组"})})
    line = "2026-09-08 2026-09-15 没联系上 家长 林子涵 30分钟 渠道:书信 有计划 有主题 全组"
    first, second = case_words.acts("王老师", 0, line, people)
    assert (first.on, second.on) == (date(2026, 9, 8), date(2026, 9, 15))
    assert (first.id, second.id) == ("王老师0", "王老师0.1")
    assert (first.kind, first.channel, first.made, first.minutes) == ("family_contact", "letter", False, 30)
    assert (first.planned, first.theme, first.unit_id, first.student_ids) == (True, True, "一组", ("林子涵",))
    (own,) = case_words.acts("周一诺", 0, "2026-09-08 学生汇报", people)
    assert (own.by, own.student_ids, own.kind) == ("周一诺", ("周一诺",), "student_report")
    (visit,) = case_words.acts("王老师", 0, "2026-09-08 家访 林子涵", people)
    (call,) = case_words.acts("王老师", 0, "2026-09-08 家长 林子涵 班:高一1班", people)
    assert (visit.channel, call.channel, call.unit_id) == ("in_home", "phone", "高一1班")


def test_calendar_marks_leaves_and_surveys_are_read() -> None:
    given = {
        "term": {"starts": date(2026, 9, 1), "ends": date(2026, 10, 31)},
        "holidays": ["2026-10-01 至 2026-10-07"],
        "make_up": [date(2026, 10, 10)],
        "exam_weeks": [date(2026, 10, 26)],
        "changes": {"cycle.weeks": 4, "duties.individual.per": "week", "duties.individual.only_for": ["attention"]},
        "students": {"王老师": ["林子涵", "周一诺"]},
        "marks": {"林子涵": ["attention 2026-09-21 起"]},
        "leaves": {"王老师": ["2026-10-12 至 2026-10-18 代 李老师"]},
        "records": {"李老师": ["2026-10-12 谈话 林子涵"]},
        "surveys": {"students": {"王老师": [5, 4, 3]}},
    }
    case = reckon(load_preset(TAIGU), given)
    found = [
        (one.period_key, one.reason or one.state, str(one.due)) for one in case.cells if one.duty_key == "individual"
    ]
    assert found == [
        ("2026-1-w04", "overdue", "2026-09-25"),
        ("2026-1-w05", "overdue", "2026-09-30"),
        ("2026-1-w06", "overdue", "2026-10-10"),
        ("2026-1-w07", "mentor_away", "2026-10-16"),
        ("2026-1-w08", "overdue", "2026-10-23"),
    ]


def test_groups_are_made_by_the_ratio_of_the_scheme() -> None:
    step = {"kind": "group_students", "ratio": [3, 5, 2]}
    changes = {"steps": [step, {"kind": "claim_groups"}]}
    for pupils in (20, {"优": 6, "中": 10, "差": 4}):
        case = reckon(load_preset(TAIGU), {"changes": changes, "pupils": pupils, "groups": 2})
        assert case.layers == [[3, 5, 2], [3, 5, 2]]
