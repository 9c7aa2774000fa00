"""Honours as papers print them: who has which, by id and in the order of strokes; nothing before publishing."""

import uuid
from dataclasses import dataclass

from taoli.engine.scheme import Honour
from taoli.engine.scoring import honoured, stroke_key
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourGrant
from taoli.schemes.queries import rules


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
