"""One official form: whom to print it for."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.forms import PrintForm
from taoli.documents.official.listed import form_row
from taoli.documents.official.prints import may_need_second
from taoli.documents.official.registry import get_form
from taoli.documents.official.whom import offer


@page(permission=("documents.form", "view"))
def form_show(request: Request, key: str) -> HttpResponse:
    """Show what the form holds, whom it can be printed for, and the way to print many."""
    form = get_form(request.actor, key)
    offered = offer(request.actor, form.unit, request.GET.get("place", ""), request.GET.get("q", ""))
    many = PrintForm(
        initial={"place": offered.place, "shape": "one_pdf"}, places=offered.places, second=may_need_second(form)
    )
    context = {"row": form_row(request.actor, form), "form": form, "offer": offered, "many": many}
    return render(request, "documents/form_show.html", context)
