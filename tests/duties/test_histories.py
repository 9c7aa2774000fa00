"""Counting bit by bit gives what counting from scratch gives, over many random histories; and what is broken on purpose
in the way of counting bit by bit is found by them.

Each engine lives through histories of its own: together they are five hundred (`make soak`: thousands on one).
"""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from taoli.duties.models import Act
from taoli.duties.queries import amending, keeping, reckoning
from taoli.duties.queries.facts import Ground, pairings_near
from taoli.duties.services import acts
from taoli.engine.compliance import narrowed
from tests.duties.histories import many, tiny_school
from tests.duties.scratch import DriftError, Tiny

HISTORIES = {"sqlite": range(250), "postgresql": range(250, 500)}
UNTIL_FOUND = 300


@pytest.fixture
def tiny(db: None) -> Tiny:
    """The tiny school."""
    return tiny_school()


@pytest.mark.both_databases
def test_histories_bit_by_bit_are_what_they_are_from_scratch(tiny: Tiny) -> None:
    many(tiny, HISTORIES[connection.vendor])


Break = Callable[[pytest.MonkeyPatch], None]


def _touched(**spoil: Callable[[Any], Any]) -> Break:
    """Believe less to be touched than is."""

    def broken(patch: pytest.MonkeyPatch) -> None:
        def touched(**known: Any) -> reckoning.Touched:
            return reckoning.Touched(**{name: spoil.get(name, lambda same: same)(one) for name, one in known.items()})

        patch.setattr(acts, "Touched", touched)

    return broken


def _forget_groups(patch: pytest.MonkeyPatch) -> None:
    plain = narrowed

    def without_groups(*given: Any) -> Any:
        return tuple(one for one in plain(*given) if reckoning.within_pairing(one.rule))

    patch.setattr(reckoning, "narrowed", without_groups)


def _skip_the_old_occasion(patch: pytest.MonkeyPatch) -> None:
    plain = acts._touch

    def touch(school_id: int, rows: Any) -> None:
        there = set(Act.objects.of(school_id).values_list("pk", flat=True))
        plain(school_id, [row for row in rows if row.pk in there])

    patch.setattr(acts, "_touch", touch)


def _forget_sums(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(amending, "ADD", lambda *_all: True)


def _forget_weeks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(acts, "set_weeks", lambda *_all: None)


def _only_the_doers_cells(patch: pytest.MonkeyPatch) -> None:
    plain = pairings_near

    def only_theirs(setting: Any, reach: Any) -> Any:
        doers = {str(one) for one in reach.doers}
        return tuple(one for one in plain(setting, reach) if one.mentor_id in doers)

    patch.setattr(acts, "pairings_near", only_theirs)


def _fingerprints(change: Callable[[Any, Ground], tuple[Any, Ground]]) -> Break:
    """Look at less when asking whether cells are stale."""

    def broken(patch: pytest.MonkeyPatch) -> None:
        plain = reckoning.fingerprints

        def fingerprints(setting: Any, mentors: Any, ground: Ground) -> Any:
            seen, facts = change(setting, ground)
            return plain(seen, mentors, facts)

        patch.setattr(reckoning, "fingerprints", fingerprints)
        patch.setattr(keeping, "fingerprints", fingerprints)

    return broken


BROKEN: dict[str, Break] = {
    "a kind is forgotten": _touched(kinds=lambda kinds: kinds - {"talk"}),
    "what is owed to groups, classes and oneself is forgotten": _forget_groups,
    "only the first student of the occasion": _touched(students=lambda found: frozenset(sorted(found)[:1])),
    "the periods of another week": _touched(days=lambda days: frozenset(day + dt.timedelta(days=14) for day in days)),
    "the occasion that was corrected is skipped": _skip_the_old_occasion,
    "sums are not kept": _forget_sums,
    "weeks are not kept": _forget_weeks,
    "only the cells of who did it": _only_the_doers_cells,
    "a new version or calendar makes nothing stale": _fingerprints(
        lambda setting, ground: (dataclasses.replace(setting, stamp=""), ground)
    ),
    "an absence makes nothing stale": _fingerprints(
        lambda setting, ground: (setting, dataclasses.replace(ground, leaves=()))
    ),
    "a mark makes nothing stale": _fingerprints(
        lambda setting, ground: (setting, dataclasses.replace(ground, marks=()))
    ),
    "the mentor before makes nothing stale": _fingerprints(
        lambda setting, ground: (dataclasses.replace(setting, asked=()), ground)
    ),
}

# The history that has found it so far lives first; should it find it no more, another has to.
FOUND_IT = dict(zip(BROKEN, (6, 23, 13, 6, 4, 6, 0, 13, 1, 11, 4, 37), strict=True))


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_on_purpose_is_found(tiny: Tiny, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    BROKEN[name](monkeypatch)
    with pytest.raises(DriftError):
        many(tiny, (FOUND_IT[name], *range(UNTIL_FOUND)))
