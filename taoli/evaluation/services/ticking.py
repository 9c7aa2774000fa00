"""An assessor's word on items that say 有主题、效果好: the computer proposes, a person signs; never the own sheet."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Scheme
from taoli.engine.scoring import sheet_of
from taoli.engine.scoring.values import rounded
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.judging import bodies, judged, own_items
from taoli.evaluation.queries.stored import item_data, item_score, left_to_assessor
from taoli.evaluation.services.drafting import locked
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class Word:
    """What an assessor says on an item of a mentor's sheet: `points` typed, else `good` takes what is proposed and not
    good gives none.
    """

    mentor_id: uuid.UUID
    item: str
    good: bool
    points: float | None = None


def tick(*, by: Actor, run_id: uuid.UUID, mentor_ids: Iterable[uuid.UUID], item: str, good: bool) -> int:
    """Sign an item for mentors: good takes what the computer proposes, not good gives none; return how many.

    The sheets are added up again. TaoliError: no draft, an item that waits for nobody or for somebody else, one whose
    points an assessor types, the own sheet.
    """
    with change(by=by, action="appraisal.tick", object_id=run_id, item=item, good=good) as note:
        words = [Word(mentor, item, good) for mentor in mentor_ids]
        note.data["mentors"] = _say(by, run_id, words, [item])
    return int(note.data["mentors"])


def give(*, by: Actor, run_id: uuid.UUID, mentor_id: uuid.UUID, item: str, points: float) -> None:
    """Type an assessor's points for one mentor on an item that is left to an assessor.

    TaoliError: no draft, another kind of item, points below 0 or above the item's, the own sheet.
    """
    with change(by=by, action="appraisal.give", object_id=run_id, item=item) as note:
        note.data["mentors"] = _say(by, run_id, [Word(mentor_id, item, points > 0, points)], [item])


def tick_all(*, by: Actor, run_id: uuid.UUID, item: str) -> int:
    """Sign an item as proposed on every sheet of the own reach where it still waits; return how many."""
    run = AppraisalRun.objects.of(by.school_id).get(pk=run_id)
    waiting = [sheet.mentor_id for sheet in judged(by, run) if _asked(sheet, item, state="waiting")]
    own = AppraisalSheet.objects.of(by.school_id).filter(run=run, mentor_id=by.person_id)
    if not waiting and any(_asked(sheet, item, state="waiting") for sheet in own):
        raise own_sheet()
    return tick(by=by, run_id=run_id, mentor_ids=waiting, item=item, good=True)


def sign(*, by: Actor, run_id: uuid.UUID | None, words: Sequence[Word]) -> int:
    """Sign many words at once, all or none; return how many. TaoliError as for one."""
    if not words or run_id is None:
        raise TaoliError(_("There is nothing to sign yet. Please choose or type something first."))
    items = sorted({word.item for word in words})
    with change(by=by, action="appraisal.sign", object_id=run_id, items=items, words=len(words)):
        return _say(by, run_id, words, items)


def _say(by: Actor, run_id: uuid.UUID, words: Sequence[Word], items: Iterable[str]) -> int:
    run = locked(by, run_id)
    scheme = rules(AppraisalRun.objects.of(by.school_id).select_related("scheme").get(pk=run_id).scheme)
    for item in items:
        _may(by, scheme, item)
    mentors = {word.mentor_id for word in words}
    if by.person_id in mentors:
        raise own_sheet()
    sheets = {sheet.mentor_id: sheet for sheet in judged(by, run, mentors)}
    spoken = [word for word in words if word.mentor_id in sheets and _asked(sheets[word.mentor_id], word.item)]
    if not spoken:
        raise TaoliError(_("This item waits for no tick."))
    typed = left_to_assessor(scheme)
    for word in spoken:
        _judge(sheets[word.mentor_id], word, typed)
    rows = AppraisalSheet.objects.of(by.school_id)
    rows.bulk_update(sheets.values(), ["items", "total", "rescaled"], batch_size=200)
    _keep(by, run, spoken)
    run.edit += 1
    run.save(update_fields=["edit"])
    return len(spoken)


def own_sheet() -> TaoliError:
    """Return the refusal to judge the own sheet."""
    return TaoliError(_("Nobody gives points to the own sheet. Please ask another assessor."))


def _may(by: Actor, scheme: Scheme, item: str) -> None:
    if item not in bodies(scheme):
        raise TaoliError(_("This item waits for no tick."))
    if item not in own_items(by, scheme):
        raise TaoliError(_("The scheme asks somebody else for the word on this item."))


def _asked(sheet: AppraisalSheet, item: str, state: str = "") -> bool:
    return any(
        one["key"] == item and one["asks"] and (one["state"] == state if state else one["state"] != "left_out")
        for one in sheet.items
    )


def _judge(sheet: AppraisalSheet, word: Word, typed: Collection[str]) -> None:
    item = next(one for one in sheet.items if one["key"] == word.item)
    if word.points is None:
        if word.item in typed and word.good:
            raise TaoliError(_("The computer proposes nothing here. Please type the points."))
        rescore(sheet, word.item, item["proposed"] if word.good else 0.0)
        return
    if word.item not in typed:
        raise TaoliError(_("This item waits for no points."))
    check_points(word.points, item["max"])
    rescore(sheet, word.item, rounded(word.points))


def check_points(points: float, most: float) -> None:
    """TaoliError unless points are from 0 to the item's most."""
    if not 0 <= points <= most:
        raise TaoliError(_("Please type points from 0 to %(most)s.") % {"most": shown(most)})


def rescore(sheet: AppraisalSheet, item: str, points: float) -> None:
    """Give an item of a sheet points and add the sheet up again; not yet stored."""
    asks = {one["key"]: one["asks"] for one in sheet.items}
    judged_items = tuple(
        replace(one, points=points, state="scored") if one.key == item else one
        for one in (item_score(data) for data in sheet.items)
    )
    found = sheet_of(str(sheet.mentor_id), judged_items, sheet.full)
    sheet.items = [item_data(one, asks=asks[one.key]) for one in judged_items]
    sheet.total, sheet.rescaled = found.total, found.rescaled


def _keep(by: Actor, run: AppraisalRun, words: Iterable[Word]) -> None:
    rows = [
        AssessorTick(
            school_id=run.school_id,
            run=run,
            mentor_id=word.mentor_id,
            item=word.item,
            good=word.good,
            points=word.points,
            by=by.person_id,
            at=clock.now(),
        )
        for word in words
    ]
    AssessorTick.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("school", "run", "mentor", "item"),
        update_fields=("good", "points", "by", "at"),
    )
