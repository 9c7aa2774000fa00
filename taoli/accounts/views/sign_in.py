"""Sign in."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from taoli.accounts.forms import SignInForm
from taoli.accounts.queries import demo_doors
from taoli.common.demo import is_open
from taoli.common.pages import page

KNOWN, YEAR = "taoli-shared", 60 * 60 * 24 * 365


@page(permission="public", methods=("GET", "POST"))
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for account name and password, then go on to where the person was going."""
    target = _target(request)
    idle = "idle" in request.GET
    form = SignInForm(request, request.POST or None, initial=shared_before(request))
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return entered(request, target, shared=form.cleaned_data["shared"])
    doors = demo_doors() if is_open(request) else []
    if doors:  # the cursor in the first field would scroll a phone past them
        form.fields["username"].widget.attrs.pop("autofocus", None)
    return render(request, "accounts/sign_in.html", {"form": form, "next": target, "doors": doors, "idle": idle})


def shared_before(request: HttpRequest) -> dict[str, Any]:
    """Return the first answers of a form: a computer on which somebody said that it is shared is known again."""
    return {"shared": request.COOKIES.get(KNOWN) == "1"}


def entered(request: HttpRequest, target: str, *, shared: bool) -> HttpResponse:
    """Lead somebody in; a shared computer has no long session, nothing for offline, and is left after ten minutes."""
    answer = redirect(target)
    if shared:
        request.session["shared"] = True
        request.session.set_expiry(0)
        answer.set_cookie(KNOWN, "1", max_age=YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax")
    elif KNOWN in request.COOKIES:
        answer.delete_cookie(KNOWN, samesite="Lax")
    return answer


def _target(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=settings.HTTPS)
    return target if safe else resolve_url("home:start")
