"""One sheet of an official form as Word or PDF."""

import io
import uuid

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.official.registry import get_form
from taoli.documents.official.whom import term_now
from taoli.documents.services.sheets import sheet_files


@page(permission=("documents.form", "view"), kind="file")
def form_file(request: Request, key: str, about: str, ending: str) -> HttpResponseBase:
    """Send it; say why when there is nothing to send; 404 for anybody out of reach."""
    form = get_form(request.actor, key)
    if ending not in {"docx", "pdf"}:
        raise Http404
    try:
        file = sheet_files(by=request.actor, form=form, term=term_now(request.actor), ids=_ids(about), ending=ending)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:form_show", args=[key]))
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)


def _ids(about: str) -> list[uuid.UUID]:
    if about == "school":
        return []
    try:
        return [uuid.UUID(about)]
    except ValueError:
        raise Http404 from None
