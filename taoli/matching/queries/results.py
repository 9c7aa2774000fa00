"""A run in words: shares of wishes, what is promised, why there is none, what publishing will do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.engine.matching import Finding, Relaxation
from taoli.matching.models import MatchRun, Pairing, Seat
from taoli.matching.phrases import (
    PAGE_WORDS,
    certificate_lines,
    impossible_lines,
    load_words,
    near_words,
    rank_words,
    share_words,
    ways_out,
)
from taoli.matching.queries.board import Board, sees_ranks
from taoli.matching.queries.names import names_of

TOP = 3
# Where a way out is gone.
WAY_PAGES: Mapping[str, str] = {
    "offers": "matching:offers_edit",
    "rules": "matching:round_rules",
    "round": "matching:round_show",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to make an impossible round possible: what to change, how much that is, and the pages where it is done."""

    sentence: str
    cost: str
    links: list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart of wishes: label, students, share of those who chose in words, width in per cent."""

    label: str
    n: int
    share: str
    width: int


@dataclass(frozen=True, slots=True)
class Result:
    """What stands above the board."""

    shares: list[dict[str, Any]]
    lines: list[str]
    near: str
    moved: list[dict[str, str]]
    causes: list[str]
    ways: list[Way]


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
        causes = impossible_lines([Finding(one["code"], one["params"]) for one in run.findings], names)
        return Result([], [], "", [], causes, _ways(actor, run, names))
    sees = sees_ranks(actor, run)
    return Result(
        shares=_shares(run, board) if sees else [],
        lines=certificate_lines(run.certificate, board.moved),
        near=near_words(run.stats.get("near", "")),
        moved=_moved(run) if sees else [],
        causes=[],
        ways=[],
    )


def _ways(actor: Actor, run: MatchRun, names: Mapping[str, str]) -> list[Way]:
    """The cheapest ways out that were found with the run; buttons only for who may open their pages."""
    known = [
        Relaxation(tuple(Finding(one["code"], one["params"]) for one in way["changes"]), way["cost"])
        for way in run.stats.get("ways", ())
    ]
    return [
        Way(
            way.sentence,
            way.cost,
            [
                (reverse(WAY_PAGES[page], args=[run.round_id]), PAGE_WORDS[WAY_PAGES[page]])
                for page in way.pages
                if opens(actor, WAY_PAGES[page])
            ],
        )
        for way in ways_out(known, names)
    ]


def rank_bars(actor: Actor, run: MatchRun, board: Board) -> list[Bar]:
    """Return the chart of wish ranks for the officer: each wish, outside of them, none entered; empty for others."""
    if not sees_ranks(actor, run):
        return []
    silent = run.stats.get("no_wishes", 0)
    chose = sum(board.ranks.values()) - silent
    last = max((rank for rank in board.ranks if rank), default=0)
    counts = [(rank_words(rank, ""), board.ranks[rank]) for rank in range(1, last + 1)]
    counts.append((rank_words(None, ""), max(board.ranks[None] - silent, 0)))
    return [
        *(Bar(label, n, share_words(n, chose), round(100 * n / chose) if chose else 0) for label, n in counts),
        *([Bar(rank_words(None, "no_wishes"), silent, "", 0)] if silent else []),
    ]


def load_lines(board: Board) -> list[str]:
    """Say how the loads are spread: fewest, most, and how many mentors have how many students."""
    loads = Counter(column.load for column in board.columns if not column.offer.absent and column.offer.maximum)
    return [load_words(load, mentors) for load, mentors in sorted(loads.items())]


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
