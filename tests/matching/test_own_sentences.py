"""What a student reads, over every mode and every reason: nothing of others, of marks, of the pin's note."""

import re

from django.utils.translation import override

from taoli.engine.matching import Finding
from taoli.engine.matching.types import Value
from taoli.matching.phrases import own_sentences
from taoli.matching.phrases.why import DECIDED, OWN_SEATS, STAFF_SEATS
from tests.matching import says

MARKS = ("优先", "可以", "标记", "意向", "认领", "分开", "不在同一位导师", "在同一位导师", "类别", "体育特长")
ENGLISH_MARKS = ("mark", "claim", "apart", "categor", "sports", "not with the same", "order of")


def test_no_other_student_no_mark_and_no_note_in_any_mode() -> None:
    seen = set()
    for student, found in says.explained(staff=False):
        with override("zh-hans"):
            told = "".join(own_sentences(found, says.CHINESE))
        with override("en"):
            plain = "".join(own_sentences(found, says.ENGLISH))
        seen |= {one.params["reason"] for one in found if one.code == "seat"}
        others = [says.CHINESE[one] for one in says.STUDENTS if one != student]
        assert told
        assert not any(word in told for word in (*others, *MARKS, says.NOTE)), told
        assert not re.search(r"Student [A-G]", plain), plain
        assert not any(word in plain for word in (*ENGLISH_MARKS, says.NOTE)), plain
        assert not re.search(r"[A-Za-z]|%\(|None", told), told
    assert seen == set(STAFF_SEATS)


def test_whatever_comes_along_is_not_told() -> None:
    """Even what the engine keeps for staff leaves no trace when it reaches the student's sentences by mistake."""
    leaks: dict[str, Value] = {
        "mentor": "m1",
        "rank": 2,
        "of": 3,
        "seats": 871,
        "seats_needed": 872,
        "place": 873,
        "last_place": 874,
    }
    leaks |= {"note": says.NOTE, "claims": 875, "unit": "u1", "from": "m2", "dearer": 876, "from_rank": 1}
    findings = [
        *(Finding("seat", {**leaks, "reason": reason, "cause": "mentor_left"}) for reason in (*OWN_SEATS, "new")),
        *(Finding("wish_full", {**leaks, "decided": decided}) for decided in (*DECIDED, "new")),
        *(
            Finding("wish_rule", {**leaks, "rule": rule})
            for rule in ("least_cost", "apart", "together", "category_cap", "class_limit", "pinned", "new")
        ),
        Finding("wish_absent", leaks),
    ]
    with override("zh-hans"):
        told = own_sentences(findings, says.CHINESE)
    assert len(told) == len(findings)
    for sentence in told:
        assert "王敏" in sentence
        assert not re.search(r"87\d|李慧|朝阳组", sentence), sentence
        assert not any(word in sentence for word in (*MARKS, says.NOTE)), sentence


def test_full_is_full_and_the_rule_that_decided_stands_beside_it() -> None:
    with override("zh-hans"):
        (full,) = own_sentences([Finding("wish_full", {"mentor": "m1", "rank": 1, "decided": "order"})], says.CHINESE)
        rule = Finding("wish_rule", {"mentor": "m1", "rank": 1, "rule": "apart"})
        (closed,) = own_sentences([rule], says.CHINESE)
    assert full == "第1志愿王敏：名额已满。"
    assert closed == "第1志愿王敏：因为“本轮规则”，没有选上。"
