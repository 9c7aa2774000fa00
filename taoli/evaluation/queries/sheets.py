"""Appraisals and their sheets, as pages show them."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.permissions import SHEET
from taoli.evaluation.phrases import arithmetic, reason
from taoli.matching.models import Pairing
from taoli.roster.models import Term


@dataclass(frozen=True, slots=True)
class Proof:
    """One row behind a point, or one that was not counted and why."""

    on: dt.date | None
    kind: str
    students: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a sheet, ready to show."""

    key: str
    label: str
    points: float | None
    most: float
    state: str
    proposed: float | None
    sentences: list[str]
    evidence: list[Proof] = field(default_factory=list)
    not_counted: list[Proof] = field(default_factory=list)


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
    """Return one reachable sheet; a mentor sees the own one; 404 otherwise."""
    rows = SHEET.within(AppraisalSheet.objects.all(), actor, "view")
    found: AppraisalSheet | None = (
        rows.select_related("mentor", "run", "run__term", "run__scheme").filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def own_sheet(actor: Actor, run: AppraisalRun | None) -> AppraisalSheet | None:
    """Return the actor's own sheet of an appraisal, or None."""
    if run is None:
        return None
    rows = SHEET.within(AppraisalSheet.objects.filter(run=run), actor, "own")
    found: AppraisalSheet | None = rows.select_related("mentor", "run", "run__term", "run__scheme").first()
    return found


def waiting(rows: Iterable[AppraisalSheet]) -> dict[str, list[AppraisalSheet]]:
    """Return item label → sheets on which it waits for a tick."""
    found: dict[str, list[AppraisalSheet]] = {}
    for sheet in rows:
        for item in sheet.items:
            if item["state"] == "waiting":
                found.setdefault(item["key"], []).append(sheet)
    return found


def labels(rows: Iterable[AppraisalSheet]) -> dict[str, str]:
    """Return item key → label, in the order of the sheet."""
    return {item["key"]: item["label"] for sheet in rows for item in sheet.items}


def lines(sheet: AppraisalSheet) -> list[Line]:
    """Return the items of a sheet with arithmetic in words, evidence, and what was not counted; two queries."""
    proofs = _proofs(sheet)
    return [_line(item, proofs) for item in sheet.items]


def _line(item: dict[str, Any], proofs: dict[str, Proof]) -> Line:
    missed = [(proofs.get(one), code) for one, code in item["not_counted"]]
    return Line(
        key=item["key"],
        label=item["label"],
        points=item["points"],
        most=item["max"],
        state=item["state"],
        proposed=item["proposed"],
        sentences=[arithmetic(one["code"], one["params"]) for one in item["arithmetic"]],
        evidence=[proofs[one] for one in item["evidence"] if one in proofs],
        not_counted=[Proof(one.on, one.kind, one.students, reason(code)) for one, code in missed if one],
    )


def _proofs(sheet: AppraisalSheet) -> dict[str, Proof]:
    ids = {one for item in sheet.items for one in item["evidence"]}
    ids |= {one for item in sheet.items for one, _code in item["not_counted"]}
    keys = [uuid.UUID(one) for one in ids]
    acts: dict[str, list[Act]] = {}
    rows = Act.objects.of(sheet.school_id).filter(occasion__in=keys).select_related("student").order_by("student__seat")
    for act in rows:
        acts.setdefault(str(act.occasion), []).append(act)
    found = {key: _act_proof(same) for key, same in acts.items()}
    pairs = Pairing.objects.of(sheet.school_id).filter(pk__in=keys).select_related("student")
    return found | {str(pair.pk): Proof(pair.starts, "pairing", pair.student.name) for pair in pairs}


def _act_proof(same: list[Act]) -> Proof:
    names = "、".join(act.student.name for act in same if act.student)
    return Proof(same[0].held_on, same[0].kind, names)
