"""Type what was said on the telephone. There is no row of operations for it: the right to answer is spent."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import Request, page
from taoli.oversight.forms.draws import CallerForm
from taoli.oversight.queries.draws import get_draw
from taoli.oversight.services.answering import answer, enter


@page(permission=("oversight.draw", "edit"), methods=("GET", "POST"))
def draw_answer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the three questions; the caller sees the code only, and no trace of whose it is."""
    row = get_draw(request.actor, pk)
    form = CallerForm(request.POST or None, whom=row.whom)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            with counted(request, "draw"):
                place = enter(text=said.pop("code"), draw_id=row.pk)
            answer(place=place, answers=said)
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            messages.success(request, _("Counted. The next one, please."))
            return HttpResponseRedirect(reverse("oversight:draw_answer", args=[row.pk]))
    return render(request, "oversight/draw_answer.html", {"row": row, "form": form})
