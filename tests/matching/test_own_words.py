"""What a student reads of the own pairing names no other student, no rank of others and no preference of a mentor."""

import uuid

import pytest

from taoli.engine.matching import Finding
from taoli.engine.matching.types import Value
from taoli.matching.phrases import own_sentences

ME, MENTOR, OTHER = (str(uuid.uuid4()) for _each in range(3))
NAMES = {ME: "林子涵", MENTOR: "王敏", OTHER: "周一诺"}
# More than the engine gives to a student: whatever comes along must not be told.
LEAKS: dict[str, Value] = {
    "mentor": MENTOR,
    "rank": 2,
    "of": 3,
    "seats": 5,
    "seats_needed": 77,
    "place": 871,
    "last_place": 872,
    "over": OTHER,
    "student": OTHER,
    "students": (OTHER,),
    "mark": "first",
    "wished": 873,
}
REASONS = (
    "wish",
    "unranked",
    "no_wishes",
    "pinned",
    "together",
    "moved_minimum",
    "moved_rules",
    "assigned_homeroom",
    "assigned_unit",
    "assigned",
    "something_new",
)
RULES = (
    "class_limit",
    "minimum_loads",
    "teaches_class",
    "apart",
    "together",
    "category_cap",
    "pinned",
    "satisfaction",
    "something_new",
)
FINDINGS = [
    *(
        Finding("wish_full", {**LEAKS, "decided": decided})
        for decided in ("lottery", "order", "marked", "something_new")
    ),
    Finding("wish_absent", LEAKS),
    *(Finding("wish_rule", {**LEAKS, "rule": rule}) for rule in RULES),
    *(Finding("seat", {**LEAKS, "reason": reason}) for reason in REASONS),
    Finding("something_new", {**LEAKS, "reason": "something_new"}),
]
PREFERENCES = ("优先", "可以", "标记", "更想要", "协调", "分开", "在一起", "顺序")


@pytest.mark.parametrize(
    "finding",
    FINDINGS,
    ids=lambda one: f"{one.code}-{one.params.get('decided') or one.params.get('rule') or one.params.get('reason', '')}",
)
def test_own_words_name_nobody_else_and_no_preference(finding: Finding) -> None:
    (said,) = own_sentences([finding], NAMES)
    assert "王敏" in said
    assert "周一诺" not in said
    assert OTHER not in said
    assert not any(number in said for number in ("77", "871", "872", "873"))
    assert not any(word in said for word in PREFERENCES)


def test_full_mentor_is_full_and_nothing_more() -> None:
    assert own_sentences([Finding("wish_full", {**LEAKS, "decided": "order"})], NAMES) == ["第2志愿王敏：名额已满。"]
