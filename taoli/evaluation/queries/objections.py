"""Objections as pages show them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, IntegerField, Value, When
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, Objection
from taoli.evaluation.permissions import OBJECTION
from taoli.evaluation.phrases import WHOLE_SHEET, heard_sentence, shown
from taoli.evaluation.queries.evidence import Proof, own_uncounted
from taoli.roster.models import Term

if TYPE_CHECKING:
    from django.db.models import QuerySet

State = Objection.State


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection in a list: about what, and, once accepted, from how many points to how many."""

    objection: Objection
    label: str
    heard: str
    own: bool


def objections(actor: Actor, term: Term | None) -> list[ObjectionRow]:
    """Return the term's objections within reach, those that wait first, then by staff number."""
    if term is None:
        return []
    order = Case(When(state=State.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = _rows(actor, "view").filter(sheet__run__term=term).annotate(waits=order)
    return [_row(actor, one) for one in rows.order_by("waits", "sheet__mentor__number", "raised_at", "id")]


def get_objection(actor: Actor, pk: uuid.UUID, action: str = "view") -> Objection:
    """Return an objection within reach; 404 otherwise."""
    found = _rows(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def open_count(run: AppraisalRun | None) -> int:
    """Return how many objections of an appraisal wait for an answer."""
    if run is None:
        return 0
    return Objection.objects.of(run.school_id).filter(sheet__run=run, state=State.OPEN).count()


def of_sheet(sheet: AppraisalSheet) -> list[Objection]:
    """Return the objections to a sheet that were not taken back, in the order they were raised."""
    rows = Objection.objects.of(sheet.school_id).filter(sheet=sheet).exclude(state=State.WITHDRAWN)
    return list(rows.select_related("answered_by").order_by("raised_at", "id"))


def may_object(actor: Actor, sheet: AppraisalSheet) -> bool:
    """Say whether the actor may object to a sheet today: the own one, within the days for it."""
    run = sheet.run
    if sheet.mentor_id != actor.person_id or run.state != AppraisalRun.State.SHOWN:
        return False
    return bool(run.objects_from and run.objects_until and run.objects_from <= clock.today() <= run.objects_until)


def named_records(objection: Objection) -> list[Proof]:
    """Return the records that an objection names, with why they were not counted."""
    known = own_uncounted(objection.sheet, objection.item)
    return [known[one] for one in objection.records if one in known]


def label_of(sheet: AppraisalSheet, item: str) -> str:
    """Return what an item of a sheet is called, or the sheet as a whole."""
    return next((str(one["label"]) for one in sheet.items if one["key"] == item), str(WHOLE_SHEET))


def item_choices(sheet: AppraisalSheet) -> list[tuple[str, str]]:
    """Return (key, label with points) of the items of a sheet."""
    return [(one["key"], f"{one['label']} · {_points(one)} / {shown(one['max'])}") for one in sheet.items]


def item_of(sheet: AppraisalSheet, key: str) -> dict[str, Any] | None:
    """Return the stored item of a sheet, or None."""
    return next((dict(one) for one in sheet.items if one["key"] == key), None)


def by_item(rows: Iterable[Objection]) -> dict[str, list[Objection]]:
    """Return the objections under the item they changed or are about; those to the whole sheet under an empty key."""
    found: dict[str, list[Objection]] = {}
    for one in rows:
        found.setdefault(one.item, []).append(one)
        if one.changed and one.changed != one.item:
            found.setdefault(one.changed, []).append(one)
    return found


def _points(item: dict[str, Any]) -> str:
    return shown(item["points"]) or "–"


def _rows(actor: Actor, action: str) -> "QuerySet[Objection]":
    rows: QuerySet[Objection] = OBJECTION.within(Objection.objects.all(), actor, action)
    return rows.select_related(
        "sheet", "sheet__mentor", "sheet__run", "sheet__run__term", "sheet__run__scheme", "answered_by"
    )


def _row(actor: Actor, one: Objection) -> ObjectionRow:
    heard = heard_sentence(one.before, one.after) if one.state == State.ACCEPTED else ""
    return ObjectionRow(one, label_of(one.sheet, one.item), heard, one.sheet.mentor_id == actor.person_id)
