"""One mentor's appraisal form as Word."""

import io
import uuid

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.printing import sheet_file


@page(permission=("evaluation.sheet", "view"), kind="file")
def appraisal_word_one(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Send it; say why when there is nothing to send."""
    try:
        file = sheet_file(by=request.actor, pk=pk)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:document_list"))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
