"""An assessor's word on items that say 有主题、效果好: the computer proposes, a person signs."""

import uuid
from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scoring import sheet_of
from taoli.engine.scoring.values import rounded
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.stored import item_data, item_score, left_to_assessor
from taoli.evaluation.services.drafting import locked
from taoli.schemes.queries import rules


def tick(*, by: Actor, run_id: uuid.UUID, mentor_ids: Iterable[uuid.UUID], item: str, good: bool) -> int:
    """Sign an item for mentors: good takes what the computer proposes, not good gives none; return how many.

    The sheets are added up again. TaoliError: published already, an item that waits for nobody, or one whose points an
    assessor types.
    """
    typed = _is_typed(by, run_id, item)
    if typed and good:
        raise TaoliError(_("The computer proposes nothing here. Please type the points."))
    with change(by=by, action="appraisal.tick", object_id=run_id, item=item, good=good) as note:
        run = locked(by, run_id)
        rows = AppraisalSheet.objects.of(by.school_id).filter(run=run, mentor_id__in=list(mentor_ids))
        sheets = [sheet for sheet in rows if _asked(sheet, item)]
        if not sheets:
            raise TaoliError(_("This item waits for no tick."))
        for sheet in sheets:
            _judge(sheet, item, None if good else 0.0)
        AppraisalSheet.objects.of(by.school_id).bulk_update(sheets, ["items", "total", "rescaled"], batch_size=200)
        _sign(by, sheets, item, good=good)
        run.edit += 1
        run.save(update_fields=["edit"])
        note.data["mentors"] = len(sheets)
    return len(sheets)


def give(*, by: Actor, run_id: uuid.UUID, mentor_id: uuid.UUID, item: str, points: float) -> None:
    """Type an assessor's points for one mentor on an item that is left to an assessor.

    TaoliError: published already, another kind of item, points below 0 or above the item's.
    """
    if not _is_typed(by, run_id, item):
        raise TaoliError(_("This item waits for no points."))
    with change(by=by, action="appraisal.give", object_id=run_id, item=item) as note:
        run = locked(by, run_id)
        sheet = AppraisalSheet.objects.of(by.school_id).get(run=run, mentor_id=mentor_id)
        most = next(one["max"] for one in sheet.items if one["key"] == item)
        if not 0 <= points <= most:
            raise TaoliError(_("Please type points from 0 to %(most)s.") % {"most": shown(most)})
        _judge(sheet, item, rounded(points))
        sheet.save(update_fields=["items", "total", "rescaled"])
        _sign(by, [sheet], item, good=points > 0, points=points)
        run.edit += 1
        run.save(update_fields=["edit"])
        note.data["mentors"] = 1


def tick_all(*, by: Actor, run_id: uuid.UUID, item: str) -> int:
    """Sign an item as proposed on every sheet where it still waits; return how many."""
    rows = AppraisalSheet.objects.of(by.school_id).filter(run_id=run_id)
    waiting = [sheet.mentor_id for sheet in rows if _asked(sheet, item, state="waiting")]
    return tick(by=by, run_id=run_id, mentor_ids=waiting, item=item, good=True)


def _asked(sheet: AppraisalSheet, item: str, state: str = "") -> bool:
    return any(
        one["key"] == item and one["asks"] and (one["state"] == state if state else one["state"] != "left_out")
        for one in sheet.items
    )


def _is_typed(by: Actor, run_id: uuid.UUID, item: str) -> bool:
    run = AppraisalRun.objects.of(by.school_id).select_related("scheme").get(pk=run_id)
    return item in left_to_assessor(rules(run.scheme))


def _judge(sheet: AppraisalSheet, item: str, points: float | None) -> None:
    """Give points, None: those proposed, and add up again."""
    asks = {one["key"]: one["asks"] for one in sheet.items}
    scores = [item_score(one) for one in sheet.items]
    judged = tuple(
        replace(one, points=one.proposed if points is None else points, state="scored") if one.key == item else one
        for one in scores
    )
    found = sheet_of(str(sheet.mentor_id), judged, sheet.full)
    sheet.items = [item_data(one, asks=asks[one.key]) for one in judged]
    sheet.total, sheet.rescaled = found.total, found.rescaled


def _sign(by: Actor, sheets: Iterable[AppraisalSheet], item: str, *, good: bool, points: float | None = None) -> None:
    rows = [
        AssessorTick(
            school_id=sheet.school_id,
            run_id=sheet.run_id,
            mentor_id=sheet.mentor_id,
            item=item,
            good=good,
            points=points,
            by=by.person_id,
            at=clock.now(),
        )
        for sheet in sheets
    ]
    AssessorTick.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("school", "run", "mentor", "item"),
        update_fields=("good", "points", "by", "at"),
    )
