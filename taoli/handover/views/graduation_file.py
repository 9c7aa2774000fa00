"""The file of a class's graduates."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.handover.queries.graduation import open_bundle


@page(permission=("handover.graduation", "edit"), kind="file")
def graduation_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Answer with the ZIP; that it was opened is logged first."""
    name, data = open_bundle(request.actor, pk)
    header = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type="application/zip", headers={"Content-Disposition": header})
