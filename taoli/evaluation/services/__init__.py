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
from taoli.evaluation.services.pay import set_allowance
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
from taoli.evaluation.services.ticking import give, tick, tick_all
from taoli.evaluation.services.training import SessionFacts, keep_session

__all__ = [
    "Application",
    "EntryFacts",
    "Level",
    "NoticeFacts",
    "SessionFacts",
    "StoryFacts",
    "accept_story",
    "add_career_entry",
    "answer_remark",
    "apply_for_star",
from taoli.evaluation.services.objections import Answer, answer_objection, raise_objection, withdraw_objection
from taoli.evaluation.services.publishing import publish
from taoli.evaluation.services.sharing import recall, share
from taoli.evaluation.services.ticking import Word, give, sign, tick, tick_all

__all__ = [
    "Answer",
    "Word",
    "answer_objection",
    "confirm_answers",
    "confirm_career_entry",
    "decide_notice",
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
    "drop_career_entry",
    "give",
    "grant",
    "keep_session",
    "note_consent",
    "note_remark",
    "post_notice",
    "prepare_notice",
    "publish",
    "put_question",
    "read_answers",
    "remind_survey",
    "return_story",
    "review_star",
    "set_allowance",
    "set_ladder",
    "raise_objection",
    "read_answers",
    "recall",
    "share",
    "sign",
    "stage_answers",
    "submit_story",
    "take_back_star",
    "take_down_notice",
    "tick",
    "tick_all",
    "withdraw",
    "withdraw_story",
    "write_story",
    "withdraw_objection",
]
