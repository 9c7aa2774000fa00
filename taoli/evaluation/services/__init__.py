"""Writes of evaluation; what later steps call stands here under one name."""

from taoli.evaluation.services.answers import confirm as confirm_answers
from taoli.evaluation.services.answers import read as read_answers
from taoli.evaluation.services.answers import stage as stage_answers
from taoli.evaluation.services.asking import remind as remind_survey
from taoli.evaluation.services.ballot_codes import BallotSlip, enter_ballot, issue_ballots
from taoli.evaluation.services.career import EntryFacts, add_career_entry, confirm_career_entry, drop_career_entry
from taoli.evaluation.services.drafting import draft_appraisal
from taoli.evaluation.services.honours import grant, withdraw
from taoli.evaluation.services.notices import (
    NoticeFacts,
    answer_remark,
    decide_notice,
    note_remark,
    post_notice,
    prepare_notice,
    take_down_notice,
)
from taoli.evaluation.services.objections import Answer, answer_objection, raise_objection, withdraw_objection
from taoli.evaluation.services.pay import set_allowance
from taoli.evaluation.services.publishing import publish
from taoli.evaluation.services.sharing import recall, share
from taoli.evaluation.services.stars import Application, Level, apply_for_star, review_star, set_ladder, take_back_star
from taoli.evaluation.services.stories import (
    StoryFacts,
    accept_story,
    note_consent,
    return_story,
    submit_story,
    withdraw_story,
    write_story,
)
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
from taoli.evaluation.services.ticking import Word, give, sign, tick, tick_all
from taoli.evaluation.services.training import SessionFacts, keep_session
from taoli.evaluation.services.voting import cast

__all__ = [
    "Answer",
    "Application",
    "BallotSlip",
    "EntryFacts",
    "Level",
    "NoticeFacts",
    "SessionFacts",
    "StoryFacts",
    "SurveyFacts",
    "Word",
    "accept_story",
    "add_career_entry",
    "answer_objection",
    "answer_remark",
    "apply_for_star",
    "cancel_survey",
    "cast",
    "confirm_answers",
    "confirm_career_entry",
    "decide_notice",
    "draft_appraisal",
    "drop_career_entry",
    "drop_question",
    "edit_survey",
    "enter_ballot",
    "give",
    "grant",
    "issue_ballots",
    "keep_session",
    "make_survey",
    "move_question",
    "note_consent",
    "note_remark",
    "open_survey",
    "post_notice",
    "prepare_notice",
    "publish",
    "put_question",
    "raise_objection",
    "read_answers",
    "recall",
    "remind_survey",
    "return_story",
    "review_star",
    "set_allowance",
    "set_ladder",
    "share",
    "sign",
    "stage_answers",
    "submit_story",
    "take_back_star",
    "take_down_notice",
    "tick",
    "tick_all",
    "withdraw",
    "withdraw_objection",
    "withdraw_story",
    "write_story",
]
