"""A form with invented people in it, from the template in use."""

import io

from django.contrib import messages
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.templates import any_form, preview_file


@page(permission=("documents.template", "edit"), kind="file")
def template_preview(request: Request, key: str) -> HttpResponseBase:
    """Send it as Word; say why when the template cannot be filled."""
    try:
        file = preview_file(by=request.actor, form=any_form(request.actor, key))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("documents:template_show", key)
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
