"""Somebody is still there."""

from django.http import HttpRequest, HttpResponse

from taoli.common.pages import page


@page(permission="signed_in", kind="action", methods=("POST",))
def session_keep(_request: HttpRequest) -> HttpResponse:
    """Answer 204: a page on a shared computer tells of somebody who types and asks for nothing else."""
    return HttpResponse(status=204)
