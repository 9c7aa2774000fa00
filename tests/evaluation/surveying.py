"""Surveys for tests: open ones with answers in the urn, and closed ones."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from taoli.common import clock
from taoli.evaluation.models import Ballot, BallotToken, Questionnaire, Survey
from taoli.evaluation.services.closing import close_survey
from taoli.evaluation.services.urn import ballot, new_key
from tests.world import World

OVERALL: dict[str, Any] = {"key": "overall", "kind": "scale", "text": "总的来说，导师对你的帮助", "scored": True}
KNOWS: dict[str, Any] = {
    "key": "knows",
    "kind": "choice",
    "text": "你知道导师是谁吗",
    "options": ["知道", "不知道"],
    "indicator": "knows_mentor",
    "good": [0],
}
WORDS: dict[str, Any] = {"key": "words", "kind": "text", "text": "想对导师说的话", "required": False}
QUESTIONS: list[dict[str, Any]] = [OVERALL, KNOWS, WORDS]


def open_survey(world: World, source: str = "student", **more: Any) -> Survey:
    """An open survey of the term with nobody asked yet."""
    values = {"title": "学生问卷", "source": source, "questions": QUESTIONS, **more}
    sheet = Questionnaire.objects.create(
        school=world.school, title="问卷", source=source, questions=values["questions"], created_at=clock.now()
    )
    survey = Survey(
        school=world.school,
        term=more.pop("term", world.term),
        questionnaire=sheet,
        state=Survey.State.OPEN,
        opens_on=dt.date(2026, 11, 16),
        closes_on=dt.date(2026, 11, 27),
        **{key: value for key, value in values.items() if key != "term"},
    )
    new_key(survey)
    survey.save()
    return survey


def answer(world: World, survey: Survey, mentor: str | None, marks: Iterable[int], **answers: Any) -> None:
    """Put answers of unknown people into the urn, with a spent right each."""
    staff = str(world.staff[mentor].pk) if mentor else None
    grade = str(world.grades["高一"].pk)
    for mark in marks:
        content = {"mentor": staff, "grade": grade, "answers": {"overall": mark, "knows": 0, **answers}}
        ballot(survey, content).save(force_insert=True)
        asked(world, survey, uuid.uuid4(), mentor, spent=True)


def asked(world: World, survey: Survey, holder: uuid.UUID, mentor: str | None, **more: Any) -> BallotToken:
    """Give somebody the right to answer."""
    about = [str(world.staff[mentor].pk)] if mentor else []
    survey.asked += 1
    survey.answered += bool(more.get("spent"))
    survey.save(update_fields=["asked", "answered"])
    return BallotToken.objects.create(
        school=world.school, survey=survey, holder_kind="student", holder_id=holder, about=about, **more
    )


def closed_survey(world: World, **more: Any) -> Survey:
    """A closed survey: 王敏 has twelve answers and two texts, 李慧 six, 陈立 two and a text."""
    survey = open_survey(world, **more)
    answer(world, survey, "王敏", [5, 4, 3, 5, 4, 3, 5, 4, 3, 4])
    answer(world, survey, "王敏", [4, 5], words="林子涵说王老师很耐心")
    answer(world, survey, "李慧", [4, 2, 4, 2, 4, 2])
    answer(world, survey, "陈立", [3])
    answer(world, survey, "陈立", [2], words="想多聊聊")
    answer(world, survey, "周宁", [5, 3, 4, 3, 2])
    return close_survey(by=world.office, survey_id=survey.pk)


def ballots(survey: Survey) -> int:
    """How many ballots there are."""
    return Ballot.objects.of(survey.school_id).filter(survey=survey).count()
