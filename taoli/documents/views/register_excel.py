"""The register as Excel."""

import io

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.printing import register_file


@page(permission=("documents.form", "register"), kind="file")
def register_excel(request: Request) -> HttpResponseBase:
    """Send it; say why when there is nothing to send."""
    try:
        file = register_file(by=request.actor, excel=True)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:document_list"))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
