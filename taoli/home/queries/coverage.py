"""How far the requirements are met, requirement by requirement."""

from collections.abc import Mapping
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.duties.queries import CoverageRow, Declined, coverage, declined
from taoli.engine.scheme import Clause
from taoli.roster.models import Grade, Term


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement with its clause, and its rows by grade."""

    duty: str
    label: str
    clause: Clause
    rows: list["Row"]
    declined: list[Declined]


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement in one grade, with what is still open in the running period."""

    grade: str
    cells: int
    met: int
    period_cells: int
    period_met: int
    period_open: int
    share: int


def requirements(actor: Actor, term: Term, grade: str = "") -> list[Requirement]:
    """Return each requirement of the term with its rows (of one grade, if named) within reach."""
    found: dict[str, Requirement] = {}
    families = [one for one in declined(actor, term) if not grade or str(one.grade_id or "") == grade]
    for row in coverage(actor, term):
        if not grade or str(row.grade_id or "") == grade:
            said = [one for one in families if one.duty == row.duty]
            one = found.setdefault(row.duty, Requirement(row.duty, row.label, row.rule.clause_of("times"), [], said))
            one.rows.append(_row(row))
    return list(found.values())


def _row(row: CoverageRow) -> Row:
    still = row.period_cells - row.period_met
    return Row(row.grade, row.cells, row.met, row.period_cells, row.period_met, still, row.share)


def grade_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name) of the school's grades, for the filter of those who reach more than one."""
    return [(str(row.pk), row.name) for row in Grade.objects.of(actor.school_id).order_by("order", "name")]


def totals(found: list[Requirement]) -> Mapping[str, int]:
    """Return all cells begun and met."""
    rows = [row for one in found for row in one.rows]
    return {"cells": sum(row.cells for row in rows), "met": sum(row.met for row in rows)}
