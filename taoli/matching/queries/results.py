"""A run in words: shares of wishes, what is promised, why there is none, what publishing will do."""

from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.engine.matching import Finding
from taoli.matching.models import MatchRun, Pairing, Seat
from taoli.matching.phrases import certificate_lines, finding_sentence, near_words, share_words
from taoli.matching.queries.board import Board, sees_ranks
from taoli.matching.queries.names import names_of

TOP = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What stands above the board."""

    shares: list[dict[str, Any]]
    lines: list[str]
    near: str
    moved: list[dict[str, str]]
    causes: list[str]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What publishing does: pairings that begin, go on and end, and how many mentors they reach."""

    begin: int
    go_on: int
    end: int
    mentors: int


def result_of(actor: Actor, run: MatchRun, board: Board | None) -> Result:
    """Return the words of a run; shares of wishes only for the officer who runs the round."""
    if board is None:
        names = names_of(run)
        causes = [finding_sentence(Finding(one["code"], one["params"]), names) for one in run.findings]
        return Result([], [], "", [], causes)
    sees = sees_ranks(actor, run)
    return Result(
        shares=_shares(run, board) if sees else [],
        lines=certificate_lines(run.certificate, board.moved),
        near=near_words(run.stats.get("near", "")),
        moved=_moved(run) if sees else [],
        causes=[],
    )


def consequences(run: MatchRun, board: Board) -> Consequences:
    """Count what publishing this draft will do."""
    rows = Seat.objects.of(run.school_id).filter(run=run, student__left_on=None)
    seats = {student: place for student, *place in rows.values_list("student_id", "mentor_id", "group_id")}
    live = Pairing.objects.of(run.school_id).filter(ends=None)
    now = {student: place for student, *place in live.values_list("student_id", "mentor_id", "group_id")}
    same = sum(now.get(student) == place for student, place in seats.items())
    return Consequences(
        begin=len(seats) - same,
        go_on=same,
        end=sum(student in seats and seats[student] != place for student, place in now.items()),
        mentors=sum(column.load > 0 for column in board.columns),
    )


def _shares(run: MatchRun, board: Board) -> list[dict[str, Any]]:
    placed = sum(board.ranks.values())
    first = board.ranks[1]
    top = sum(count for rank, count in board.ranks.items() if rank is not None and rank <= TOP)
    none = run.stats.get("no_wishes", 0)
    return [
        {"key": "first", "n": first, "share": share_words(first, placed - none)},
        {"key": "top", "n": top, "share": share_words(top, placed - none)},
        {"key": "outside", "n": max(placed - top - none, 0), "share": ""},
        {"key": "none", "n": none, "share": ""},
    ]


def _moved(run: MatchRun) -> list[dict[str, str]]:
    if not run.findings:
        return []
    names = names_of(run)
    return [
        {
            "student": names.get(one["params"]["student"], ""),
            "before": names.get(one["params"]["from"], ""),
            "after": names.get(one["params"]["to"], ""),
        }
        for one in run.findings
    ]
