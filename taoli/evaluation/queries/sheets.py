"""Appraisals and their sheets, as pages show them."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from taoli.common.policy import Actor
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.permissions import SHEET
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.judging import bodies
from taoli.evaluation.queries.stored import left_to_assessor
from taoli.roster.models import Term
from taoli.schemes.phrases.words import role_word
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet in the list: what it waits for, what is left out."""

    sheet: AppraisalSheet
    total: str
    waiting: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item and how many mentors wait for a tick on it."""

    key: str
    label: str
    count: int
    typed: bool = False
    who: str = ""


def current_run(school_id: int, term: Term | None) -> AppraisalRun | None:
    """Return the term's appraisal, or None."""
    rows = AppraisalRun.objects.of(school_id).select_related("term", "scheme")
    return rows.filter(term=term).first() if term else None


def get_run(actor: Actor, pk: uuid.UUID) -> AppraisalRun:
    """Return an appraisal of the actor's school; 404 otherwise."""
    found = AppraisalRun.objects.of(actor.school_id).select_related("term", "scheme").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def sheets(actor: Actor, run: AppraisalRun) -> "QuerySet[AppraisalSheet]":
    """Return the sheets the actor reaches, by staff number: never by score."""
    rows: QuerySet[AppraisalSheet] = SHEET.within(AppraisalSheet.objects.filter(run=run), actor, "view")
    return rows.select_related("mentor", "run", "run__term").order_by("mentor__number", "id")


def get_sheet(actor: Actor, pk: uuid.UUID) -> AppraisalSheet:
    """Return one reachable sheet; a mentor reaches the own one; 404 otherwise."""
    rows = SHEET.within(AppraisalSheet.objects.all(), actor, "view")
    found: AppraisalSheet | None = _whole(rows).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_sheet(actor: Actor, run: AppraisalRun | None) -> AppraisalSheet | None:
    """Return the actor's own sheet of an appraisal, or None."""
    if run is None:
        return None
    found: AppraisalSheet | None = _whole(SHEET.within(AppraisalSheet.objects.filter(run=run), actor, "own")).first()
    return found


def get_own_sheet(actor: Actor, pk: uuid.UUID) -> AppraisalSheet:
    """Return the actor's own sheet, shown or published; 404 otherwise."""
    found: AppraisalSheet | None = _whole(SHEET.within(AppraisalSheet.objects.filter(pk=pk), actor, "own")).first()
    if found is None:
        raise Http404
    return found


def judged_sheet(actor: Actor, pk: uuid.UUID) -> AppraisalSheet:
    """Return a sheet on which the actor's roles give a word; 404 otherwise."""
    found: AppraisalSheet | None = _whole(SHEET.within(AppraisalSheet.objects.filter(pk=pk), actor, "judge")).first()
    if found is None:
        raise Http404
    return found


def _whole(rows: "QuerySet[AppraisalSheet]") -> "QuerySet[AppraisalSheet]":
    return rows.select_related("mentor", "run", "run__term", "run__scheme")


def counted_until(run: AppraisalRun) -> dt.date | None:
    """Return the day up to which a draft counts; None when it was drafted after the term's last day."""
    day = timezone.localtime(run.drafted_at).date() if run.drafted_at else None
    return day if day and day < run.term.ends else None


def sheet_rows(found: Iterable[AppraisalSheet]) -> list[SheetRow]:
    """Return the lines of the list, in the order given."""
    return [
        SheetRow(sheet, shown(sheet.total), _labels(sheet, "waiting"), _labels(sheet, "left_out")) for sheet in found
    ]


def waiting(found: Iterable[AppraisalSheet], run: AppraisalRun | None) -> list[Waiting]:
    """Return the items on which somebody waits for a tick (or, `typed`, for points), in the order of the sheet, and
    for whose word.
    """
    if run is None:
        return []
    scheme = rules(run.scheme)
    asked, typed = bodies(scheme), left_to_assessor(scheme)
    counts: dict[tuple[str, str], int] = {}
    for sheet in found:
        for item in sheet.items:
            if item["state"] == "waiting":
                counts[item["key"], item["label"]] = counts.get((item["key"], item["label"]), 0) + 1
    return [
        Waiting(key, label, count, key in typed, role_word(scheme, asked[key].value))
        for (key, label), count in counts.items()
    ]


def _labels(sheet: AppraisalSheet, state: str) -> tuple[str, ...]:
    return tuple(item["label"] for item in sheet.items if item["state"] == state)
