"""A survey closes: what is kept, what is forgotten, what may be seen."""

from typing import Any

import pytest

from taoli.common.errors import BusyError, TaoliError
from taoli.common.models import AuditEntry
from taoli.common.state import state_hash
from taoli.evaluation.models import Ballot, BallotToken, Survey, SurveyComment, SurveyFigure
from taoli.evaluation.queries.comments import opened_text
from taoli.evaluation.queries.scoring import answers_of
from taoli.evaluation.queries.urn import opened
from taoli.evaluation.services import closing
from taoli.evaluation.services.closing import close_survey
from tests.evaluation.surveying import QUESTIONS, answer, ballots, closed_survey, open_survey
from tests.world import World


def figures(survey: Survey, question: str = "overall") -> dict[str, tuple[Any, ...]]:
    rows = SurveyFigure.objects.of(survey.school_id).filter(survey=survey, question=question)
    return {f"{row.place_kind} {row.place_id or ''}".strip(): (row.n, row.mean, row.counts, row.hidden) for row in rows}


def test_figures_are_made_and_the_few_are_kept_back(world: World) -> None:
    """25 answers, sum 89 (王敏 49 of 12, 李慧 18 of 6, 陈立 5 of 2, 周宁 17 of 5); 89 ÷ 25 = 3.56."""
    survey = closed_survey(world, counts=False)
    found = figures(survey)
    assert found["school"] == (25, 3.56, [0, 5, 6, 9, 5], "")
    assert found[f"mentor {world.staff['王敏'].pk}"][:2] == (12, 4.08)
    assert found[f"mentor {world.staff['陈立'].pk}"] == (None, None, None, "few")
    # 陈立 alone would be what the grade leaves: the smallest of the others is kept back with them
    assert found[f"mentor {world.staff['周宁'].pk}"] == (None, None, None, "few")
    assert found[f"mentor {world.staff['李慧'].pk}"][:2] == (6, 3.0)


def test_tokens_go_ballots_are_sealed_anew_and_the_audit_has_counts_only(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [5, 4, 4, 3, 5], words="很好")
    before = dict(Ballot.objects.of(world.school).values_list("pk", "sealed"))
    key = survey.key_sealed
    closed = close_survey(by=world.office, survey_id=survey.pk)
    after = dict(Ballot.objects.of(world.school).values_list("pk", "sealed"))
    assert (closed.state, closed.answered, len(after)) == ("closed", 5, 5)
    assert not set(before) & set(after)
    assert closed.key_sealed != key
    assert not BallotToken.objects.of(world.school).exists()
    contents = opened(Survey.objects.of(world.school).get(pk=survey.pk))
    assert sorted(one["answers"]["overall"] for one in contents) == [3, 4, 4, 5, 5]
    assert all("words" not in one["answers"] for one in contents)
    entry = AuditEntry.objects.of(world.school).filter(action="survey.close").get()
    assert entry.data == {"asked": 5, "answered": 5}


def test_free_texts_are_sealed_and_few_answers_belong_to_nobody(world: World) -> None:
    survey = closed_survey(world)
    rows = SurveyComment.objects.of(world.school).filter(survey=survey).select_related("survey")
    found = sorted((opened_text(row), row.mentor_id == world.staff["王敏"].pk, row.text) for row in rows)
    assert found == [
        ("想多聊聊", False, ""),
        ("林子涵说王老师很耐心", True, ""),
        ("林子涵说王老师很耐心", True, ""),
    ]
    assert {row.mentor_id for row in rows if opened_text(row) == "想多聊聊"} == {None}
    assert len({len(row.sealed) for row in rows}) == 1


def test_closed_answers_enter_the_appraisal(world: World) -> None:
    closed_survey(world)
    found = answers_of(world.school.pk, world.term)
    assert found["students", str(world.staff["李慧"].pk)] == (2.0, 2.0, 2.0, 4.0, 4.0, 4.0)


def test_one_that_does_not_count_or_has_no_mark_stays_out(world: World) -> None:
    closed_survey(world, counts=False)
    closed_survey(world, questions=[one for one in QUESTIONS if not one.get("scored")])
    assert answers_of(world.school.pk, world.term) == {}


def test_marks_are_brought_to_the_scale_of_the_scheme(world: World) -> None:
    """The scheme's best answer is 5, the questionnaire's 10: 8 counts as 4."""
    survey = open_survey(world, questions=[{**QUESTIONS[0], "most": 10}])
    answer(world, survey, "王敏", [8, 10])
    close_survey(by=world.office, survey_id=survey.pk)
    assert answers_of(world.school.pk, world.term)["students", str(world.staff["王敏"].pk)] == (4.0, 5.0)


def test_no_answers_at_all(world: World) -> None:
    survey = close_survey(by=world.office, survey_id=open_survey(world).pk)
    assert (survey.state, figures(survey), ballots(survey)) == ("closed", {}, 0)


def test_one_answer_is_in_no_figure(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [1])
    close_survey(by=world.office, survey_id=survey.pk)
    assert set(figures(survey).values()) == {(None, None, None, "few")}


def test_everybody_gives_full_marks(world: World) -> None:
    survey = open_survey(world, counts=False)
    answer(world, survey, "王敏", [5] * 8)
    close_survey(by=world.office, survey_id=survey.pk)
    assert set(figures(survey).values()) == {(8, 4.88, None, "top")}


def test_closing_twice_or_next_door_is_refused_and_changes_nothing(world: World) -> None:
    survey = closed_survey(world)
    before = state_hash()
    with pytest.raises(TaoliError, match="只有进行中的测评可以结束"):
        close_survey(by=world.office, survey_id=survey.pk)
    assert state_hash() == before


def test_a_vote_that_comes_in_meanwhile_is_counted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [4] * 5)
    count = closing._count
    turns: list[int] = []

    def late(school_id: int, survey_id: Any) -> Any:
        found = count(school_id, survey_id)
        if not turns:
            answer(world, survey, "王敏", [2])
        turns.append(1)
        return found

    monkeypatch.setattr(closing, "_count", late)
    assert ballots(close_survey(by=world.office, survey_id=survey.pk)) == 6
    assert len(turns) == 2
    assert AuditEntry.objects.of(world.school).filter(action="survey.close").count() == 1


def test_votes_that_never_stop_leave_it_open(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = open_survey(world)
    count = closing._count

    def late(school_id: int, survey_id: Any) -> Any:
        found = count(school_id, survey_id)
        answer(world, survey, "王敏", [2])
        return found

    monkeypatch.setattr(closing, "_count", late)
    with pytest.raises(BusyError, match="正有人在作答"):
        close_survey(by=world.office, survey_id=survey.pk)
    assert Survey.objects.of(world.school).get(pk=survey.pk).state == "open"
