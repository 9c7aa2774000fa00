from hypothesis import given
from hypothesis import strategies as st

from taoli.guidance.queries.grams import grams, plain, words


def test_a_text_is_cut_into_pairs_inside_its_words() -> None:
    assert grams("月考退步，同桌") == {"月考", "考退", "退步", "同桌"}
    assert grams("一 二") == set()


def test_signs_of_one_meaning_are_one() -> None:
    assert plain("ＱＱ群·Ａ班") == "qq群 a班"


def test_a_question_keeps_words_of_two_signs_and_more() -> None:
    assert words("月考 吵 同桌吵架") == ["月考", "同桌吵架"]


@given(st.text(max_size=60), st.text(min_size=2, max_size=6))
def test_whatever_stands_in_a_text_has_its_pairs_in_the_index(text: str, word: str) -> None:
    assert grams(f"{text} {word}") >= grams(word)
    assert all(len(gram) == 2 for gram in grams(text))
