import datetime as dt
from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.engine.survey import draw, population_hash
from taoli.evaluation import services
from taoli.evaluation.models import Ballot, BallotToken, Questionnaire, Survey
from taoli.evaluation.queries.surveys import offers, questions_of
from taoli.notifications.models import Notice
from taoli.roster.models import SchoolDay, Student, Term
from tests.evaluation.asking import STUDENTS, WEEK, answer, prepared, put, token
from tests.world import TODAY, World


def add(world: World, survey: Survey, **question: Any) -> Survey:
    said = {"kind": "scale", "text": "怎么样？", **question}
    return services.put_question(by=world.office, survey_id=survey.pk, edit=survey.edit, question=said)


def test_the_ready_sets_of_the_scheme_in_force_are_on_offer(settled: World) -> None:
    titles = [one.title for one in offers(settled.school.pk)]
    assert titles == ["学生问卷：我的导师", "家长问卷：孩子的导师", "家长三问", "教师两问"]


def test_nobody_is_asked_before_a_survey_is_opened(settled: World) -> None:
    survey = prepared(settled)
    assert (survey.state, survey.counts, survey.key_sealed) == ("draft", True, "")
    assert not BallotToken.objects.of(settled.school).exists()
    assert not Notice.objects.of(settled.school).filter(kind="survey_asked").exists()


def test_opening_gives_everybody_with_a_mentor_one_right_and_one_notice(settled: World) -> None:
    survey = put(settled)
    paired = Student.objects.of(settled.school).exclude(mentor=None).count()
    assert (survey.state, survey.asked, survey.population) == ("open", paired, paired)
    assert survey.key_sealed
    assert token(settled, survey, "林子涵").about == [str(settled.staff["王敏"].pk)]
    told = Notice.objects.of(settled.school).filter(kind="survey_asked")
    assert set(told.values_list("receiver_id", flat=True)) == {settled.students["林子涵"].pk}  # the one with an account


def test_families_are_asked_once_a_child_and_those_with_an_account_are_told(settled: World) -> None:
    survey = put(settled, "guardians_about_mentor")
    kinds = set(BallotToken.objects.of(settled.school).values_list("holder_kind", flat=True))
    assert kinds == {"family"}
    told = Notice.objects.of(settled.school).filter(kind="survey_asked")
    assert [one.receiver_id for one in told] == [settled.guardians["林母"].pk]
    assert survey.asked > 1


def test_the_questions_are_frozen_once_it_is_open(settled: World) -> None:
    survey = put(settled)
    with pytest.raises(TaoliError, match="不再改动"):
        add(settled, survey)
    with pytest.raises(TaoliError, match="不再改动"):
        services.edit_survey(
            by=settled.office, survey_id=survey.pk, edit=survey.edit, facts=services.SurveyFacts("新", TODAY, TODAY)
        )
    with pytest.raises(TaoliError, match="现在不能这样做"):
        services.open_survey(by=settled.office, survey_id=survey.pk)


def test_a_sample_is_the_one_that_anybody_draws_again(settled: World) -> None:
    survey = put(settled, sample=3, seed="2026-11-23 开奖 07")
    numbers = list(Student.objects.of(settled.school).exclude(mentor=None).values_list("number", flat=True))
    chosen = Student.objects.of(settled.school).filter(
        pk__in=BallotToken.objects.of(settled.school).values("holder_id")
    )
    assert set(chosen.values_list("number", flat=True)) == set(draw(numbers, 3, survey.seed))
    assert (survey.asked, survey.population) == (3, len(numbers))
    assert survey.population_hash == population_hash(numbers)


def test_without_a_seed_one_is_made(settled: World) -> None:
    assert len({prepared(settled).seed for _each in range(3)} - {""}) == 3


def test_only_the_grades_that_were_chosen_are_asked(settled: World) -> None:
    grade = settled.grades["高二"]
    survey = put(settled, grades=(str(grade.pk), "nonsense"))
    ids = BallotToken.objects.of(settled.school).values("holder_id")
    rooms = Student.objects.of(settled.school).filter(pk__in=ids).values_list("school_class__grade_id", flat=True)
    assert set(rooms) == {grade.pk}
    assert survey.grades == [str(grade.pk)]


