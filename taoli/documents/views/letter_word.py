"""Letters of appointment as Word."""

import io
import uuid

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.closing import letter_file


@page(permission=("matching.round", "edit"), kind="file")
def letter_word(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send them; say why when there is nothing to send."""
    try:
        file = letter_file(by=request.actor, pk=pk, mentor_id=request.GET.get("mentor", ""))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:document_list"))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
