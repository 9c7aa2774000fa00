"""Files added to records, taken away with them."""

import uuid

from taoli.common import clock
from taoli.common.pictures import Cleaned
from taoli.common.policy import Actor
from taoli.guidance.models import GuidanceRecord, RecordFile


def add_file(by: Actor, occasion: uuid.UUID, file: Cleaned) -> None:
    """Keep a file with an occasion; a part of the record's own transaction."""
    assert by.person_id is not None
    RecordFile.objects.create(
        school_id=by.school_id,
        occasion=occasion,
        by_id=by.person_id,
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        data=file.data,
        added_at=clock.now(),
    )


def forget_files(record: GuidanceRecord) -> None:
    """Delete what was added to a record that is taken back: a photo of a child is not kept for nothing."""
    RecordFile.objects.of(record.school_id).filter(occasion=record.occasion, by_id=record.by_id).delete()
