"""Surveys for tests: prepared by the office, answered by students and families."""

import datetime as dt
from typing import Any

from taoli.evaluation import services
from taoli.evaluation.models import BallotToken, Questionnaire, Survey
from taoli.evaluation.queries.urn import opened
from taoli.roster.models import Term
from tests.world import TODAY, World

STUDENTS, FAMILIES = "students_about_mentor", "guardians_about_mentor"
WEEK = dt.timedelta(days=7)
FULL = {"overall": 5, "knows": 0, "often": 0, "reach": 0}
FULL_HOME = {"overall": 4, "knows": 1, "contact": 0}


def prepared(world: World, key: str = STUDENTS, **values: Any) -> Survey:
    """A survey that is being prepared, for a week from today."""
    facts = {"title": "期中问卷", "opens_on": TODAY, "closes_on": TODAY + WEEK, **values}
    return services.make_survey(by=world.office, key=key, facts=services.SurveyFacts(**facts))


def put(world: World, key: str = STUDENTS, questions: str = "", **values: Any) -> Survey:
    """A survey that is open; `questions`: the kind of the one question of an own questionnaire."""
    if questions:
        survey = prepared(world, key, **values)
        question = {
            "kind": questions,
            "text": "怎么样？",
            "options": ("好", "还行", "不好"),
            "scored": questions == "scale",
        }
        services.put_question(by=world.office, survey_id=survey.pk, edit=survey.edit, question=question)
        return services.open_survey(by=world.office, survey_id=survey.pk)
    return services.open_survey(by=world.office, survey_id=prepared(world, key, **values).pk)


def token(world: World, survey: Survey, name: str) -> BallotToken:
    """The right to answer of somebody; for a family, the child's name."""
    person = world.students.get(name) or world.staff[name]
    return BallotToken.objects.of(world.school).get(survey=survey, holder_id=person.pk)


def answer(world: World, survey: Survey, name: str, **answers: Any) -> BallotToken:
    """Answer about the first mentor one is asked about."""
    mine = token(world, survey, name)
    mentor = mine.about[0] if mine.about else None
    services.cast(token=mine, answers=[{"mentor": mentor, "answers": answers or FULL}])
    mine.refresh_from_db()
    return mine


def in_urn(survey: Survey) -> list[dict[str, Any]]:
    survey.refresh_from_db()
    return opened(survey)


def form(answers: dict[str, Any], at: int = 0) -> dict[str, Any]:
    """Answers as the page sends them."""
    return {f"m{at}-{key}": value for key, value in answers.items()}


def stranger_survey(world: World) -> Survey:
    """A survey of the other school, by its rows only."""
    term = Term.objects.create(school=world.other, name="2026", starts=TODAY, ends=TODAY + WEEK)
    sheet = Questionnaire.objects.create(
        school=world.other, title="别校", source="student", created_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    )
    return Survey.objects.create(
        school=world.other,
        term=term,
        questionnaire=sheet,
        title="别校",
        source="student",
        state="open",
        opens_on=TODAY,
        closes_on=TODAY + WEEK,
    )
