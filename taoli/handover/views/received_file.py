"""A picture or document that came along."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.handover.queries.received import received_file as open_file


@page(permission=("handover.received", "view"), kind="file")
def received_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a picture, hand a document down; logged."""
    file = open_file(request.actor, pk)
    is_picture = file.media_type.startswith("image/")
    answer = HttpResponse(bytes(file.data), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(not is_picture, file.name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
