"""A photo or document of a record."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.guidance.queries.files import open_file


@page(permission=("guidance.record", "view"), kind="file")
def file_download(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a picture, hand a document down; opened by others than writer and mentor, it is logged."""
    file = open_file(request.actor, pk)
    is_picture = file.media_type.startswith("image/")
    answer = HttpResponse(bytes(file.data), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(not is_picture, file.name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
