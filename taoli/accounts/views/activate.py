"""First sign-in with a printed code."""

from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from taoli.accounts import services
from taoli.accounts.forms import ActivateForm
from taoli.accounts.views.sign_in import entered, shared_before
from taoli.common.errors import TaoliError
from taoli.common.pages import page


@page(permission="public", methods=("GET", "POST"))
def activate(request: HttpRequest) -> HttpResponse:
    """Take account name, code and a new password; then sign in."""
    form = ActivateForm(request.POST or None, initial=shared_before(request))
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data
        try:
            account = services.activate(username=fields["username"], code=fields["code"], password=fields["password"])
        except ValidationError as weak:
            form.add_error("password", weak)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            login(request, account, backend="django.contrib.auth.backends.ModelBackend")
            return entered(request, resolve_url("home:start"), shared=fields["shared"])
    return render(request, "accounts/activate.html", {"form": form})
