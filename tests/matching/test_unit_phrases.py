import pytest

from taoli.engine.matching import Finding
from taoli.matching.phrases import group_name, missing_words
from taoli.matching.phrases.why import own_sentences, why_sentences

CLAIMED = "整组（班）由王敏指导：事先认领或商定；同时有几位时，由公开抽签决定。"


@pytest.mark.parametrize(
    "params",
    [{"reason": "pinned", "note": "claimed"}, {"reason": "claimed"}, {"reason": "claimed_by_lot", "claims": 3}],
)
def test_a_claimed_unit_says_so_and_not_how_many_claimed_it(params: dict[str, str]) -> None:
    seat = Finding("seat", {"mentor": "m", **params})
    assert own_sentences([seat], {"m": "王敏"}) == why_sentences([seat], {"m": "王敏"}) == [CLAIMED]


def test_groups_are_named_by_number_and_the_missing_are_told_by_name() -> None:
    assert group_name(3) == "第3组"
    assert missing_words("dormitory", "林子涵", 1) == "名册里有 1 名学生没有宿舍：林子涵。他们会单独安排导师。"
