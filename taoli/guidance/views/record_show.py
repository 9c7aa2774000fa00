"""One record."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.choices import readers
from taoli.guidance.queries.files import files_of
from taoli.guidance.queries.records import as_seen, get_record, log_readings
from taoli.guidance.queries.releases import released_of
from taoli.guidance.queries.stories import is_told, readings, together, versions


@page(permission=("guidance.record", "evidence"))
def record_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show both texts apart, who may read, and the older versions; as far as the reader may see them."""
    record = get_record(request.actor, pk)
    log_readings(request.actor, [record], page="guidance:record_show")
    row = as_seen(request.actor, [record])[0]
    context = {
        "row": row,
        "told": is_told(request.actor, record.student_id),
        "state": record.get_state_display(),
        "current": record.state == "submitted",
        "minutes": record.minutes if row.readable else None,
        "together": together(record) if row.is_mine else [],
        "versions": versions(request.actor, record) if row.readable else [],
        "files": files_of(record) if row.readable else [],
        "readings": readings(request.actor, record) if row.readable else None,
        "released": released_of(record) if row.is_mine and row.readable else None,
        "readers": readers(request.actor, [record.student_id]) if row.is_mine else "",
    }
    return render(request, "guidance/record_show.html", context)
