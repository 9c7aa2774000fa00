"""Correct one day of the term."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, resolve_url

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import SchoolDayForm
from taoli.roster.queries.calendar import current_term
from taoli.roster.services.terms import set_day


@page(permission=("roster.term", "edit"), kind="action", methods=("POST",))
def school_day_set(request: Request) -> HttpResponse:
    """Make a day a holiday, a make-up day or an exam day, or as any other day again."""
    term = current_term(request.actor.school_id)
    if term is None:
        raise Http404
    form = SchoolDayForm(request.POST)
    back = resolve_url("roster:term_edit")
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(str(error) for error in errors))
        return redirect(back)
    fields = form.cleaned_data

    def work() -> str:
        set_day(by=request.actor, term=term, day=fields["day"], kind=fields["kind"], note=fields["note"])
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
