import logging
import uuid
from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry, Operation, ViewLog
from taoli.evaluation import services
from taoli.evaluation.models import Ballot, Survey
from tests.evaluation.asking import FULL, answer, in_urn, put, token
from tests.world import World


def test_an_answer_lies_sealed_in_the_urn_and_says_neither_who_nor_when(settled: World) -> None:
    survey = put(settled)
    mine = answer(settled, survey, "林子涵", **FULL, word="谢谢")
    ballot = Ballot.objects.of(settled.school).get()
    assert {field.name for field in Ballot._meta.fields} == {"id", "school", "survey", "sealed"}
    assert ballot.pk.version == 4
    assert "谢谢" not in ballot.sealed
    assert (mine.spent, mine.about) == (True, [])
    grade = str(settled.students["林子涵"].school_class.grade_id)
    mentor = str(settled.staff["王敏"].pk)
    assert in_urn(survey) == [{"mentor": mentor, "grade": grade, "answers": {**FULL, "word": "谢谢"}}]


def test_answering_leaves_no_row_in_any_log(settled: World, caplog: pytest.LogCaptureFixture) -> None:
    survey = put(settled)
    before = [model.objects.of(settled.school).count() for model in (AuditEntry, Operation, ViewLog)]
    with caplog.at_level(logging.DEBUG, logger="taoli"):
        answer(settled, survey, "林子涵")
    assert [model.objects.of(settled.school).count() for model in (AuditEntry, Operation, ViewLog)] == before
    assert not [one for one in caplog.records if one.name.startswith("taoli")]


def test_a_second_answer_is_refused_and_the_first_stays(settled: World) -> None:
    survey = put(settled)
    mine = answer(settled, survey, "林子涵")
    with pytest.raises(ConflictError):
        services.cast(token=mine, answers=[{"mentor": str(settled.staff["王敏"].pk), "answers": FULL}])
    assert Ballot.objects.of(settled.school).count() == 1
    survey.refresh_from_db()
    assert (survey.asked, survey.answered) == (survey.population, 1)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "请回答"),
        ({**FULL, "overall": 6}, "对不上"),
        ({**FULL, "overall": 0}, "对不上"),
        ({**FULL, "overall": True}, "对不上"),
        ({**FULL, "knows": 3}, "对不上"),
        ({**FULL, "word": "长" * 1001}, "对不上"),
        ({**FULL, "word": 5}, "对不上"),
        ({**FULL, "other": 1}, "对不上"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_spent(settled: World, answers: dict[str, Any], words: str) -> None:
    survey = put(settled)
    mine = token(settled, survey, "林子涵")
    with pytest.raises(TaoliError, match=words):
        services.cast(token=mine, answers=[{"mentor": mine.about[0], "answers": answers}])
    mine.refresh_from_db()
    assert not mine.spent
    assert not Ballot.objects.of(settled.school).exists()


def test_nothing_at_all_or_another_mentor_or_one_mentor_twice_is_refused(settled: World) -> None:
    mine = token(settled, put(settled), "林子涵")
    own, other = mine.about[0], str(settled.staff["李慧"].pk)
    for about in ([], [other], [None], [own, own], [str(uuid.uuid4())]):
        with pytest.raises(TaoliError):
            services.cast(token=mine, answers=[{"mentor": one, "answers": FULL} for one in about])
    assert not Ballot.objects.of(settled.school).exists()


def test_after_closing_nobody_answers(settled: World) -> None:
    survey = put(settled)
    mine = token(settled, survey, "林子涵")
    Survey.objects.of(settled.school).filter(pk=survey.pk).update(state="closed")
    with pytest.raises(TaoliError, match="已经结束"):
        services.cast(token=mine, answers=[{"mentor": mine.about[0], "answers": FULL}])


def test_a_right_that_is_gone_meanwhile_is_refused(settled: World) -> None:
    mine = token(settled, put(settled), "林子涵")
    type(mine).objects.of(settled.school).filter(pk=mine.pk).delete()
    with pytest.raises(TaoliError, match="已经结束"):
        services.cast(token=mine, answers=[{"mentor": mine.about[0], "answers": FULL}])


def test_a_survey_on_the_whole_school_has_no_mentor_and_knows_several_answers(settled: World) -> None:
    survey = put(settled, "region_guardians")
    answer(settled, survey, "林子涵", knows=0, necessary=0, useful=1)
    assert in_urn(survey)[0]["mentor"] is None
    assert in_urn(survey)[0]["answers"] == {"knows": 0, "necessary": 0, "useful": 1}


def test_whoever_judges_by_office_answers_about_the_others_later(settled: World) -> None:
    survey = put(settled, "blank-lead_mentor", questions="scale")
    mine = token(settled, survey, "李慧")
    first, *others = mine.about
    services.cast(token=mine, answers=[{"mentor": first, "answers": {"q1": 3}}])
    mine.refresh_from_db()
    assert (mine.spent, mine.about) == (not others, others)
    for one in others:
        services.cast(token=mine, answers=[{"mentor": one, "answers": {"q1": 4}}])
    mine.refresh_from_db()
    survey.refresh_from_db()
    assert mine.spent
    assert survey.answered == 1
    assert len(in_urn(survey)) == 1 + len(others)
