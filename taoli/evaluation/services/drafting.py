"""Drafting an appraisal: reckoned outside a transaction, stored at once."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scoring import MentorSheet, score
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.queries.scoring import scoring_facts
from taoli.evaluation.queries.sheets import current_run
from taoli.evaluation.queries.stored import asks_tick, item_data
from taoli.matching.queries.pairings import live_pairings
from taoli.roster.models import Term
from taoli.roster.queries.calendar import current_term
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import of_term, rules


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The sheets of a term as they would be stored; `edit` is the state of the draft they were reckoned from."""

    term: Term
    scheme: SchemeVersion
    sheets: tuple[MentorSheet, ...]
    mentees: Mapping[str, int]
    classes: Mapping[str, str]
    units: Mapping[str, int]
    edit: int


def draft_appraisal(*, by: Actor) -> AppraisalRun:
    """Draft (or reckon anew) the appraisal of the current term; ticks already given stay.

    TaoliError without a term, a published scheme or an appraisal in it, and after publication.
    """
    return store(by=by, reckoned=reckon(by.school_id))


def reckon(school_id: int) -> Reckoned:
    """Return the sheets of the current term's mentors; writes no appraisal."""
    term = current_term(school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    run = current_run(school_id, term)
    if run:
        still(run, AppraisalRun.State.DRAFT)
    version = run.scheme if run else of_term(school_id, term.starts, min(clock.today(), term.ends))
    if version is None:
        raise TaoliError(_("No scheme has been published yet. The appraisal follows the published scheme."))
    appraisal = rules(version).appraisal
    if appraisal is None or not appraisal.items:
        raise TaoliError(_("The published scheme has no appraisal."))
    sheets = score(rules(version), scoring_facts(school_id, term, run))
    if not sheets:
        raise TaoliError(_("Nobody has mentees in this term yet, so there is nothing to appraise."))
    mentees, classes, units = _whom(school_id, term)
    return Reckoned(term, version, sheets, mentees, classes, units, run.edit if run else 0)


def store(*, by: Actor, reckoned: Reckoned) -> AppraisalRun:
    """Put reckoned sheets in the place of the draft's; ConflictError when the draft has changed meanwhile."""
    with change(by=by, action="appraisal.draft", sheets=len(reckoned.sheets)) as note:
        run = _run(by, reckoned)
        note.object_id = run.pk
        _put(run, _rows(run, reckoned))
        run.drafted_at, run.edit = clock.now(), run.edit + 1
        run.save(update_fields=["drafted_at", "edit"])
    return run


def _put(run: AppraisalRun, rows: list[AppraisalSheet]) -> None:
    """Write the sheets over those of the draft, which keep their addresses; drop those of nobody any more."""
    mentors = [row.mentor_id for row in rows]
    gone = AppraisalSheet.objects.of(run.school_id).filter(run=run).exclude(mentor_id__in=mentors)
    gone._raw_delete(connection.alias)  # noqa: SLF001 no cascade: nothing points to a draft's sheet
    AppraisalSheet.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=("school", "run", "mentor"),
        update_fields=("mentees", "classes", "units", "items", "total", "full", "rescaled"),
    )


def frozen() -> TaoliError:
    """Return the refusal of any change after publication."""
    return TaoliError(_("This appraisal has been published and is frozen."))


def shown() -> TaoliError:
    """Return the refusal of a change of points while the mentors read their sheets."""
    return TaoliError(_("The mentors can read their sheets now: points change only by the answer to an objection."))


def not_shown() -> TaoliError:
    """Return the refusal of what comes after the sheets have been shown."""
    return TaoliError(_("The mentors have not been shown their sheets yet."))


def still(run: AppraisalRun, *states: str) -> None:
    """TaoliError unless the appraisal is in one of the states (a draft, when none is named)."""
    if run.state == AppraisalRun.State.PUBLISHED:
        raise frozen()
    if run.state not in (states or (AppraisalRun.State.DRAFT,)):
        raise shown() if run.state == AppraisalRun.State.SHOWN else not_shown()


def locked(by: Actor, pk: uuid.UUID, *states: str) -> AppraisalRun:
    """Return an appraisal in one of the states (a draft), locked until the transaction ends; TaoliError otherwise."""
    run = AppraisalRun.objects.of(by.school_id).select_for_update().get(pk=pk)
    still(run, *states)
    return run


def _run(by: Actor, reckoned: Reckoned) -> AppraisalRun:
    known = AppraisalRun.objects.of(by.school_id).filter(term=reckoned.term).first()
    if known is None:
        return AppraisalRun.objects.create(
            school_id=by.school_id, term=reckoned.term, scheme=reckoned.scheme, created_at=clock.now()
        )
    run = locked(by, known.pk)
    if run.edit != reckoned.edit:
        raise ConflictError(_("Somebody worked on the appraisal meanwhile. Please draft it again."))
    return run


def _whom(school_id: int, term: Term) -> tuple[Mapping[str, int], Mapping[str, str], Mapping[str, int]]:
    """How many mentees each mentor has, of which classes, in how many groups (without groups: classes): today, or on
    the last day of a term that is over.
    """
    rows = live_pairings(school_id, min(max(clock.today(), term.starts), term.ends))
    names: dict[str, list[str]] = {}
    for row in rows:
        mine = names.setdefault(str(row.mentor_id), [])
        if row.school_class.name not in mine:
            mine.append(row.school_class.name)
    places = {(str(row.mentor_id), row.group_id or row.school_class_id) for row in rows}
    units = Counter(mentor for mentor, _place in places)
    listed = {mentor: "、".join(mine) for mentor, mine in names.items()}
    return Counter(str(row.mentor_id) for row in rows), listed, units


def _rows(run: AppraisalRun, reckoned: Reckoned) -> list[AppraisalSheet]:
    asking = asks_tick(rules(reckoned.scheme))
    return [
        AppraisalSheet(
            school_id=run.school_id,
            run=run,
            mentor_id=uuid.UUID(sheet.mentor_id),
            mentees=reckoned.mentees.get(sheet.mentor_id, 0),
            classes=reckoned.classes.get(sheet.mentor_id, "")[:120],
            units=reckoned.units.get(sheet.mentor_id, 0),
            items=[item_data(item, asks=item.key in asking) for item in sheet.items],
            total=sheet.total,
            full=sheet.full,
            rescaled=sheet.rescaled,
        )
        for sheet in reckoned.sheets
    ]
