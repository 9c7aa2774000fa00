"""Whether a certificate of a bureau is good: for anybody who has it in hand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.oversight.forms.certificates import CodeForm
from taoli.oversight.queries.certificates import get_bureau, look_up


@page(permission="public")
@never_cache
def certificate_verify(request: HttpRequest, place: str) -> HttpResponse:
    """`?code=`: what stands on the certificate anyway; wrong ones are counted by address."""
    bureau = get_bureau(place)
    form = CodeForm(request.GET if "code" in request.GET else None)
    context: dict[str, object] = {"bureau": bureau, "form": form}
    if form.is_valid():
        try:
            with counted(request, "oversight.certificate"):
                context["found"] = look_up(bureau.pk, form.cleaned_data["code"])
        except TaoliError as refusal:
            context["refusal"] = str(refusal)
    return render(request, "oversight/certificate_verify.html", context)
