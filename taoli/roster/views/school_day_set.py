"""Correct one day of a term."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, resolve_url

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import SchoolDayForm
from taoli.roster.phrases.calendar import day_words, entry_words
from taoli.roster.queries.calendar import current_term, term_with
from taoli.roster.services.terms import set_day


@page(permission=("roster.term", "edit"), kind="action", methods=("POST",))
def school_day_set(request: Request) -> HttpResponse:
    """Make a day a holiday, a make-up day, an exam day or an event, or as any other day again."""
    school = request.actor.school_id
    current = current_term(school)
    if current is None:
        raise Http404
    form = SchoolDayForm(request.POST)
    back = resolve_url("schemes:calendar_show" if request.POST.get("back") == "calendar" else "roster:term_edit")
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(str(error) for error in errors))
        return redirect(back)
    day = form.cleaned_data["day"]
    term = term_with(school, day) or current

    def work() -> str:
        row = set_day(by=request.actor, term=term, **form.cleaned_data)
        said = entry_words(row.kind, row.note, row.follows) if row else entry_words("", "", None)
        messages.success(request, f"{day_words(day)}：{said}")
        return f"{back}?term={term.pk}&day={day}" if "calendar" in back else back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
