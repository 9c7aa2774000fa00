"""Sign in."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from taoli.accounts.forms import SignInForm
from taoli.accounts.queries import demo_doors
from taoli.common.demo import is_open
from taoli.common.pages import page


@page(permission="public", methods=("GET", "POST"))
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for account name and password, then go on to where the person was going."""
    target = _target(request)
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(target)
    doors = demo_doors() if is_open(request) else []
    if doors:  # the cursor in the first field would scroll a phone past them
        form.fields["username"].widget.attrs.pop("autofocus", None)
    return render(request, "accounts/sign_in.html", {"form": form, "next": target, "doors": doors})


def _target(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=settings.HTTPS)
    return target if safe else resolve_url("home:start")
