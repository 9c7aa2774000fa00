"""The drafts of a round side by side, and what changed from one to another."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from taoli.matching.permissions import SEAT
from taoli.matching.phrases import MODES, gain_line, share_words
from taoli.matching.queries.board import sees_ranks
from taoli.matching.queries.names import names_of
from taoli.matching.queries.problem import problem_then
from taoli.matching.queries.rounds import offers, runs

TOP = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as a column of figures, counted from its seats as they are now."""

    run: MatchRun
    mode: Any
    students: int
    figures: dict[str, str]
    loads: str
    spread: int
    moved: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A student whose mentor differs; `told`: what it means for the wish, for the officer only."""

    student: str
    before: str
    after: str
    told: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts: their figures, who moved, and how many gained, lost or kept their wish (the officer only)."""

    before: Draft
    after: Draft
    changed: list[Changed]
    gained: int
    lost: int
    same: int

    @property
    def pair(self) -> tuple[Draft, Draft]:
        """Both, the older first."""
        return self.before, self.after


def drafts(actor: Actor, choice: ChoiceRound) -> list[Draft]:
    """Return the finished drafts of a round, the newest first."""
    done = {MatchRun.State.DRAFT, MatchRun.State.PUBLISHED}
    return [draft_of(actor, run) for run in runs(choice) if run.state in done]


def draft_of(actor: Actor, run: MatchRun) -> Draft:
    """Return the figures of a draft; shares of wishes for the officer only."""
    rows = Seat.objects.of(run.school_id).filter(run=run)
    seats = list(rows.values_list("mentor_id", "rank", "reason", "moved_reason"))
    loads = Counter(mentor for mentor, *_rest in seats)
    every = [loads[offer.staff_id] for offer in offers(run.round) if not offer.absent and offer.maximum] or [0]
    return Draft(
        run=run,
        mode=MODES.get(run.mode, run.mode),
        students=len(seats),
        figures=_figures([(rank, reason) for _mentor, rank, reason, _moved in seats]) if sees_ranks(actor, run) else {},
        loads=f"{min(every)}–{max(every)}",
        spread=max(every) - min(every),
        moved=sum(bool(moved) for *_rest, moved in seats),
    )


def _figures(seats: list[tuple[int | None, str]]) -> dict[str, str]:
    chose = [rank for rank, reason in seats if reason != "no_wishes"]
    counts = {
        "first": sum(rank == 1 for rank in chose),
        "top": sum(rank is not None and rank <= TOP for rank in chose),
        "any": sum(rank is not None for rank in chose),
    }
    return {name: f"{count} · {share_words(count, len(chose))}" for name, count in counts.items()}


def comparison(actor: Actor, before: MatchRun, after: MatchRun) -> Comparison:
    """Return what changed from one draft to another of the same round, as far as the actor reaches the students."""
    old, new = _seats(actor, before), _seats(actor, after)
    names = names_of(after)
    sees = sees_ranks(actor, after)
    ranks = _ranks(after) if sees else {}
    changed, outcome = [], Counter[str]()
    for student in sorted(old.keys() | new.keys(), key=lambda one: names.get(one, "")):
        was, now = old.get(student, ""), new.get(student, "")
        if was == now:
            continue
        place = ranks.get(student, {})
        told = gain_line(names.get(student, ""), place.get(was), place.get(now)) if place else ""
        outcome[_way(place.get(was), place.get(now))] += 1
        changed.append(Changed(names.get(student, ""), names.get(was, ""), names.get(now, ""), told))
    return Comparison(
        before=draft_of(actor, before),
        after=draft_of(actor, after),
        changed=changed,
        gained=outcome["gained"] if sees else 0,
        lost=outcome["lost"] if sees else 0,
        same=outcome["same"],
    )


def _way(before: int | None, after: int | None) -> str:
    if before == after:
        return "same"
    return "gained" if after is not None and (before is None or after < before) else "lost"


def _seats(actor: Actor, run: MatchRun) -> dict[str, str]:
    rows = SEAT.within(Seat.objects.of(run.school_id).filter(run=run), actor, "view")
    return {str(student): str(mentor) for student, mentor in rows.values_list("student_id", "mentor_id")}


def _ranks(run: MatchRun) -> Mapping[str, Mapping[str, int]]:
    """Student → mentor → place among the wishes."""
    return {
        one.id: {mentor: place for place, tier in enumerate(one.wishes, 1) for mentor in tier}
        for one in problem_then(run).students
    }


def other_draft(run: MatchRun, pk: str) -> MatchRun | None:
    """Return the draft to compare with: the named one of the same round, else the one before, None for none."""
    done = {MatchRun.State.DRAFT, MatchRun.State.PUBLISHED}
    found = [one for one in runs(run.round) if one.state in done and one.pk != run.pk]
    try:
        named = next((one for one in found if one.pk == uuid.UUID(pk)), None)
    except ValueError:
        named = None
    older = (one for one in found if one.created_at <= run.created_at)
    return named or next(older, None) or next(iter(found), None)
