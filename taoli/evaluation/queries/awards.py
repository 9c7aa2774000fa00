"""The honours of an appraisal once they are decided: what a notice decided goes before the totals."""

from typing import Any

from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourNotice
from taoli.evaluation.queries.honours import honour_rows
from taoli.evaluation.queries.notices import names_of, standing

Names = list[dict[str, Any]]  # [{mentor, name, level}]


def honours_given(sheet: AppraisalSheet) -> list[str]:
    """Return the names of one mentor's honours in a published appraisal, as they were decided."""
    own = str(sheet.mentor_id)
    return [
        f"{label} · {one['level']}" if one["level"] else label
        for label, names in honours_decided(sheet.run)
        for one in names
        if one["mentor"] == own
    ]


def honours_decided(run: AppraisalRun) -> list[tuple[str, Names]]:
    """Return (honour, who has it) of a published appraisal; none of any other.

    An honour that was put up counts by its result and not before; one that never was counts as the appraisal says.
    """
    if not run.checksum:
        return []
    rows = HonourNotice.objects.of(run.school_id).filter(run_id=run.pk)
    notices = {row.honour: row for row in rows.exclude(state=HonourNotice.State.WITHDRAWN)}
    found: list[tuple[str, Names]] = []
    for row in honour_rows(run):
        notice = notices.get(row.honour.key)
        if notice is None:
            found.append((row.honour.label, names_of(run, row)))
        elif notice.state == HonourNotice.State.RESULT:
            found.append((row.honour.label, standing(notice)))
    return found
