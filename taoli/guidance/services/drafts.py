"""Unsent words are kept field by field, settled with the record, forgotten after two weeks.

No audit row: what nobody has said yet is nobody's business, and a row for every pause in typing would bury the others.
"""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.utils import timezone

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import unit_of_work
from taoli.guidance.models import GuidanceRecord, RecordDraft
from taoli.guidance.queries.drafts import KEPT_DAYS, own_drafts

Value = str | list[str]
MOST_FIELDS = 40
MOST_CHARACTERS = 24_000  # of one form: ten thousand characters pasted by mistake are given back, too
MOST_CHOSEN = 400
GRACE = 5_000  # milliseconds: what was on its way while the record was saved


def draft_keep(
    *, by: Actor, key: str, fields: Mapping[str, tuple[Value, int]], op: uuid.UUID | None = None, path: str = ""
) -> None:
    """Keep fields, each with its age in milliseconds; of two devices the later change of a field stays.

    Void when the record of this very attempt (`op`) is there already. TaoliError when there is more than a form holds.
    """
    if by.person_id is None or by.person_kind != "staff":
        return
    if len(fields) > MOST_FIELDS or sum(_size(value) for value, _age in fields.values()) > MOST_CHARACTERS:
        raise TaoliError("too much for a draft")
    now = timezone.now()  # devices are compared by real time, also where the demo stands still
    moment = int(now.timestamp() * 1000)
    with unit_of_work():
        row, _new = RecordDraft.objects.select_for_update().get_or_create(
            school_id=by.school_id, author_id=by.person_id, key=key, defaults={"saved_at": now, "path": path}
        )
        if op and _is_saved(by, op):
            _settle(row, now)
            return
        after = int(row.settled_at.timestamp() * 1000) + GRACE if row.settled_at else 0
        for name, (value, age) in fields.items():
            at = moment - max(0, age)
            if at > after and at >= row.fields.get(name, ["", 0])[1]:
                row.fields[name] = [value, at]
        row.saved_at, row.path = now, path
        row.save()


def draft_drop(*, by: Actor, key: str = "", pk: uuid.UUID | None = None) -> None:
    """Throw own words away, named by their form or by themselves."""
    rows = own_drafts(by).filter(pk=pk) if pk else own_drafts(by).filter(key=key)
    with unit_of_work():
        for row in rows.select_for_update():
            _settle(row, timezone.now())


def settle_draft(by: Actor, key: str) -> None:
    """Empty a draft whose form has become a record; a part of the record's own transaction."""
    if key:
        draft_drop(by=by, key=key)


def forget_drafts(school_id: int) -> int:
    """Delete what has lain for two weeks; return how many."""
    old = timezone.now() - dt.timedelta(days=KEPT_DAYS)
    count, _each = RecordDraft.objects.of(school_id).filter(saved_at__lt=old).delete()
    return count


def _settle(row: RecordDraft, now: dt.datetime) -> None:
    row.fields, row.settled_at, row.saved_at = {}, now, now
    row.save()


def _is_saved(by: Actor, op: uuid.UUID) -> bool:
    return GuidanceRecord.objects.of(by.school_id).filter(occasion=op, by_id=by.person_id).exists()


def _size(value: Value) -> int:
    return len(value) if isinstance(value, str) else sum(map(len, value[:MOST_CHOSEN]))
