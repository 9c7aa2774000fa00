"""A version of the school's own template as it was uploaded."""

import io
import uuid

from django.http import FileResponse

from taoli.common.pages import Request, page
from taoli.documents.services.templates import version_file


@page(permission=("documents.template", "edit"), kind="file")
def template_download(request: Request, pk: uuid.UUID) -> FileResponse:
    """Send it."""
    file = version_file(by=request.actor, pk=pk)
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
