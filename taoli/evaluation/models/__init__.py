"""What evaluation keeps: surveys and their sealed answers, appraisals, honours."""

from taoli.evaluation.models.answers import SurveyAnswer, SurveyBatch
from taoli.evaluation.models.appraisals import APPRAISAL_MOVES, AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.models.career import CareerEntry
from taoli.evaluation.models.honours import HonourGrant
from taoli.evaluation.models.notices import NOTICE_MOVES, HonourNotice, NoticeRemark
from taoli.evaluation.models.objections import OBJECTION_MOVES, Objection
from taoli.evaluation.models.pay import AllowanceSetting
from taoli.evaluation.models.stars import STAR_MOVES, StarApplication, StarLadder
from taoli.evaluation.models.stories import STORY_MOVES, Story, StoryStudent
from taoli.evaluation.models.surveys import (
    COMMENT_MOVES,
    SURVEY_MOVES,
    Ballot,
    BallotToken,
    Questionnaire,
    Survey,
    SurveyComment,
    SurveyFigure,
)
from taoli.evaluation.models.training import TrainingPart, TrainingSession

__all__ = [
    "APPRAISAL_MOVES",
    "COMMENT_MOVES",
    "NOTICE_MOVES",
    "OBJECTION_MOVES",
    "STAR_MOVES",
    "STORY_MOVES",
    "SURVEY_MOVES",
    "AllowanceSetting",
    "AppraisalRun",
    "AppraisalSheet",
    "AssessorTick",
    "Ballot",
    "BallotToken",
    "CareerEntry",
    "HonourGrant",
    "HonourNotice",
    "NoticeRemark",
    "Objection",
    "Questionnaire",
    "StarApplication",
    "StarLadder",
    "Story",
    "StoryStudent",
    "Survey",
    "SurveyAnswer",
    "SurveyBatch",
    "SurveyComment",
    "SurveyFigure",
    "TrainingPart",
    "TrainingSession",
]
