"""Act in another place."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from taoli.accounts.queries import memberships_of
from taoli.common.pages import Request, page


@page(permission="signed_in", kind="action", methods=("POST",))
def membership_switch(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Choose which of the account's own places to act in."""
    if pk not in {place.pk for place in memberships_of(request.user)}:  # type: ignore[arg-type]
        raise Http404
    request.session["membership"] = str(pk)
    return redirect("home:start")