def test_own_questions_are_added_changed_moved_and_taken_out(settled: World) -> None:
    survey = prepared(settled, "blank-student")
    survey = add(settled, survey, text="一", scored=True)
    survey = add(settled, survey, text="二", kind="choice", options=("好", "不好"))
    survey = add(settled, survey, text="三", kind="many", options=("好", "不好"))
    assert [one.key for one in questions_of(survey)] == ["q1", "q2", "q3"]
    survey = services.move_question(by=settled.office, survey_id=survey.pk, edit=survey.edit, place=2)
    survey = services.move_question(by=settled.office, survey_id=survey.pk, edit=survey.edit, place=0)
    survey = services.drop_question(by=settled.office, survey_id=survey.pk, edit=survey.edit, place=2)
    survey = services.put_question(
        by=settled.office,
        survey_id=survey.pk,
        edit=survey.edit,
        place=1,
        question={"kind": "scale", "text": "三改", "scored": True},
    )
    assert [(one.key, one.text, one.scored) for one in questions_of(survey)] == [
        ("q1", "一", False),
        ("q3", "三改", True),
    ]
    assert survey.counts
    sheet = Questionnaire.objects.of(settled.school).get()
    assert (sheet.questions, sheet.ready_key) == (survey.questions, "")
    assert "期中问卷" in [one.title for one in offers(settled.school.pk)]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"kind": "choice", "options": ("好",)}, "至少写两个"),
        ({"kind": "many", "options": ("好", "好")}, "至少写两个"),
        ({"kind": "text", "scored": True}, "打分题"),
        ({"text": "长" * 121}, "写短"),
        ({"kind": "choice", "options": tuple("一二三四五六七八九十百")}, "写短"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(settled: World, question: dict[str, Any], words: str) -> None:
    survey = prepared(settled)
    with pytest.raises(TaoliError, match=words):
        add(settled, survey, **question)


def test_a_questionnaire_has_at_most_thirty_questions(settled: World) -> None:
    survey = prepared(settled, "blank-student")
    survey.questions = [{"key": f"k{at}", "kind": "text", "text": "？"} for at in range(30)]
    survey.save()
    with pytest.raises(TaoliError, match="30"):
        add(settled, survey)


def test_two_who_change_it_at_once_do_not_overwrite_each_other(settled: World) -> None:
    survey = prepared(settled)
    add(settled, survey)
    with pytest.raises(ConflictError, match="还在这里"):
        add(settled, survey)


def test_what_cannot_be_opened_says_why(settled: World) -> None:
    empty = prepared(settled, "blank-student")
    with pytest.raises(TaoliError, match="还没有题目"):
        services.open_survey(by=settled.office, survey_id=empty.pk)
    unmarked = add(settled, empty, kind="text")
    Survey.objects.of(settled.school).filter(pk=unmarked.pk).update(counts=True)
    with pytest.raises(TaoliError, match="打分题"):
        services.open_survey(by=settled.office, survey_id=unmarked.pk)
    over = prepared(settled, opens_on=TODAY - WEEK, closes_on=TODAY - dt.timedelta(days=1))
    with pytest.raises(TaoliError, match="已经过了"):
        services.open_survey(by=settled.office, survey_id=over.pk)
    Student.objects.of(settled.school).update(left_on=TODAY)
    with pytest.raises(TaoliError, match="没有可以问的人"):
        services.open_survey(by=settled.office, survey_id=prepared(settled).pk)


def test_a_last_day_before_the_first_and_a_strange_questionnaire_are_refused(settled: World) -> None:
    with pytest.raises(TaoliError, match="早于第一天"):
        prepared(settled, closes_on=TODAY - WEEK)
    with pytest.raises(TaoliError, match="已经没有了"):
        prepared(settled, "nonsense")
    assert not Survey.objects.of(settled.school).exists()


def test_without_a_term_no_survey_is_prepared(world: World) -> None:
    SchoolDay.objects.of(world.school).delete()
    Term.objects.of(world.school)._raw_delete("default")
    with pytest.raises(TaoliError, match="学期"):
        prepared(world, "blank-student")


def test_cancelling_destroys_what_was_answered_unread(settled: World) -> None:
    survey = put(settled)
    answer(settled, survey, "林子涵")
    row = services.cancel_survey(by=settled.office, survey_id=survey.pk)
    assert (row.state, row.key_sealed) == ("cancelled", "")
    assert not Ballot.objects.of(settled.school).exists()
    assert not BallotToken.objects.of(settled.school).exists()
    with pytest.raises(TaoliError, match="已取消"):
        services.cancel_survey(by=settled.office, survey_id=survey.pk)


def test_a_draft_is_changed_and_opened_meanwhile_nowhere_twice(settled: World) -> None:
    survey = prepared(settled, STUDENTS)
    facts = services.SurveyFacts("期末问卷", TODAY, TODAY + WEEK, intro="请照实填", counts=False)
    changed = services.edit_survey(by=settled.office, survey_id=survey.pk, edit=0, facts=facts)
    assert (changed.title, changed.intro, changed.counts, changed.edit) == ("期末问卷", "请照实填", False, 1)
