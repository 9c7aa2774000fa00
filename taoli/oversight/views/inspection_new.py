"""Make an inspection pack: one click, and nobody writes anything for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.inspections import PackForm
from taoli.oversight.services.inspections import Papers, keep_pack, print_papers


@page(permission=("oversight.inspection", "edit"), methods=("GET", "POST"))
def inspection_new(request: Request) -> HttpResponse:
    """Ask for the occasion; POST prints, outside any transaction, and keeps what was printed."""
    form = PackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, made = form.cleaned_data, list[Papers]()

        def before() -> None:
            made.append(print_papers(by=request.actor, k=said["k"], seed=said["seed"]))

        def work() -> str:
            pack = keep_pack(by=request.actor, occasion=said["occasion"], k=said["k"], papers=made[0])
            return reverse("oversight:inspection_show", args=[pack.pk])

        try:
            return once(request, work, before=before)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "oversight/inspection_new.html", {"form": form, "op": request.POST.get("op", "")})
