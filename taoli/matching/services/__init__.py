"""Writes of matching; what later steps call stands here under one name."""

from taoli.matching.services.agreements import enter_signed, set_agreement_text, sign
from taoli.matching.services.letters import hand_out
from taoli.matching.services.meetings import mark_held, set_meeting
from taoli.matching.services.moves import move_seat
from taoli.matching.services.offers import NewOffer, set_offers
from taoli.matching.services.pairings import end_pairing
from taoli.matching.services.publishing import publish_run
from taoli.matching.services.reminders import remind, remind_before_closing
from taoli.matching.services.rounds import Times, open_round, set_step, set_times
from taoli.matching.services.runs import finish_run, note_job, run_round, start_run
from taoli.matching.services.wishes import apply_wishes, import_wishes, set_wishes, stage_wishes

__all__ = [
    "NewOffer",
    "Times",
    "apply_wishes",
    "end_pairing",
    "enter_signed",
    "finish_run",
    "hand_out",
    "import_wishes",
    "mark_held",
    "move_seat",
    "note_job",
    "open_round",
    "publish_run",
    "remind",
    "remind_before_closing",
    "run_round",
    "set_agreement_text",
    "set_meeting",
    "set_offers",
    "set_step",
    "set_times",
    "set_wishes",
    "sign",
    "stage_wishes",
    "start_run",
]
