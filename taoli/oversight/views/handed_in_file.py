"""The signed file, for a bureau that is elsewhere."""

import uuid

from django.http import HttpResponse

from taoli.common.pages import Request, page
from taoli.oversight.queries.handed_in import get_handed_in
from taoli.oversight.services.handing_in import file_of


@page(permission=("oversight.handed_in", "view"), kind="file")
def handed_in_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Give the bytes a bureau checks; nothing else is in them than what the page shows."""
    row = get_handed_in(request.actor, pk)
    answer = HttpResponse(file_of(row), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="summary-{row.document["school"]}-{row.seq:04}.json"'
    return answer
