"""Writes of matching; what later steps call stands here under one name."""

from taoli.matching.services.moves import move_seat, undo_move
from taoli.matching.services.offers import NewOffer, set_offers
from taoli.matching.services.pairings import end_pairing
from taoli.matching.services.publishing import publish_run
from taoli.matching.services.rounds import Times, open_round, set_step, set_times
from taoli.matching.services.runs import finish_run, note_job, run_round, start_run
from taoli.matching.services.swaps import type_swaps
from taoli.matching.services.wishes import apply_wishes, import_wishes, set_wishes, stage_wishes

__all__ = [
    "NewOffer",
    "Times",
    "apply_wishes",
    "end_pairing",
    "finish_run",
    "import_wishes",
    "move_seat",
    "note_job",
    "open_round",
    "publish_run",
    "run_round",
    "set_offers",
    "set_step",
    "set_times",
    "set_wishes",
    "stage_wishes",
    "start_run",
    "type_swaps",
    "undo_move",
]
