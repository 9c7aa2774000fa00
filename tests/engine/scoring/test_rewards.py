import pytest

from taoli.engine.facts import Finding
from taoli.engine.scheme import Allowance, Clause, Honour
from taoli.engine.scheme.vocabulary import AllowanceKind, HonourKind
from taoli.engine.scoring import allowance_of, honoured

CLAUSE = Clause(rule="TG-39", ref="例")
TOTALS = {"c": 90.0, "a": 80.0, "b": 90.0, "d": 70.0, "e": 60.0, "f": 50.0}


def first(n: int) -> Honour:
    return Honour(key="best", label="优秀导师", kind=HonourKind.FIRST_N, n=n, clause=CLAUSE)


def test_ties_at_the_edge_are_all_in_and_no_rank_is_shown() -> None:
    assert honoured(first(1), TOTALS).mentor_ids == ("b", "c")
    assert honoured(first(1), TOTALS).findings == (Finding("ties_at_the_edge", {"chosen": 2, "seats": 1}),)
    assert honoured(first(3), TOTALS).mentor_ids == ("a", "b", "c")
    assert honoured(first(3), TOTALS).findings == ()


def test_more_than_half_is_a_warning_not_a_cap() -> None:
    result = honoured(first(30), TOTALS)
    assert len(result.mentor_ids) == 6
    assert result.findings == (Finding("more_than_half", {"chosen": 6, "mentors": 6}),)


def test_a_share_is_rounded_up_and_nobody_is_honoured_among_nobody() -> None:
    share = Honour(key="best", label="优", kind=HonourKind.TOP_SHARE, share=0.2, clause=CLAUSE)
    assert honoured(share, TOTALS).mentor_ids == ("b", "c")
    assert honoured(share, {}).mentor_ids == ()


def test_a_title_is_given_by_people() -> None:
    title = Honour(key="best", label="优", kind=HonourKind.TITLE, clause=CLAUSE)
    assert honoured(title, TOTALS).findings == (Finding("given_by_people", {"honour": "title"}),)
    assert honoured(title, TOTALS).mentor_ids == ()


@pytest.mark.parametrize(("kind", "pay"), [("per_student", 100), ("per_group", 20), ("fixed", 10)])
def test_the_allowance_is_paid_per_student_group_or_at_once(kind: str, pay: float) -> None:
    allowance = Allowance(kind=AllowanceKind(kind), amount=10, clause=CLAUSE)
    assert allowance_of(allowance, 10, 2, 0.5) == pay
    assert allowance_of(allowance.model_copy(update={"times_factor": True}), 10, 2, 0.5) == pay / 2


def test_an_allowance_without_an_amount_is_open() -> None:
    assert allowance_of(Allowance(kind=AllowanceKind.FIXED, clause=CLAUSE), 1, 1, 1) is None
