"""The report of a student's term as Word."""

import io
import uuid

from django.http import FileResponse
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.documents.services.growth import report_file


@page(permission=("archive.evaluation", "view"), kind="file")
def report_word(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send it to whoever may read the evaluation."""
    file = report_file(by=request.actor, pk=pk)
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
