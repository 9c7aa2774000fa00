"""Uploaded files are kept a day at most: to ask about them, and to mark their faults. Then they are forgotten."""

import datetime as dt
import uuid
from collections.abc import Sequence

from taoli.common import clock
from taoli.common.unit import unit_of_work
from taoli.roster.models import RosterImport, RosterUpload
from taoli.roster.readers.book import Upload

KEPT = dt.timedelta(hours=24)
MOST_NAME = 120


def hold(*, school_id: int, batch: uuid.UUID, uploads: Sequence[Upload]) -> None:
    """Keep the files of an import for a day."""
    forget(school_id=school_id, batch=batch)
    now = clock.now()
    RosterUpload.objects.bulk_create(
        RosterUpload(
            school_id=school_id, batch=batch, place=place, file_name=one.name[-MOST_NAME:], data=one.data, kept_at=now
        )
        for place, one in enumerate(uploads)
    )


def hold_marked(row: RosterImport, uploads: Sequence[Upload]) -> bool:
    """Keep the files of a refused import, to fetch a copy with its faults; False when none of them has a place."""
    if not any(problem["row"] for problem in row.problems):
        return False
    with unit_of_work():
        forget_old(school_id=row.school_id)
        hold(school_id=row.school_id, batch=row.pk, uploads=uploads)
    return True


def held(*, school_id: int, batch: uuid.UUID) -> list[Upload]:
    """Return the files of an import; none when their day is over."""
    rows = RosterUpload.objects.of(school_id).filter(batch=batch, kept_at__gt=clock.now() - KEPT).order_by("place")
    return [Upload(row.file_name, bytes(row.data)) for row in rows]


def forget(*, school_id: int, batch: uuid.UUID) -> None:
    """Forget the files of an import."""
    RosterUpload.objects.of(school_id).filter(batch=batch).delete()


def forget_old(*, school_id: int) -> int:
    """Forget the files whose day is over, and drop the imports that still wait for answers. Returns how many files."""
    before = clock.now() - KEPT
    forgotten, _by_model = RosterUpload.objects.of(school_id).filter(kept_at__lte=before).delete()
    waiting = RosterImport.objects.of(school_id).filter(state=RosterImport.State.ASKING, created_at__lte=before)
    waiting.update(state=RosterImport.State.DROPPED, staged={}, plan={})
    return forgotten
