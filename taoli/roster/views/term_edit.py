"""The term and its school days."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import SchoolDayForm, TermForm
from taoli.roster.phrases import day_rows, term_name, unannounced_line
from taoli.roster.queries.announced import unannounced_years
from taoli.roster.queries.calendar import current_term, school_days, suggested_term, term_key
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.terms import save_term


@page(permission=("roster.term", "edit"), methods=("GET", "POST"))
def term_edit(request: Request) -> HttpResponse:
    """Enter the school's first term, correct the current one, or with ?next=1 enter the one after it."""
    school = request.actor.school_id
    current = current_term(school)
    term = None if request.GET.get("next") else current
    starts, ends = (term.starts, term.ends) if term else suggested_term(current)
    name = term.name if term else term_name(term_key(starts))
    form = TermForm(request.POST or None, initial={"name": name, "starts": starts, "ends": ends})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            save_term(by=request.actor, pk=term.pk if term else None, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return resolve_url("roster:term_edit")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    years = unannounced_years(starts, ends)
    return render(
        request,
        "roster/term_edit.html",
        {
            "form": form,
            "term": term,
            "days": day_rows(school_days(school, term)) if term else [],
            "day_form": SchoolDayForm(),
            "unannounced": unannounced_line(years) if years else "",
            "tabs": roster_tabs(request.actor, "term_edit"),
        },
    )
