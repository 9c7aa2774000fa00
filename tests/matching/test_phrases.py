import pytest

from taoli.engine.matching import Finding
from taoli.engine.matching.types import Value
from taoli.engine.scheme.vocabulary import EndReason, Unit
from taoli.matching.phrases import (
    END_REASONS,
    STEP_HINTS,
    UNIT_CHOICES,
    certificate_lines,
    finding_sentence,
    hint_words,
    near_words,
)
from taoli.matching.phrases.findings import SENTENCES
from taoli.matching.phrases.results import share_words
from taoli.matching.phrases.why import own_sentences, why_sentences
from taoli.schemes.phrases import STEPS

NAMES = {"m": "王敏", "n": "李慧", "s": "林子涵", "t": "周一诺", "c": "高一(1)班", "d": "高一(2)班", "u": "朝阳组"}


@pytest.mark.parametrize(
    ("code", "params", "sentence"),
    [
        (
            "hall_seats",
            {"students": ("s", "t"), "classes": ("c",), "mentors": ("m", "n"), "seats": 1, "short": 1},
            "高一(1)班的 2 名学生只能由王敏、李慧指导，能给他们的名额一共只有 1 个，还差 1 个。",
        ),
        (
            "nobody_eligible",
            {"students": ("s",), "classes": ("c",), "mentors": (), "seats": 0, "short": 1},
            "参加的导师里，没有人可以指导高一(1)班的 1 名学生。",
        ),
        (
            "hall_minimum",
            {"mentors": ("m",), "classes": ("c",), "minimum": 5, "students": 3, "excess": 2},
            "王敏按下限还要 5 名学生，但可以来的只有高一(1)班的 3 名，少 2 名。",
        ),
        (
            "rules_conflict",
            {"rules": ("minimum", "together")},
            "这几条规则不能同时满足：人数下限、在同一位导师。请放宽其中一条。",
        ),
        (
            "together_too_large",
            {"students": ("s", "t"), "size": 2, "largest": 1},
            "林子涵、周一诺要在一起，共 2 名，但可以指导他们的导师，上限最多 1 名。",
        ),
        ("minimum_above_maximum", {"mentor": "m", "min": 5, "max": 3}, "王敏：最少 5 名，却超过了上限 3 名。"),
        (
            "too_many_classes",
            {"mentor": "m", "classes": ("c", "d"), "limit": 1},
            "王敏会有高一(1)班、高一(2)班的学生，超过 1 个班。",
        ),
        ("under_minimum", {"mentor": "m", "load": 1, "min": 3, "by": 2}, "王敏会只有 1 名学生，比最少 3 名还差 2 名。"),
        ("not_eligible", {"mentor": "m", "student": "s"}, "王敏不教林子涵所在的班。"),
        ("mentor_absent", {"mentor": "m", "students": ("s",), "by": 1}, "王敏不参加这一轮，不接收学生。"),
        ("unit_split", {"unit": "u", "mentors": ("m", "n")}, "朝阳组不再由同一位导师指导。"),
        ("empty_seat_claim", {"student": "s", "mentor": "m"}, "林子涵更想选王敏，那里还有名额。"),
        ("not_seated", {"student": "s"}, "林子涵还没有导师。"),
        ("search_limit", {}, "在限定的时间里没有找到办法。请放宽一个限制再试。"),
        ("anything_else", {}, "不符合这一轮的规则。"),
    ],
)
def test_codes_become_sentences_one_can_count(code: str, params: dict[str, object], sentence: str) -> None:
    assert finding_sentence(Finding(code, params), NAMES) == sentence  # type: ignore[arg-type]


def test_long_lists_are_cut_and_counted() -> None:
    params = {"students": tuple("s" * 1 for _each in range(7)), "size": 7, "largest": 5}
    sentence = finding_sentence(Finding("together_too_large", params), NAMES)  # type: ignore[arg-type]
    assert sentence.startswith("林子涵、林子涵、林子涵、林子涵、林子涵等 7 名要在一起")


@pytest.mark.parametrize(
    ("code", "params", "words"),
    [
        ("too_many_classes", {"limit": 2}, "超过 2 个班"),
        ("not_eligible", {}, "不教这个班"),
        ("mentor_absent", {}, "不参加这一轮"),
        ("unit_split", {}, "会拆开小组"),
        ("under_minimum", {"by": 1, "min": 3}, "比最少 3 少 1 名"),
        ("apart_broken", {}, "会遇到需要分开的学生"),
        ("pin_broken", {}, "已固定给另一位导师"),
        ("something_new", {}, "不合规则"),
    ],
)
def test_hints_are_few_words(code: str, params: dict[str, int], words: str) -> None:
    assert hint_words(Finding(code, params)) == words


