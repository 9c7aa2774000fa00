"""A star as an Open Badges 3.0 credential."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.candidacies import get_title


@page(permission=("oversight.star_title", "own"), kind="file")
def star_badge(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send it as the bureau has signed it (VC-JWT)."""
    row = get_title(request.actor, pk)
    answer = HttpResponse(row.badge, content_type="application/vc+jwt")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{row.code}.jwt") or ""
    return answer
