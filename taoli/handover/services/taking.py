"""What a graduate takes along: the archive as PDF and as open JSON, with its files, in one ZIP."""

import io
import json
import re
import uuid
import zipfile
from collections.abc import Callable

from django.utils.translation import gettext as _

from taoli.archive.queries.whole import as_open_json, file_bytes
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.handover.models import GraduationBundle
from taoli.handover.queries.graduation import graduates_of
from taoli.handover.queries.taken_along import received_files, schema_text, taken_along
from taoli.handover.services.booklet import booklet

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
FIXED = (2020, 1, 1, 0, 0, 0)  # the same archive makes the same file


def archive_zip(school_id: int, student_id: uuid.UUID) -> bytes:
    """Return a student's archive: booklet, open form, its schema, and the files. The caller has asked and logged."""
    whole = taken_along(school_id, student_id)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        _put(folder, _("growth archive") + ".pdf", booklet(whole))
        _put(folder, "archive.json", json.dumps(as_open_json(whole), ensure_ascii=False, indent=1).encode())
        _put(folder, "archive.schema.json", schema_text().encode())
        for place, file in enumerate(whole.files, 1):
            name = UNSAFE.sub("_", file.name) or str(file.id)
            _put(folder, f"files/{place:03}-{name}", file_bytes(school_id, file.id))
        for came in received_files(school_id, student_id):  # named by what they are: no two have one name
            _put(folder, f"received/{UNSAFE.sub('_', came.name)}", bytes(came.data))
    return made.getvalue()


def class_bundle(
    *, by: Actor, class_id: uuid.UUID, left_on: str, report: Callable[[int, int], None] | None = None
) -> GraduationBundle:
    """Make one ZIP of the ZIPs of a class's graduates; what was kept for an earlier one goes."""
    students = graduates_of(by.school_id, class_id, left_on)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as folder:
        for place, student in enumerate(students, 1):
            name = UNSAFE.sub("_", f"{student.number}-{student.name}")
            _put(folder, f"{name}.zip", archive_zip(by.school_id, student.pk))
            if report:
                report(place, len(students))
    data = made.getvalue()
    with change(by=by, action="graduation.bundle", object_id=class_id, students=len(students)):
        purge_bundles(school_id=by.school_id, class_id=class_id)
        return GraduationBundle.objects.create(
            school_id=by.school_id,
            school_class_id=class_id,
            left_on=left_on,
            made_at=clock.now(),
            made_by=by.account_id,
            students=len(students),
            size=len(data),
            data=data,
        )


def purge_bundles(*, school_id: int, class_id: uuid.UUID | None = None) -> int:
    """Empty the files of a class, or all of them that are older than a day; that they were made stays."""
    rows = GraduationBundle.objects.of(school_id).exclude(size=0)
    if class_id is not None:
        rows = rows.filter(school_class_id=class_id)
    else:
        rows = rows.filter(made_at__lte=clock.now() - GraduationBundle.KEPT)
    return rows.update(data=b"", size=0)


def _put(folder: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, FIXED)
    entry.compress_type = folder.compression
    entry.external_attr = 0o644 << 16
    folder.writestr(entry, data)