def test_student_reads_of_no_other_student_and_no_preference() -> None:
    full: dict[str, Value] = {
        "mentor": "m",
        "rank": 1,
        "seats": 2,
        "decided": "lottery",
        "seats_needed": 1,
        "place": 5,
        "last_place": 3,
    }
    seat: dict[str, Value] = {"mentor": "n", "reason": "wish", "rank": 2, "of": 3}
    findings = (Finding("wish_full", full), Finding("seat", seat))
    assert own_sentences(findings, NAMES) == ["第1志愿王敏：名额已满，由公开抽签决定。", "李慧是第2志愿（共填 3 个）。"]
    assert why_sentences(findings, NAMES)[1].startswith("由抽签决定：抽到第 5 位")
    marked = (Finding("wish_full", {**full, "decided": "order"}),)
    assert own_sentences(marked, NAMES) == ["第1志愿王敏：名额已满。"]
    assert why_sentences(marked, NAMES)[1] == "由优先次序决定；再多 1 个名额就能选上。"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("class_limit", "每位导师最多涉及的班级数"),
        ("minimum_loads", "人数下限"),
        ("teaches_class", "只指导任教班级"),
        ("something_new", "本轮规则"),
    ],
)
def test_rule_that_decided_is_named_to_both(rule: str, words: str) -> None:
    findings = (Finding("wish_rule", {"mentor": "m", "rank": 1, "rule": rule}),)
    sentence = f"第1志愿王敏：因为“{words}”，没有选上。"
    assert own_sentences(findings, NAMES) == why_sentences(findings, NAMES) == [sentence]
    away = (Finding("wish_absent", {"mentor": "m", "rank": 2}),)
    assert own_sentences(away, NAMES) == why_sentences(away, NAMES) == ["第2志愿王敏：不参加这一轮。"]


@pytest.mark.parametrize(
    "reason",
    ["unranked", "no_wishes", "moved_minimum", "moved_rules", "assigned_homeroom", "assigned_unit", "assigned"],
)
def test_every_kind_of_seat_has_a_sentence(reason: str) -> None:
    (sentence,) = own_sentences((Finding("seat", {"mentor": "m", "reason": reason}),), NAMES)
    assert "王敏" in sentence


def test_certificate_says_what_holds_and_what_does_not() -> None:
    known = {"justified_envy": 0, "empty_seat_claims": 0, "broken_rules": 0, "seed": 7, "truthful": True}
    assert certificate_lines({**known, "promise": "stable"}, 0) == [
        "已核对：没有人被抽签在后的人占去名额，想选的导师也没有空着的名额。",
        "如实填写志愿，对每名学生都最有利。",
        "名额满了，由公开抽签决定，抽签号 7。",
    ]
    worse = {**known, "promise": "rules_kept", "justified_envy": 2, "empty_seat_claims": 1, "broken_rules": 3}
    lines = certificate_lines({**worse, "truthful": False}, 4)
    assert lines[0] == "已核对：每条规则都满足。"
    assert "有 3 处不合规则。" in lines
    assert lines[-1] == "之后人工调整了 4 名学生；以上说的是调整前的结果。"
    claims = certificate_lines({**known, "promise": "no_justified_envy", "empty_seat_claims": 1}, 0)
    assert claims[0] == "已核对：没有人被抽签在后的人占去名额。"
    assert certificate_lines({**known, "promise": "balanced"}, 0) == [
        "这一轮由学校分配。已核对：每条规则都满足，人数均衡。"
    ]


def test_small_words() -> None:
    assert (share_words(1, 3), share_words(0, 0)) == ("33%", "—")
    assert near_words("") == ""
    assert near_words("school") == "人数所限，有的导师来自其他年级。"
    assert near_words("grade") == "每名学生的导师都在本年级任教。"
    assert set(END_REASONS) == {one.value for one in EndReason}
    assert set(STEP_HINTS) == set(STEPS)
    assert set(UNIT_CHOICES) == {one.value for one in Unit}
    assert str(UNIT_CHOICES["interest_group"]) == "按兴趣小组"
    assert SENTENCES.keys() >= {"over_maximum", "justified_envy", "seats_short"}
