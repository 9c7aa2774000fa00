"""Writes of matching; what later steps call stands here under one name."""

from taoli.matching.services.agreements import enter_signed, set_agreement_text, sign
from taoli.matching.services.claims import choose_for_class, claim_groups, name_own_group
from taoli.matching.services.codes import Slip, enter, issue_codes
from taoli.matching.services.groupings import Ask, accept_groups, draft_groups, swap_members
from taoli.matching.services.introductions import Introduction, set_introduction
from taoli.matching.services.late import allow_late
from taoli.matching.services.letters import hand_out
from taoli.matching.services.listed import list_students, settle_list, unlist_student
from taoli.matching.services.marks import ask_coordination, set_marks, settle_coordination
from taoli.matching.services.meetings import mark_held, set_meeting
from taoli.matching.services.moves import move_seat, undo_move
from taoli.matching.services.named import answer_application, apply_as_mentor, nominate, settle_mentors
from taoli.matching.services.offers import NewOffer, set_offers
from taoli.matching.services.pairings import end_pairing
from taoli.matching.services.publishing import publish_run
from taoli.matching.services.reminders import remind, remind_before_closing
from taoli.matching.services.rounds import Times, open_round, set_step, set_times
from taoli.matching.services.rules import add_rule, drop_rule, set_limits, take_over
from taoli.matching.services.runs import finish_run, note_job, run_round, start_run
from taoli.matching.services.swaps import type_swaps
from taoli.matching.services.typing import PaperLine, TypedSheets, type_wishes
from taoli.matching.services.wishes import (
    ReadyWishes,
    apply_wishes,
    import_wishes,
    ready_wishes,
    set_wishes,
    stage_wishes,
    write_wishes,
)

__all__ = [
    "Ask",
    "Introduction",
    "NewOffer",
    "PaperLine",
    "ReadyWishes",
    "Slip",
    "Times",
    "TypedSheets",
    "accept_groups",
    "add_rule",
    "allow_late",
    "answer_application",
    "apply_as_mentor",
    "apply_wishes",
    "ask_coordination",
    "choose_for_class",
    "claim_groups",
    "draft_groups",
    "drop_rule",
    "end_pairing",
    "enter",
    "enter_signed",
    "finish_run",
    "hand_out",
    "import_wishes",
    "issue_codes",
    "list_students",
    "mark_held",
    "move_seat",
    "name_own_group",
    "nominate",
    "note_job",
    "open_round",
    "publish_run",
    "ready_wishes",
    "remind",
    "remind_before_closing",
    "run_round",
    "set_agreement_text",
    "set_introduction",
    "set_limits",
    "set_marks",
    "set_meeting",
    "set_offers",
    "set_step",
    "set_times",
    "set_wishes",
    "settle_coordination",
    "settle_list",
    "settle_mentors",
    "sign",
    "stage_wishes",
    "start_run",
    "swap_members",
    "take_over",
    "type_swaps",
    "type_wishes",
    "undo_move",
    "unlist_student",
    "write_wishes",
]
