"""The bureau as the issuer of badges: its name and public key."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from taoli.common.pages import page
from taoli.oversight.queries.star_public import issuer


@page(permission="public", kind="file")
def star_issuer(request: HttpRequest, bureau: int) -> HttpResponse:
    """Send the profile; 404 before the bureau has signed anything."""
    found = issuer(bureau, request.build_absolute_uri())
    if found is None:
        raise Http404
    return JsonResponse(found)
