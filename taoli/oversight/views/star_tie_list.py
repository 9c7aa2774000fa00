"""Reviewers and the schools they are tied to."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.stars import TieForm
from taoli.oversight.queries.members import members
from taoli.oversight.queries.stars import reviewers, ties
from taoli.oversight.services.star_reviews import end_tie, set_tie


@page(permission=("oversight.star_round", "edit"), methods=("GET", "POST"))
def star_tie_list(request: Request) -> HttpResponse:
    """List them; POST notes one, or with `end` ends one."""
    actor, ended = request.actor, id_of(request.POST.get("end", ""))
    people, schools = reviewers(actor.school_id), [one for one in members(actor) if not one.left_on]
    form = TieForm(None if ended else request.POST or None, reviewers=people, members=schools)
    if request.method == "POST" and (ended or form.is_valid()):

        def work() -> str:
            if ended:
                end_tie(by=actor, pk=ended)
            else:
                said = form.cleaned_data
                set_tie(by=actor, reviewer_id=said["reviewer"], member_id=said["member"], kind=said["kind"])
            return reverse("oversight:star_tie_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            if not form.is_bound:
                raise
            form.add_error(None, str(refusal))
    context = {"rows": ties(actor.school_id), "people": people, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/star_tie_list.html", context)
