"""Check a certificate by its code, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.oversight.queries.star_public import verified


@page(permission="public")
@never_cache
def star_verify(request: HttpRequest) -> HttpResponse:
    """`?code=`: name, level, round and whether it holds today; wrong ones are counted by address."""
    code = request.GET.get("code", "")
    context: dict[str, object] = {"code": code}
    if code:
        try:
            with counted(request, "star"):
                context["found"] = verified(code)
        except TaoliError as refusal:
            context["refusal"] = str(refusal)
    return render(request, "oversight/star_verify.html", context)
