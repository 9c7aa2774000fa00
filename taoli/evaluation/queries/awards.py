"""The honours a mentor has in an appraisal, once they are decided: what a notice decided goes before the totals."""

from taoli.evaluation.models import AppraisalSheet, HonourNotice
from taoli.evaluation.queries.honours import honour_rows
from taoli.evaluation.queries.notices import names_of, standing


def honours_given(sheet: AppraisalSheet) -> list[str]:
    """Return the names of one mentor's honours in a published appraisal.

    An honour that was put up counts by its result and not before; one that never was counts as the appraisal says.
    """
    if not sheet.run.checksum:
        return []
    own = str(sheet.mentor_id)
    rows = HonourNotice.objects.of(sheet.school_id).filter(run_id=sheet.run_id)
    notices = {row.honour: row for row in rows.exclude(state=HonourNotice.State.WITHDRAWN)}
    found = []
    for row in honour_rows(sheet.run):
        notice = notices.get(row.honour.key)
        if notice is None:
            names = names_of(sheet.run, row)
        else:
            names = standing(notice) if notice.state == HonourNotice.State.RESULT else []
        found += [
            f"{row.honour.label} · {one['level']}" if one["level"] else row.honour.label
            for one in names
            if one["mentor"] == own
        ]
    return found
