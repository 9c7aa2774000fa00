"""A picture or document of an entry."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.archive.queries.entries import open_file
from taoli.common.pages import Request, page


@page(permission=("archive.story", "view"), kind="file")
def entry_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a picture, hand a document down; opened by others than writer, student and mentor, it is logged."""
    file = open_file(request.actor, pk)
    is_picture = file.media_type.startswith("image/")
    answer = HttpResponse(bytes(file.data), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(not is_picture, file.name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
