"""The reports of a class's term as Word."""

import io
import uuid

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.documents.services.growth import class_report_file


@page(permission=("archive.evaluation", "proof"), kind="file")
def report_word_class(request: Request, room: uuid.UUID, term: uuid.UUID) -> HttpResponseBase:
    """Send those that are released; say why when there is none."""
    try:
        file = class_report_file(by=request.actor, class_id=room, term_id=term)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(f"{reverse('archive:evaluation_grid')}?room={room}&term={term}")
    return FileResponse(io.BytesIO(file.data), as_attachment=True, filename=file.name, content_type=file.kind)
