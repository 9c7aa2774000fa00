"""Writes of guidance; what later steps call stands here under one name."""

from taoli.guidance.services.appointments import (
    Answer,
    Offered,
    accept_wish,
    call_off,
    hear,
    propose,
    repropose,
    set_companion,
    set_topics,
    take,
)
from taoli.guidance.services.drafts import draft_drop, draft_keep, forget_drafts
from taoli.guidance.services.families import answer_correction, answer_message, ask_correction, mark_read, send_message
from taoli.guidance.services.groups import hide_suggestion, suggest_to_group, take_suggestion_back
from taoli.guidance.services.holding import Outcome, arrive, finish, hold_noted, leave, remind
from taoli.guidance.services.links import Door, LapsedError, Slip, enter, make_slips
from taoli.guidance.services.outbox import (
    NotTakenError,
    Sealed,
    TooEarlyError,
    bound,
    device_close,
    device_open,
    outbox_accept,
    outbox_hand_on,
    outbox_mend,
    outbox_receive,
    outbox_set_aside,
)
from taoli.guidance.services.papers import PaperFacts, answer_paper, correct_paper, hand_in_paper
from taoli.guidance.services.records import SOURCE, RecordFacts, record_correct, record_submit, record_withdraw
from taoli.guidance.services.releases import release_text
from taoli.guidance.services.search import index_records
from taoli.guidance.services.season import plan_season
from taoli.guidance.services.steps import step_tick
from taoli.guidance.services.strengths import tap_strength

__all__ = [
    "SOURCE",
    "Answer",
    "Door",
    "LapsedError",
    "NotTakenError",
    "Offered",
    "Outcome",
    "PaperFacts",
    "RecordFacts",
    "Sealed",
    "Slip",
    "TooEarlyError",
    "accept_wish",
    "answer_correction",
    "answer_message",
    "answer_paper",
    "arrive",
    "ask_correction",
    "bound",
    "call_off",
    "correct_paper",
    "device_close",
    "device_open",
    "draft_drop",
    "draft_keep",
    "enter",
    "finish",
    "forget_drafts",
    "hand_in_paper",
    "hear",
    "hide_suggestion",
    "hold_noted",
    "index_records",
    "leave",
    "make_slips",
    "mark_read",
    "outbox_accept",
    "outbox_hand_on",
    "outbox_mend",
    "outbox_receive",
    "outbox_set_aside",
    "plan_season",
    "propose",
    "record_correct",
    "record_submit",
    "record_withdraw",
    "release_text",
    "remind",
    "repropose",
    "send_message",
    "set_companion",
    "set_topics",
    "step_tick",
    "suggest_to_group",
    "take",
    "take_suggestion_back",
    "tap_strength",
]
