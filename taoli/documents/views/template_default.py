"""The form's own Word template, to be changed in WPS or Word."""

import io

from django.http import FileResponse

from taoli.common.pages import Request, page
from taoli.documents.services.templates import any_form, default_file


@page(permission=("documents.template", "edit"), kind="file")
def template_default(request: Request, key: str) -> FileResponse:
    """Send it."""
    file = default_file(form=any_form(request.actor, key))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
