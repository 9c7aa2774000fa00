"""Files of records: opened by whoever may read the private text of one of the occasion's records."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.guidance.models import GuidanceRecord, RecordFile
from taoli.guidance.queries.records import log_readings, only_printed, reachable


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it stands on the page of a record."""

    pk: uuid.UUID
    name: str
    is_picture: bool
    kilobytes: int


def files_of(record: GuidanceRecord) -> list[FileRow]:
    """Return the files of a record whose text the reader may read (the caller has asked)."""
    rows = RecordFile.objects.of(record.school_id).filter(occasion=record.occasion, by_id=record.by_id)
    return [
        FileRow(row.pk, row.name, row.media_type.startswith("image/"), -(-row.size // 1024))
        for row in rows.defer("data").order_by("id")
    ]


def open_file(actor: Actor, pk: uuid.UUID) -> RecordFile:
    """Return a file with its bytes, its opening logged first; 404 for whoever may not read the text beside it."""
    found = RecordFile.objects.of(actor.school_id).filter(pk=pk).first()
    if found is None or only_printed(actor):
        raise Http404
    rows: Sequence[GuidanceRecord] = [
        row
        for row in reachable(actor).filter(occasion=found.occasion, by_id=found.by_id)
        if row.readable  # type: ignore[attr-defined] # annotated by `reachable`
    ]
    if not rows:
        raise Http404
    log_readings(actor, rows, page="guidance:file_download", whole=True)
    return found
