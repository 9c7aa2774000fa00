import pytest

from taoli.archive.phrases import hints_on


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("期中考了全班第三名", "第三名"),
        ("比其他同学进步慢", "比其他"),
        ("以前是差生", "差生"),
        ("可能有多动症", "多动症"),
        ("因为单亲", "单亲"),
        ("上课总是走神", "总是"),
        ("She is never late", "never"),
    ],
)
def test_a_word_that_may_be_said_better_is_pointed_at(text: str, words: str) -> None:
    assert words in " ".join(hints_on(text))


@pytest.mark.parametrize("text", ["", "这学期你主动给同桌讲了三道题。", "He asked good questions in May."])
def test_plain_facts_are_left_alone(text: str) -> None:
    assert hints_on(text) == []
