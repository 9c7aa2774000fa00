"""One record's cells and sums, with as few and as small statements as can be.

For mentors whose cells are up to date but for the record: the cells are there, only what was done can have changed.
What does not fit that is made anew as a whole by the caller.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from taoli.duties.models import NO_GRADE, NO_PAIRING, DutyCell, MentorRollup
from taoli.duties.queries.facts import Ground
from taoli.duties.queries.prepared import Prepared, identity
from taoli.duties.queries.reckoning import Touched, reckon_touched, subject_of
from taoli.duties.queries.settings import Setting
from taoli.duties.queries.upserts import Amended
from taoli.engine.facts import Cell

KEY = ("duty", "subject_kind", "subject_id", "mentor_id", "pairing_id", "period")
FRAME = ("starts", "due", "needed")
AMEND = Amended(DutyCell, ("done", "exempt", "acts"), ("id",))
ADD = Amended(MentorRollup, (), ("term_id", "mentor_id", "grade_id", "duty", "period"), ("cells", "met"))

Sums = dict[tuple[uuid.UUID, uuid.UUID, str, str], list[int]]


def amend(setting: Setting, mentors: Collection[uuid.UUID], touched: Touched, ground: Ground) -> bool:
    """Bring the touched cells of mentors and the sums over them up to date; False when they are not as expected."""
    cells = reckon_touched(setting, mentors, touched, ground)
    if not cells:
        return True
    stored = _stored(
        school=setting.school_id,
        term=setting.term.pk,
        mentors=sorted(mentors),
        duties=sorted({cell.duty_key for cell in cells}),
        periods=sorted({cell.period_key for cell in cells}),
        subjects=sorted({subject_of(cell) for cell in cells}),
    )
    known = {row[:6]: row[6:] for row in stored}
    changed: list[tuple[Any, ...]] = []
    gained: Sums = defaultdict(lambda: [0, 0])
    for cell in cells:
        place = _place(cell)
        if place not in known or known[place][:3] != (cell.starts, cell.due, cell.needed):
            return False
        _starts, _due, needed, pk, grade, done, exempt, acts = known[place]
        if (done, exempt, tuple(acts)) != (cell.done, cell.reason, cell.act_ids):
            changed.append((cell.done, cell.reason, list(cell.act_ids), pk))
            sums = gained[place[3], grade or NO_GRADE, cell.duty_key, cell.period_key]
            sums[0] += (cell.reason == "") - (exempt == "")
            sums[1] += (cell.done >= needed) - (done >= needed)
    moved = [(*sums, setting.term.pk, *place) for place, sums in gained.items() if any(sums)]
    return AMEND(setting.school_id, changed) and ADD(setting.school_id, moved)


def _place(cell: Cell) -> tuple[Any, ...]:
    pairing = identity(cell.pairing_id) if cell.pairing_id else NO_PAIRING
    owner = identity(cell.mentor_id)
    return cell.duty_key, cell.subject_kind, subject_of(cell), owner, pairing, cell.period_key


@Prepared
def _stored(*, school: Any, term: Any, mentors: Any, duties: Any, periods: Any, subjects: Any) -> "QuerySet[Any, Any]":
    rows = DutyCell.objects.of(school).filter(
        term_id=term, mentor_id__in=mentors, duty__in=duties, period__in=periods, subject_id__in=subjects
    )
    return rows.order_by().values_list(*KEY, *FRAME, "id", "grade_id", "done", "exempt", "acts")
