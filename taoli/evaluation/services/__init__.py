"""Writes of evaluation; what later steps call stands here under one name."""

from taoli.evaluation.services.answers import confirm as confirm_answers
from taoli.evaluation.services.answers import read as read_answers
from taoli.evaluation.services.answers import stage as stage_answers
from taoli.evaluation.services.asking import remind as remind_survey
from taoli.evaluation.services.ballot_codes import BallotSlip, enter_ballot, issue_ballots
from taoli.evaluation.services.drafting import draft_appraisal
from taoli.evaluation.services.honours import grant, withdraw
from taoli.evaluation.services.publishing import publish
from taoli.evaluation.services.surveys import (
    SurveyFacts,
    cancel_survey,
    drop_question,
    edit_survey,
    make_survey,
    move_question,
    open_survey,
    put_question,
)
from taoli.evaluation.services.ticking import give, tick, tick_all
from taoli.evaluation.services.voting import cast

__all__ = [
    "BallotSlip",
    "SurveyFacts",
    "cancel_survey",
    "cast",
    "confirm_answers",
    "draft_appraisal",
    "drop_question",
    "edit_survey",
    "enter_ballot",
    "give",
    "grant",
    "issue_ballots",
    "make_survey",
    "move_question",
    "open_survey",
    "publish",
    "put_question",
    "read_answers",
    "remind_survey",
    "stage_answers",
    "tick",
    "tick_all",
    "withdraw",
]
