"""The computer room: the code of a slip opens one person's questionnaire; this screen never lists anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.evaluation import services
from taoli.evaluation.forms import CodeForm
from taoli.matching.queries.codes import plain_code


@page(permission="public", methods=("GET", "POST"))
@never_cache
def ballot_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code and lead on."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            with counted(request, "survey"):
                services.enter_ballot(text=code)
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("evaluation:ballot_door", code=plain_code(code))
    return render(request, "evaluation/ballot_code.html", {"form": form})
