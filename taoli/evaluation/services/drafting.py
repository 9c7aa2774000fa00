"""Drafting, judging and publishing an appraisal."""

import hashlib
import json
import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scoring import ItemScore, MentorSheet, score
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.queries.scoring import scoring_facts
from taoli.matching.models import Pairing
from taoli.roster.queries.calendar import current_term
from taoli.schemes.queries import published, rules


def draft_appraisal(*, by: Actor) -> AppraisalRun:
    """Draft (or reckon anew) the appraisal of the current term; ticks already given stay.

    Reckoned outside the transaction, stored at once. TaoliError without a term, a published scheme or an appraisal in
    it, and after publication.
    """
    run = _open_run(by)
    sheets = score(rules(run.scheme), scoring_facts(run))
    classes = _classes(run)
    rows = [_row(run, sheet, classes.get(sheet.mentor_id, [])) for sheet in sheets]
    with change(by=by, action="appraisal.draft", object_id=run.pk, sheets=len(rows)):
        _still_draft(run)
        AppraisalSheet.objects.of(run.school_id).filter(run=run).delete()
        AppraisalSheet.objects.bulk_create(rows, batch_size=500)
        AppraisalRun.objects.of(run.school_id).filter(pk=run.pk).update(drafted_at=clock.now(), edit=F("edit") + 1)
    run.refresh_from_db()
    return run


def _open_run(by: Actor) -> AppraisalRun:
    term = current_term(by.school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    known = AppraisalRun.objects.of(by.school_id).filter(term=term).select_related("term", "scheme").first()
    if known:
        _still_draft(known)
        return known
    version = published(by.school_id, min(clock.today(), term.ends))
    if version is None:
        raise TaoliError(_("No scheme has been published yet. The appraisal follows the published scheme."))
    if rules(version).appraisal is None:
        raise TaoliError(_("The published scheme has no appraisal."))
    with change(by=by, action="appraisal.open", term=term.pk) as note:
        run = AppraisalRun.objects.create(school_id=by.school_id, term=term, scheme=version, created_at=clock.now())
        note.object_id = run.pk
    return run


def _still_draft(run: AppraisalRun) -> None:
    if AppraisalRun.objects.of(run.school_id).filter(pk=run.pk, state=AppraisalRun.State.PUBLISHED).exists():
        raise TaoliError(_("This appraisal has been published and is frozen."))


def _classes(run: AppraisalRun) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = Pairing.objects.of(run.school_id).filter(starts__lte=run.term.ends).exclude(ends__lt=run.term.starts)
    names = rows.order_by("school_class__grade__order", "school_class__number").values_list(
        "mentor_id", "school_class__name"
    )
    for mentor, name in names:
        mine = found.setdefault(str(mentor), [])
        if name not in mine:
            mine.append(name)
    return found


def _row(run: AppraisalRun, sheet: MentorSheet, classes: list[str]) -> AppraisalSheet:
    register = next((item for item in sheet.items if item.key == "register"), None)
    return AppraisalSheet(
        school_id=run.school_id,
        run=run,
        mentor_id=uuid.UUID(sheet.mentor_id),
        mentees=len(register.evidence) if register else 0,
        classes="、".join(classes)[:120],
        items=[item_data(item) for item in sheet.items],
        total=sheet.total,
        full=sheet.full,
        rescaled=sheet.rescaled,
    )


def item_data(item: ItemScore) -> dict[str, Any]:
    """Return one line of a sheet as it is stored: codes and values, no sentences."""
    return {
        "key": item.key,
        "label": item.label,
        "points": item.points,
        "max": item.max_points,
        "state": item.state,
        "proposed": item.proposed,
        "arithmetic": [{"code": one.code, "params": dict(one.params)} for one in item.arithmetic],
        "evidence": list(item.evidence),
        "not_counted": [list(pair) for pair in item.not_counted],
    }


def tick(*, by: Actor, run: AppraisalRun, mentor_ids: Iterable[uuid.UUID], item: str, good: bool) -> int:
    """Sign an item for mentors: good takes what the computer proposes, not good gives none; return how many."""
    mentors = list(mentor_ids)
    with change(by=by, action="appraisal.tick", object_id=run.pk, item=item, good=good, mentors=len(mentors)):
        _still_draft(run)
        rows = [
            AssessorTick(
                school_id=run.school_id,
                run=run,
                mentor_id=mentor,
                item=item,
                good=good,
                by=by.person_id,
                at=clock.now(),
            )
            for mentor in mentors
        ]
        AssessorTick.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=("school", "run", "mentor", "item"),
            update_fields=("good", "by", "at"),
        )
    draft_appraisal(by=by)
    return len(rows)


def publish(*, by: Actor, run: AppraisalRun) -> AppraisalRun:
    """Freeze the appraisal with a checksum; TaoliError while items wait for a tick."""
    sheets = list(AppraisalSheet.objects.of(run.school_id).filter(run=run).order_by("mentor_id"))
    waiting = sum(any(item["state"] == "waiting" for item in sheet.items) for sheet in sheets)
    if not sheets:
        raise TaoliError(_("There is nothing to publish yet. Draft the appraisal first."))
    if waiting:
        raise TaoliError(
            ngettext(
                "%(count)s mentor still waits for an assessor's tick.",
                "%(count)s mentors still wait for an assessor's tick.",
                waiting,
            )
            % {"count": waiting}
        )
    with change(by=by, action="appraisal.publish", object_id=run.pk, sheets=len(sheets)) as note:
        _still_draft(run)
        run.state = AppraisalRun.State.PUBLISHED
        run.published_at = clock.now()
        run.checksum = note.data["checksum"] = checksum(sheets)
        run.save(update_fields=["state", "published_at", "checksum"])
    return run


def checksum(sheets: Iterable[AppraisalSheet]) -> str:
    """Return SHA-256 over the sheets in the order of mentors: any later change of a point shows."""
    rows = [[str(sheet.mentor_id), sheet.items, sheet.total, sheet.full, sheet.rescaled] for sheet in sheets]
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
