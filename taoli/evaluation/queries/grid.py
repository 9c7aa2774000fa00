"""The assessors' grid: mentors × items that wait for the reader's word."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.judging import bodies, judged, own_items
from taoli.evaluation.queries.stored import left_to_assessor
from taoli.schemes.phrases.words import role_word
from taoli.schemes.queries import rules

GOOD, NOT_GOOD = "good", "not"


@dataclass(frozen=True, slots=True)
class Column:
    """An item of the grid: its label, most points, whose word it is, whether points are typed."""

    key: str
    label: str
    most: str
    who: str
    typed: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """One item of one mentor: what is proposed, and what stands in the field `name`; None: it waits for nothing."""

    name: str
    column: Column
    proposed: str
    value: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One mentor with the cells in the order of the columns."""

    sheet: AppraisalSheet
    cells: tuple[GridCell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """What the reader may judge: columns, rows by staff number, and whether the own sheet waits for somebody else."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    own_waits: bool


def grid_of(actor: Actor, run: AppraisalRun, said: Mapping[str, str] | None = None) -> Grid:
    """Return the grid of everybody with an item that waits for the reader's word; `said`: what was typed already."""
    scheme = rules(run.scheme)
    mine, typed, asked = own_items(actor, scheme), left_to_assessor(scheme), bodies(scheme)
    items = scheme.appraisal.items if scheme.appraisal else ()
    columns = tuple(
        Column(one.key, one.label, shown(one.points), role_word(scheme, asked[one.key].value), one.key in typed)
        for one in items
        if one.key in mine
    )
    rows = [_row(sheet, columns, said) for sheet in judged(actor, run)]
    own = AppraisalSheet.objects.of(run.school_id).filter(run=run, mentor_id=actor.person_id)
    return Grid(
        columns=columns,
        rows=tuple(row for row in rows if any(row.cells)),
        own_waits=any(_waits(one, mine) for one in own),
    )


def field_name(sheet: uuid.UUID, item: str) -> str:
    """Return the field of one cell."""
    return f"{sheet}.{item}"


def _row(sheet: AppraisalSheet, columns: Iterable[Column], said: Mapping[str, str] | None) -> GridRow:
    items = {one["key"]: one for one in sheet.items}
    return GridRow(sheet, tuple(_cell(sheet, one, items.get(one.key), said) for one in columns))


def _cell(
    sheet: AppraisalSheet, column: Column, item: dict[str, Any] | None, said: Mapping[str, str] | None
) -> GridCell | None:
    if item is None or item["state"] != "waiting":
        return None
    name = field_name(sheet.pk, column.key)
    begun = "" if column.typed else GOOD
    value = begun if said is None else said.get(name, "")
    return GridCell(name, column, shown(item["proposed"]), value)


def _waits(sheet: AppraisalSheet, items: Iterable[str]) -> bool:
    keys = frozenset(items)
    return any(one["key"] in keys and one["state"] == "waiting" for one in sheet.items)
