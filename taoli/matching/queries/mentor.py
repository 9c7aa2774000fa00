"""One mentor of a draft: load, students, rules, and why, for those who look at the board."""

import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.matching import explain_mentor
from taoli.engine.matching.check import mentor_findings
from taoli.matching.models import MatchRun, MentorOffer, Seat
from taoli.matching.permissions import SEAT
from taoli.matching.phrases import finding_sentence, mentor_sentences, rank_words
from taoli.matching.queries.board import sees_ranks
from taoli.matching.queries.moves import glance
from taoli.matching.queries.names import names_of
from taoli.matching.queries.problem import problem_then
from taoli.matching.queries.why import matching_of


@dataclass(frozen=True, slots=True)
class MentorView:
    """What the page of a mentor shows; `lines` tell of wishes only to the officer."""

    offer: MentorOffer
    load: int
    seats: list[tuple[Seat, str]]
    broken: list[str]
    lines: list[str]


def mentor_view(actor: Actor, run: MatchRun, mentor_id: uuid.UUID) -> MentorView:
    """Return a mentor on offer with the students within reach; 404 for anybody else."""
    rows = MentorOffer.objects.of(run.school_id).filter(round_id=run.round_id, staff_id=mentor_id)
    offer = rows.select_related("staff", "staff__subject").first()
    if offer is None:
        raise Http404
    seats = Seat.objects.of(run.school_id).filter(run=run, mentor_id=mentor_id)
    near = SEAT.within(seats, actor, "view").select_related("student", "student__school_class")
    sees = sees_ranks(actor, run)
    names = names_of(run)
    broken = mentor_findings(glance(run).seating, str(mentor_id))
    why = explain_mentor(problem_then(run), matching_of(run), str(mentor_id)) if sees else ()
    return MentorView(
        offer=offer,
        load=seats.count(),
        seats=[
            (seat, rank_words(seat.rank, seat.reason) if sees else "")
            for seat in near.order_by("student__school_class__number", "student__seat", "student__sort_key")
        ],
        broken=[finding_sentence(one, names) for one in broken],
        lines=mentor_sentences(why),
    )
