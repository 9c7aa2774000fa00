"""The public notice of a round: who is proposed, then who is recognised."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taoli.common.pages import page
from taoli.oversight.queries.star_public import public_notice


@page(permission="public")
def star_notice(request: HttpRequest, bureau: int, pk: uuid.UUID) -> HttpResponse:
    """Show names and schools in the order of strokes, without scores, while it is up."""
    answer = render(request, "oversight/star_notice.html", {"notice": public_notice(bureau, pk)})
    answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer
