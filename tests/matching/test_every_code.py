"""Every code the engine can hand out has its sentence in both languages, filled from rounds that were solved."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import cache

import pytest
from django.utils.translation import override

from taoli.engine.matching import Finding, Matching, compare, dial
from taoli.engine.matching.core import GROUP_OF
from taoli.engine.matching.types import Stats, Value
from taoli.matching.phrases import (
    certificate_lines,
    change_sentence,
    comparison_lines,
    finding_sentence,
    hint_words,
    impossible_lines,
    mentor_sentence,
    note_sentence,
    recount_sentence,
    step_sentence,
    way_sentence,
    ways_out,
    why_sentences,
)
from taoli.matching.phrases.comparison import FIGURES
from taoli.matching.phrases.findings import BROKEN, HINTS
from taoli.matching.phrases.impossible import IMPOSSIBLE
from taoli.matching.phrases.naming import RULES
from taoli.matching.phrases.relaxations import PAGES, WAYS
from taoli.matching.phrases.results import NOTES, PROMISES, RECOUNTS
from taoli.matching.phrases.why import DECIDED, DISPLACED, MENTOR, OWN_SEATS, STAFF_SEATS
from tests.matching import codes, says


@cache
def _about_students() -> tuple[Finding, ...]:
    weighed: dict[str, Value] = {"mentor": "m1", "rank": 1, "rule": "least_cost"}
    return (
        *(one for _student, found in says.explained(staff=True) for one in found),
        *(
            one
            for _student, found in says.explained(staff=False)
            for one in found
            if one.params.get("decided") == "order"
        ),
        Finding("wish_rule", {**weighed, "dearer": 3}),
        Finding("wish_rule", {**weighed, "dearer": 0}),
    )


Say = Callable[[Finding, dict[str, str]], Iterable[str]]
# Which module's codes are said by what, and a table with a sentence for each.
SPEAKERS: dict[tuple[str, ...], tuple[Callable[[], list[Finding]], Say]] = {
    ("check",): (says.broken, lambda one, names: [finding_sentence(one, names), hint_words(one)]),
    ("obstacles", "core", "bundles"): (
        says.impossible,
        lambda one, names: [finding_sentence(one, names), *impossible_lines([one], names)],
    ),
    ("elastic",): (
        lambda: [one for way in says.ways() for one in way.changes],
        lambda one, names: [way_sentence([one], names)],
    ),
    ("prepare",): (says.notes, lambda one, names: [note_sentence(one, names)]),
    ("proof", "check_result", "check_infeasible"): (says.recounts, lambda one, _names: [recount_sentence(one)]),
    ("explain",): (
        lambda: [*_about_students(), *says.about_mentors()],
        lambda one, names: (
            why_sentences([one], names) if one.code[:4] in {"wish", "seat"} else [mentor_sentence(one, names)]
        ),
    ),
}
RULED = codes.returned("explain", "_rule") | codes.returned("explain", "_holds")
FALLBACKS = ("a rule of the round", "could not count.", "found a fault", "by the rules of the round", "Loosen a rule")
WISH_CODES = {"justified_envy", "empty_seat_claim", "not_seated", "unknown_student", "unknown_mentor"}


def whole(sentence: str, language: str) -> None:
    """AssertionError unless the sentence is filled, in one language, and no id shows."""
    told = sentence.replace(says.NOTE, "")
    assert told, "nothing is said"
    assert "%(" not in told
    assert not re.search(r"\bNone\b(?! of)", told), told
    if language == "zh-hans":
        assert not re.search(r"[A-Za-z]", told), told
        assert not re.search(r"[,:;?!]", told), told
    else:
        assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", told), told
        assert not re.search(r"\b[smcu]\d\b", told), told
        assert not any(one in told for one in FALLBACKS), told


def in_both(say: Callable[[dict[str, str]], Iterable[str]]) -> Iterator[str]:
    for language, names in (("zh-hans", says.CHINESE), ("en", says.ENGLISH)):
        with override(language):
            for sentence in [*say(names)]:
                whole(sentence, language)
                yield sentence


@pytest.mark.parametrize("modules", SPEAKERS, ids=lambda one: one[0])
def test_every_code_has_a_sentence_in_both_languages(modules: tuple[str, ...]) -> None:
    make, say = SPEAKERS[modules]
    found = make()
    assert {one.code for one in found} == codes.codes("Finding", *modules)
    for one in found:
        if one.code in WISH_CODES:  # no hint: the board cannot make these by a move
            [*in_both(lambda names, one=one: [finding_sentence(one, names)])]  # type: ignore[misc]
        else:
            assert [*in_both(lambda names, one=one: say(one, names))]  # type: ignore[misc]


def test_no_module_of_the_engine_is_left_out() -> None:
    speaking = {name for modules in SPEAKERS for name in modules}
    assert {name for name in codes.modules() if codes.codes("Finding", name)} == speaking


def test_tables_hold_the_engine_s_codes_and_no_others() -> None:
    assert set(BROKEN) == codes.codes("Finding", "check")
    assert set(HINTS) == set(BROKEN) - WISH_CODES
    assert set(IMPOSSIBLE) == codes.codes("Finding", "obstacles", "core", "bundles")
    assert set(WAYS) == set(PAGES) == codes.codes("Finding", "elastic")
    assert set(NOTES) == codes.codes("Finding", "prepare")
    assert set(RECOUNTS) == codes.codes("Finding", "proof", "check_result", "check_infeasible")
    assert (
        set(STAFF_SEATS) == set(OWN_SEATS) == {one for name in codes.modules() for one in codes.codes("Reason", name)}
    )
    assert set(MENTOR) == {one for one in codes.codes("Finding", "explain") if one[:4] not in {"wish", "seat"}}
    assert set(DECIDED) == codes.values("explain", "decided")
    assert set(DISPLACED) == codes.returned("rematch", "_cause")
    assert set(RULES) >= {*RULED, *codes.values("explain", "rule")} - {"least_cost"}
    assert set(RULES) >= set(GROUP_OF.values())
    assert set(PROMISES) == {one for name in codes.modules() for one in codes.values(name, "promise")}
    assert set(FIGURES) == set(Stats.__dataclass_fields__)


def test_solved_rounds_reach_every_reason_rule_and_cause() -> None:
    """The sentences above were filled by the engine and not by hand."""
    found = _about_students()
    assert {one.params["reason"] for one in found if one.code == "seat"} == set(STAFF_SEATS)
    assert {one.params["decided"] for one in found if one.code == "wish_full"} == set(DECIDED)
    rules = {one.params["rule"] for one in found if one.code == "wish_rule"}
    assert rules == {*RULED, *codes.values("explain", "rule")}
    assert {one.params["cause"] for one in found if one.params.get("reason") == "displaced"} == set(DISPLACED)


@cache
def _matchings() -> tuple[Matching, ...]:
    return (*(matching for _problem, matching in says.matchings()), says.rushed())


def test_every_certificate_is_said_in_both_languages() -> None:
    assert {one.certificate.promise for one in _matchings()} == set(PROMISES)
    for matching in _matchings():
        assert len([*in_both(lambda _names, one=matching: certificate_lines(asdict(one.certificate), 2))]) > 2  # type: ignore[misc]


def test_certificate_tells_bounds_gaps_and_claims() -> None:
    with override("zh-hans"):
        told = ["".join(certificate_lines(asdict(one.certificate), 0)) for one in _matchings()]
        late = {**asdict(says.rushed().certificate), "gap": None}
        assert "限定的时间到了" in "".join(certificate_lines(late, 0))
    assert any("离最好的安排最多还差 12.5%" in one for one in told)
    assert any("个小组被导师认领" in one for one in told)
    assert any("没有再接收其他班的学生" in one for one in told)
    assert any("名学生要换导师，其中" in one for one in told)
    assert any("怎样安排都不会少于" in one for one in told)


def test_ways_out_join_changes_of_one_kind_and_lead_to_a_page() -> None:
    for way in says.ways():
        for out in ways_out([way], says.CHINESE):
            assert set(out.pages) <= {"offers", "rules", "round"}
            assert out.pages
    for sentence in in_both(lambda names: [one.sentence for one in ways_out(says.ways()[:2], names)]):
        assert sentence.endswith(("。", "."))
    changes = [Finding("raise_maximum", {"mentor": one, "old": 5, "new": 6}) for one in ("m1", "m2")]
    changes += [Finding("drop_pin", {"student": "s1", "mentor": "m3"})]
    opened = [Finding("open_class", {"mentor": one, "class": room}) for one in ("m1", "m2") for room in ("c1", "c2")]
    with override("zh-hans"):
        said = way_sentence(changes, says.CHINESE)
        assert said == "把王敏、李慧的上限各提高 1 名；撤销指定导师：林子涵（张强）。"
        more = [*changes[:2], Finding("raise_maximum", {"mentor": "m4", "old": 5, "new": 8})]
        assert way_sentence(more, says.CHINESE) == "把王敏、李慧的上限各提高 1 名；把刘洋的上限从 5 名提高到 8 名。"
        assert way_sentence(opened, says.CHINESE) == "让王敏、李慧也指导高一(1)班、高一(2)班的学生。"
        assert way_sentence([Finding("something_new", {})], {}) == "放宽本轮的一条规则。"


def test_two_drafts_and_the_dial_are_said_in_both_languages() -> None:
    steps = [*dial(says.SWAP, says.SWAPPED)]
    for problem, matching in says.matchings():
        other = {one.id: problem.mentors[0].id for one in problem.students}
        for before, after in ((other, matching.seats), (matching.seats, other), (other, other), ({}, other)):
            found = compare(before, after, problem)
            assert [*in_both(lambda names, found=found: comparison_lines(found, names))]  # type: ignore[misc]
            [*in_both(lambda names, found=found: [change_sentence(one, names) for one in found.changes])]  # type: ignore[misc]
    assert len({step.extra_moves for step in steps}) > 1
    assert [*in_both(lambda _names: [step_sentence(step) for step in steps])]


def test_a_headteacher_counts_by_hand() -> None:
    """The reasons stand one a line, each with its own numbers; long lists of mentors are counted."""
    names = {**says.CHINESE, **{f"n{n}": f"导师{n}" for n in range(1, 7)}}
    hall: dict[str, Value] = {
        "students": tuple(f"p{n}" for n in range(37)),
        "classes": ("c1", "c2"),
        "seats": 30,
        "short": 7,
    }
    many = Finding("hall_seats", {**hall, "mentors": tuple(f"n{n}" for n in range(1, 7))})
    few = Finding("hall_seats", {**hall, "classes": ("",), "mentors": ("m1",)})
    with override("zh-hans"):
        first, second = impossible_lines([many, few], names)
    assert first.startswith("高一(1)班、高一(2)班的 37 名学生只能由导师1、导师2、导师3、导师4、导师5等 6 位指导，")
    assert first.endswith("能给他们的名额一共只有 30 个，还差 7 个。")
    assert second == "未编班的 37 名学生只能由王敏指导，能给他们的名额一共只有 30 个，还差 7 个。"
