"""Check the certificate of a star by its code, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.oversight.forms.certificates import CodeForm
from taoli.oversight.queries.star_public import verified


@page(permission="public")
@never_cache
def star_verify(request: HttpRequest) -> HttpResponse:
    """`?code=`: name, level, round and whether it holds today; wrong ones are counted by address."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        try:
            with counted(request, "star"):
                context["found"] = verified(form.cleaned_data["code"])
        except TaoliError as refusal:
            context["refusal"] = str(refusal)
    return render(request, "oversight/star_verify.html", context)
