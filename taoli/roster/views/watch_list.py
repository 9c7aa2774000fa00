"""Who is on duty when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.common.policy import Role
from taoli.roster.forms import WatchForm
from taoli.roster.phrases.watch import fault_words, span
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.queries.watch import plan
from taoli.roster.readers.book import Upload
from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.watch import lines_of, read_watch
from taoli.roster.services.watch import add_turns, resolve


@page(permission=("roster.watch", "view"), methods=("GET", "POST"))
def watch_list(request: Request) -> HttpResponse:
    """Show the coming turns; the office pastes a plan or sends a workbook, which is taken whole or not at all."""
    edits = request.actor.holds(Role.MORAL_OFFICE)
    form = WatchForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and edits and form.is_valid():
        answer = _taken(request, form)
        if answer is not None:
            return answer
    turns = plan(request.actor.school_id)
    lines = [{"line": one, "span": span(one.turn.starts, one.turn.ends)} for one in turns]
    context = {
        "lines": lines,
        "form": form if edits else None,
        "numbers": opens(request.actor, "roster:numbers_edit"),
        "tabs": roster_tabs(request.actor, "watch_list"),
        "now": any(one.now for one in turns),
    }
    return render(request, "roster/watch_list.html", context)


def _taken(request: Request, form: WatchForm) -> HttpResponse | None:
    file = form.cleaned_data["file"]
    try:
        lines = lines_of(Upload(file.name, file.read())) if file else form.cleaned_data["text"].splitlines()
    except RefusedError:
        form.add_error("file", _("This file could not be read. Please save it as .xlsx, or paste the lines."))
        return None
    turns, faults = resolve(request.actor.school_id, read_watch(lines, clock.today()))
    for fault in faults:
        form.add_error("text", fault_words(*fault))
    if faults or not turns:
        return None

    def work() -> str:
        count = add_turns(by=request.actor, turns=turns)
        words = ngettext("%(n)s turn has been entered.", "%(n)s turns have been entered.", count)
        messages.success(request, words % {"n": count})
        return reverse("roster:watch_list")

    return once(request, work)
