"""The door for a code that is typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.common.pages import page
from taoli.guidance.forms import CodeForm
from taoli.guidance.queries.links import well_typed
from taoli.matching.queries.codes import plain_code


@page(permission="public", methods=("GET", "POST"))
@never_cache
def visit_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a slip; a letter typed wrongly is said at once, and counted against nobody."""
    form = CodeForm(request.POST or None)
    mistyped = False
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["code"]
        if well_typed(text):
            return redirect("guidance:visit_answer", plain_code(text))
        mistyped = True
    return render(request, "guidance/visit_code.html", {"form": form, "mistyped": mistyped})
