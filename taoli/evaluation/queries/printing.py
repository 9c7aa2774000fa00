"""Honours as papers print them: who has which, by id and in the order of strokes; nothing before publishing."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.scheme import Honour
from taoli.engine.scoring import honoured, stroke_key
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourGrant, HonourNotice
from taoli.evaluation.permissions import NOTICE
from taoli.evaluation.queries.notices import standing
from taoli.schemes.queries import rules

State = HonourNotice.State


@dataclass(frozen=True, slots=True)
class Honoured:
    """A mentor with an honour; `level` is the label of a star, or empty."""

    mentor_id: uuid.UUID
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class HonourList:
    """An honour of the scheme and who has it: names by strokes, no points."""

    key: str
    label: str
    people: tuple[Honoured, ...]


def notices_up(actor: Actor, run: AppraisalRun | None) -> list[HonourNotice]:
    """Return the notices of an appraisal that the actor may read and nobody took down, by honour; one query."""
    rows = HonourNotice.objects.filter(run=run).exclude(state=State.WITHDRAWN)
    found = NOTICE.within(rows, actor, "view") if run else rows.none()
    return list((found if NOTICE.may(actor, "edit") else found.exclude(state=State.DRAFT)).order_by("honour", "id"))


def as_list(notice: HonourNotice, names: Iterable[Mapping[str, str]]) -> HonourList:
    """Return names of a notice as a list."""
    people = tuple(Honoured(uuid.UUID(one["mentor"]), one["name"], one["level"]) for one in names)
    return HonourList(notice.honour, notice.label, people)


def decided_lists(run: AppraisalRun | None) -> list[HonourList]:
    """Return the honours that stand: what was put up counts by its result and not before, anything else as the
    appraisal says. Three queries.
    """
    rows = HonourNotice.objects.of(run.school_id).filter(run=run).exclude(state=State.WITHDRAWN) if run else ()
    up = {row.honour: row for row in rows}
    return [
        as_list(notice, standing(notice) if notice.state == State.RESULT else ()) if notice else one
        for one in honour_lists(run)
        for notice in [up.get(one.key)]
    ]


def honour_lists(run: AppraisalRun | None) -> list[HonourList]:
    """Return the honours of a published appraisal with their people; nothing of a draft. Two queries."""
    appraisal = rules(run.scheme).appraisal if run and run.checksum else None
    if run is None or appraisal is None:
        return []
    rows = AppraisalSheet.objects.of(run.school_id).filter(run=run).values_list("mentor_id", "mentor__name", "total")
    names = {mentor: name for mentor, name, _total in rows}
    totals = {str(mentor): total for mentor, _name, total in rows if total is not None}
    given = list(HonourGrant.objects.of(run.school_id).filter(run=run).select_related("mentor"))
    return [_list(honour, totals, names, given) for honour in appraisal.honours]


def _list(
    honour: Honour, totals: dict[str, float], names: dict[uuid.UUID, str], given: list[HonourGrant]
) -> HonourList:
    levels = {level.level: level.label for level in honour.levels}
    first = [uuid.UUID(one) for one in honoured(honour, totals).mentor_ids]
    found = [Honoured(one, names[one], "") for one in first]
    found += [
        Honoured(one.mentor_id, one.mentor.name, levels.get(one.level or 0, ""))
        for one in given
        if one.honour == honour.key
    ]
    return HonourList(honour.key, honour.label, tuple(sorted(found, key=lambda one: stroke_key(one.name))))
