"""A student's growth archive as Word."""

import io
import uuid

from django.http import FileResponse
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.documents.services.growth import growth_file


@page(permission=("archive.story", "view"), kind="file")
def growth_word(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send it, as far as the reader may read it."""
    file = growth_file(by=request.actor, student_id=pk)
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
