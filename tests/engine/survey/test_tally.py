"""Sums by question and place, by hand."""

from typing import Any

import pytest
from pydantic import ValidationError

from taoli.engine.survey import Place, PlaceKind, Question, ballots_about, chosen, tally

SCALE = Question(key="overall", kind="scale", text="总体", scored=True)
CHOICE = Question(key="knows", kind="choice", text="知道吗", options=("知道", "不知道"))
MANY = Question(key="ways", kind="many", text="方式", options=("谈心", "电话", "家访"))
TEXT = Question(key="words", kind="text", text="想说的")
ALL = (SCALE, CHOICE, MANY, TEXT)


def ballot(mentor: str | None = None, grade: str | None = None, **answers: Any) -> dict[str, Any]:
    return {"mentor": mentor, "grade": grade, "answers": answers}


def seen(*ballots: dict[str, Any]) -> dict[tuple[str, str, str], tuple[int, tuple[int, ...]]]:
    return {(cell.question, cell.place.kind, cell.place.id): (cell.n, cell.counts) for cell in tally(ALL, ballots)}


def test_every_place_counts_its_own_and_those_within() -> None:
    found = seen(ballot("m", "g", overall=5), ballot("m", "g", overall=3), ballot("k", "h", overall=3))
    assert found == {
        ("overall", "grade", "g"): (2, (0, 0, 1, 0, 1)),
        ("overall", "grade", "h"): (1, (0, 0, 1, 0, 0)),
        ("overall", "mentor", "k"): (1, (0, 0, 1, 0, 0)),
        ("overall", "mentor", "m"): (2, (0, 0, 1, 0, 1)),
        ("overall", "school", ""): (3, (0, 0, 2, 0, 1)),
    }


def test_a_mentor_of_two_grades_stands_whole_in_the_one_with_most_answers() -> None:
    found = seen(ballot("m", "g", overall=5), ballot("m", "h", overall=4), ballot("m", "h", overall=4))
    assert ("overall", "grade", "g") not in found
    assert found["overall", "grade", "h"][0] == 3


def test_answers_about_no_mentor_count_for_grade_and_school() -> None:
    assert set(seen(ballot(None, "g", knows=0), ballot(knows=1))) == {("knows", "grade", "g"), ("knows", "school", "")}


def test_a_mentor_without_a_grade_stands_in_the_school() -> None:
    (cell,) = [one for one in tally([SCALE], [ballot("m", None, overall=4)]) if one.place.kind is PlaceKind.MENTOR]
    assert cell.place == Place(PlaceKind.MENTOR, "m", Place(PlaceKind.SCHOOL))
    assert cell.total == 4


def test_several_answers_of_one_person_are_one_person() -> None:
    assert seen(ballot(None, None, ways=[0, 2, 2]), ballot(None, None, ways=[2])) == {
        ("ways", "school", ""): (2, (1, 0, 2))
    }


def test_what_the_question_does_not_know_is_no_answer() -> None:
    for value in (0, 6, None, "5", True, [3]):
        assert chosen(SCALE, value) == ()
    assert chosen(CHOICE, 0) == (0,)
    assert chosen(MANY, 1) == (1,)
    assert chosen(MANY, [7, "a"]) == ()
    assert seen(ballot(None, None, words="你好", overall=9)) == {}


def test_answers_about_a_mentor_are_counted() -> None:
    assert ballots_about([ballot("m"), ballot("m"), ballot(), ballot("k")]) == {"m": 2, "k": 1}


def test_a_question_says_what_does_not_fit() -> None:
    assert list(SCALE.points) == [1, 2, 3, 4, 5]
    for values in ({"kind": "choice", "options": ("一",)}, {"kind": "text", "scored": True}):
        with pytest.raises(ValidationError):
            Question.model_validate({"key": "k", "text": "t", **values})
