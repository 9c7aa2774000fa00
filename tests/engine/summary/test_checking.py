"""Planted faults in what a school hands in: each refused by its own code, a sound summary taken."""

import datetime as dt
import json
from typing import Any

import pytest

from taoli.engine.summary import CODES, MEASURES, Trust, canonical, check, code_of, digest, packed, sign
from tests.engine.summary.making import KEYS, OTHER, TODAY, document, grade, handed, trust

FIRST = document()
SECOND = document(seq=2, previous=digest(FIRST), week="2026-11-23")
AFTER = {1: digest(FIRST)}


def of(**changes: Any) -> bytes:
    return handed(document(**changes))


def indicator(**changes: Any) -> bytes:
    one = {"key": "knows_mentor", "source": "student", "term": "上学期", "yes": 90, "answers": 100, "asked": 120}
    return of(indicators=[{**one, **changes}])


def without(key: str) -> bytes:
    return handed({name: value for name, value in document().items() if name != key})


FAULTS: list[tuple[str, bytes, Trust]] = [
    ("too_large", b" " * 100_001, trust()),
    ("no_summary", b"\xff\xfe no JSON", trust()),
    ("no_summary", b"[]", trust()),
    ("no_summary", b'{"summary": 7}', trust()),
    ("no_summary", b'{"summary": {"seq": 1, "seq": 2}}', trust()),
    ("no_summary", b'{"summary": {"seq": NaN}}', trust()),
    ("no_summary", b'{"summary": {"seq": 1.5}}', trust()),
    ("no_summary", of(school="one").replace(b'"one"', rb'"\ud800"'), trust()),
    ("no_summary", of(name="河西\0学校"), trust()),
    ("no_summary", of(grades=[{"name": "七\u001b年级"}]), trust()),
    ("no_summary", of(**{"te\0rm": ""}), trust()),
    ("unknown_format", of(format="taoli-package"), trust()),
    ("too_new", of(version=2, added_later={}), trust()),
    ("too_old", of(version=0), trust()),
    ("too_old", of(version="1"), trust()),
    ("unknown_school", of(school="hedong"), trust()),
    ("unknown_school", of(school=["hexi"]), trust()),
    ("two_schools", handed(FIRST), trust(rival="河西职业学校")),
    ("wrong_bureau", handed(FIRST), trust(near=False)),
    ("unsigned", json.dumps({"summary": FIRST}).encode(), trust()),
    ("key_not_compared", handed(FIRST), trust(compared=False)),
    ("key_not_compared", handed(FIRST), trust(key="")),
    ("forged", handed(FIRST, OTHER), trust()),
    ("forged", packed(document(counts={"mentors": 31}), sign(KEYS.sign, FIRST)), trust()),
    ("forged", packed(FIRST, "no base64"), trust()),
    ("left", handed(FIRST), trust(left_on=TODAY)),
    ("merged", handed(FIRST), trust(left_on=TODAY, successor="河东学校")),
    ("negative", of(counts={"mentors": -1}), trust()),
    ("broken", without("grades"), trust()),
    ("broken", of(student="林子涵"), trust()),
    ("broken", of(seq=10**30), trust()),
    ("broken", of(week="0001-01-01"), trust()),
    ("received_before", handed(FIRST), trust(taken=AFTER)),
    ("received_before", handed(FIRST), trust(taken={**AFTER, 2: digest(SECOND)})),
    ("replaced", of(counts={"mentors": 40}), trust(taken=AFTER)),
    ("gap", handed(document(seq=3, previous=digest(SECOND))), trust(taken=AFTER)),
    ("chain_broken", handed(document(seq=2, previous="0" * 64)), trust(taken=AFTER)),
    ("no_monday", of(week="2026-11-17"), trust()),
    ("future", of(week="2026-11-30"), trust()),
    ("unknown_measure", of(counts={"praise": 3}), trust()),
    ("unknown_measure", of(counts={"met_talk": 3}), trust()),
    ("unknown_measure", handed(grade(cells={"talks": [1, 2]})), trust()),
    ("unknown_measure", handed(grade(cells={"praise": [1, 2]})), trust()),
    ("wrong_level", of(counts={"students": 3}), trust()),
    ("grade_twice", of(grades=[*document()["grades"], *document()["grades"]]), trust()),
    ("met_more_than_due", handed(grade(cells={"met_talk": [3, 2]})), trust()),
    ("unknown_indicator", indicator(key="likes_canteen"), trust()),
    ("more_yes_than_answers", indicator(yes=101), trust()),
    ("more_answers_than_asked", indicator(answers=121), trust()),
    ("more_than_whole", of(counts={"mentors": 3, "mentors_without": 4}), trust()),
    *(
        ("more_than_whole", handed(grade(counts={one.of: 5, key: 6})), trust())
        for key, one in MEASURES.items()
        if one.of and one.level == "grade" and one.of == "students"
    ),
    ("more_than_whole", handed(grade(counts={"students": 9, "cases_open": 1, "cases_reviewed": 2})), trust()),
]


@pytest.mark.parametrize(("code", "data", "known"), FAULTS)
def test_a_planted_fault_is_refused_by_its_own_code(code: str, data: bytes, known: Trust) -> None:
    found = check(data, known)
    assert [one.code for one in found.findings][:1] == [code]
    assert found.summary is None


def test_every_code_has_a_planted_fault() -> None:
    assert {code for code, _data, _known in FAULTS} == set(CODES)


def test_a_sound_summary_is_taken_with_its_hash() -> None:
    found = check(handed(FIRST), trust())
    assert (found.findings, found.sha256) == ((), digest(FIRST))
    assert found.summary is not None
    assert found.summary.week == dt.date(2026, 11, 16)
    assert canonical(found.summary).decode() == json.dumps(
        FIRST, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def test_the_next_in_the_chain_is_taken_and_any_first_one() -> None:
    assert not check(handed(SECOND), trust(taken=AFTER)).findings
    assert not check(handed(SECOND), trust()).findings  # the school has handed in to others before


def test_all_that_is_impossible_is_told_at_once() -> None:
    told = grade(counts={"students": 1, "without_mentor": 2}, cells={"met_talk": [3, 2]})
    found = check(handed(told), trust())
    assert [one.code for one in found.findings] == ["more_than_whole", "met_more_than_due"]


def test_the_code_of_a_school_is_read_without_believing_it() -> None:
    assert [code_of(data) for data in (handed(FIRST), b"x", of(school=7))] == ["hexi", "", ""]
