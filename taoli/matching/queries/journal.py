"""The journal of the board: what was moved by hand, by whom, and what may be taken back."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from taoli.accounts.models import Membership
from taoli.common.policy import Actor
from taoli.matching.models import MatchRun, Seat, SeatMove
from taoli.matching.permissions import SEAT
from taoli.matching.phrases import moved_line, rank_words
from taoli.matching.queries.board import sees_ranks


@dataclass(frozen=True, slots=True)
class Change:
    """One change by hand: its number, the moves of its students, and whether the reader may take it back."""

    number: int
    at: dt.datetime
    by: str
    own: bool
    moves: tuple[SeatMove, ...]
    reason: str
    override: bool
    undoes: int | None
    undone: bool
    undoable: bool

    @property
    def line(self) -> str:
        """Who moved whom from whom to whom, in one sentence."""
        return moved_line(self.by, [_names(row) for row in self.moves], undone=self.undoes is not None)


def _names(row: SeatMove) -> tuple[str, str, str]:
    return row.student.name, row.source.name if row.source else "", row.target.name if row.target else ""


def standing(rows: Iterable[SeatMove]) -> list[SeatMove]:
    """Return the moves of a run that were not taken back, in their order, without those that took back."""
    found = sorted(rows, key=lambda row: row.number)
    undone = {row.undoes for row in found}
    return [row for row in found if row.undoes is None and row.number not in undone]


def latest(rows: Iterable[SeatMove]) -> dict[uuid.UUID, SeatMove]:
    """Return student → the last move that stands."""
    return {row.student_id: row for row in standing(rows)}


def journal(actor: Actor, run: MatchRun, *, since: int = 0) -> list[Change]:
    """Return the changes by hand after a number, the latest first, as far as the actor reaches their students."""
    rows = SeatMove.objects.of(run.school_id).filter(run=run).select_related("student", "source", "target")
    every = list(rows.order_by("number", "student__sort_key", "student_id"))
    reached = set(SEAT.within(rows, actor, "move").values_list("pk", flat=True))
    last = latest(every)
    names: dict[uuid.UUID | None, str] = dict(
        Membership.objects.filter(school_id=run.school_id, account_id__in={row.by for row in every}).values_list(
            "account_id", "name"
        )
    )
    acts: dict[int, list[SeatMove]] = defaultdict(list)
    for row in every:
        acts[row.number].append(row)
    undone = {row.undoes for row in every}
    return [
        Change(
            number=number,
            at=moves[0].at,
            by=names.get(moves[0].by, ""),
            own=moves[0].by == actor.account_id,
            moves=tuple(row for row in moves if row.pk in reached),
            reason=moves[0].reason,
            override=moves[0].override,
            undoes=moves[0].undoes,
            undone=number in undone,
            undoable=all(row.pk in reached and last.get(row.student_id) == row for row in moves)
            and (not moves[0].override or SEAT.may(actor, "override")),
        )
        for number, moves in sorted(acts.items(), reverse=True)
        if number > since and any(row.pk in reached for row in moves)
    ]


def news(actor: Actor, run: MatchRun, since: int) -> dict[str, Any]:
    """Return what changed on the board after a number: seats within reach, loads of the mentors concerned, sentences.

    `undo`: the actor's own latest change that can be taken back, None for none.
    """
    rows = SeatMove.objects.of(run.school_id).filter(run=run, number__gt=since)
    touched = {row.student_id for row in rows}
    mentors = {one for row in rows for one in (row.source_id, row.target_id) if one}
    seats = SEAT.within(Seat.objects.of(run.school_id).filter(run=run, student__in=touched), actor, "view")
    loads = Counter(Seat.objects.of(run.school_id).filter(run=run, mentor__in=mentors).values_list("mentor", flat=True))
    changes = journal(actor, run)
    fresh = [one for one in changes if one.number > since]
    own = next((one for one in changes if one.own and one.undoable), None)
    sees = sees_ranks(actor, run)
    gone = {row.student_id for change in fresh for row in change.moves} - {seat.student_id for seat in seats}
    return {
        "edit": run.edit,
        "seats": [
            [
                str(seat.student_id),
                str(seat.mentor_id),
                rank_words(seat.rank, seat.reason) if sees else "",
                bool(seat.moved_reason),
                seat.edit,
            ]
            for seat in seats
        ]
        + [[str(student), "", "", False, 0] for student in gone],
        "loads": {str(mentor): loads[mentor] for mentor in mentors},
        "lines": [one.line for one in reversed(fresh) if not one.own],
        "undo": {"number": own.number, "line": own.line} if own else None,
    }
