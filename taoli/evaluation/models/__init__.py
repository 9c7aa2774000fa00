"""What evaluation keeps: surveys and their sealed answers, appraisals, honours."""

from taoli.evaluation.models.answers import SurveyAnswer, SurveyBatch
from taoli.evaluation.models.appraisals import APPRAISAL_MOVES, AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.models.honours import HonourGrant
from taoli.evaluation.models.objections import OBJECTION_MOVES, Objection
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

__all__ = [
    "APPRAISAL_MOVES",
    "COMMENT_MOVES",
    "OBJECTION_MOVES",
    "SURVEY_MOVES",
    "AppraisalRun",
    "AppraisalSheet",
    "AssessorTick",
    "Ballot",
    "BallotToken",
    "HonourGrant",
    "Objection",
    "Questionnaire",
    "Survey",
    "SurveyAnswer",
    "SurveyBatch",
    "SurveyComment",
    "SurveyFigure",
]
