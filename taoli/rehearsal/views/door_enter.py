"""Walk in as one of the demo's invented people."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from taoli.common.demo import is_open
from taoli.common.pages import page
from taoli.rehearsal.queries.doors import account_behind


@page(permission="public", kind="action", methods=("POST",))
def door_enter(request: HttpRequest) -> HttpResponse:
    """Sign in the demo account of the posted role; 404 anywhere but in the demo, on this machine."""
    account = account_behind(request.POST.get("role", "")) if is_open(request) else None
    if account is None:
        raise Http404
    walked = request.session.get("tour", [])
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    request.session["tour"] = walked
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()})
    return redirect(target if safe else resolve_url("home:start"))
