"""The seal of a published appraisal."""

import hashlib
import json
from collections.abc import Iterable

from taoli.evaluation.models import AppraisalRun, AppraisalSheet


def checksum(sheets: Iterable[AppraisalSheet]) -> str:
    """Return SHA-256 over the sheets in the order of mentors: any later change of a point shows."""
    ordered = sorted(sheets, key=lambda sheet: str(sheet.mentor_id))
    rows = [
        [
            str(sheet.mentor_id),
            sheet.mentees,
            sheet.classes,
            sheet.units,
            sheet.items,
            sheet.total,
            sheet.full,
            sheet.rescaled,
        ]
        for sheet in ordered
    ]
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_unchanged(run: AppraisalRun) -> bool:
    """Say whether a published appraisal is still what was published."""
    return run.checksum == checksum(AppraisalSheet.objects.of(run.school_id).filter(run=run))
