"""Figures of surveys in words."""

import pytest

from taoli.evaluation.phrases import figure_words, indicator_name


@pytest.mark.parametrize(
    ("n", "mean", "hidden", "words"),
    [
        (0, None, "", "没有人作答"),
        (None, None, "few", "不足 5 份，或为保护不足 5 份的作答而不显示"),
        (8, 4.88, "top", "8 份，平均不低于 4.88（满分 5）"),
        (5, 1.2, "bottom", "5 份，平均不高于 1.2（满分 5）"),
        (12, 4.0, "", "12 份，平均 4（满分 5）"),
        (12, None, "", "12 份"),
    ],
)
def test_a_figure_says_what_may_be_told(n: int | None, mean: float | None, hidden: str, words: str) -> None:
    assert figure_words(n, mean, hidden) == words


def test_an_indicator_of_the_school_is_called_as_it_calls_it() -> None:
    assert (indicator_name("knows_mentor"), indicator_name("校本指标")) == ("知道导师是谁", "校本指标")
