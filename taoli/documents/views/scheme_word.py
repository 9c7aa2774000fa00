"""The school's scheme as Word."""

import io
import uuid

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.documents.services.printing import scheme_file


@page(permission=("documents.form", "view"), kind="file")
def scheme_word(request: Request) -> HttpResponseBase:
    """Send `?version=`, else the scheme last published."""
    chosen = request.GET.get("version", "")
    try:
        pk = uuid.UUID(chosen) if chosen else None
    except ValueError:
        raise Http404 from None
    file = scheme_file(by=request.actor, pk=pk)
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
