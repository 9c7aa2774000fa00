"""The headcount sheet as Excel."""

import io
import uuid

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.printing import headcount_file


@page(permission=("documents.form", "register"), kind="file")
def headcount_excel(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send the sheet of a round; say why when there is nothing to send."""
    try:
        file = headcount_file(by=request.actor, pk=pk)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("matching:headcount_show", args=[pk]))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
