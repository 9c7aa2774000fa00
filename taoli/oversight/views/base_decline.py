"""Say why the school does not take the base over."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.bases import DeclineForm
from taoli.oversight.queries.proposals import get_proposal
from taoli.oversight.services.base_answers import hand_in_answer
from taoli.schemes import services
from taoli.schemes.queries import answered


@page(permission=("oversight.proposal", "answer"), methods=("GET", "POST"))
def base_decline(request: Request, pk: int) -> HttpResponseBase:
    """Take the reason, which goes to the bureau word by word."""
    base = get_proposal(request.actor, pk)
    form = DeclineForm(request.POST or None, initial={"reason": answered(request.actor.school_id, base).reason})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.decline_base(by=request.actor, base=base, reason=form.cleaned_data["reason"])
            return reverse("oversight:base_compare", args=[pk])

        try:
            answer = once(request, work)
            hand_in_answer(by=request.actor, base=base)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return answer
    return render(request, "oversight/base_decline.html", {"form": form, "base": base})
