"""The register as Word, a page a class."""

import io

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.closing import class_register_file


@page(permission=("documents.form", "register"), kind="file")
def class_register_word(request: Request) -> HttpResponseBase:
    """Send them; say why when there is nothing to send."""
    try:
        file = class_register_file(by=request.actor)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:document_list"))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
