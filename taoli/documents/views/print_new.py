"""Ask for many sheets of a form at once."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.forms import PrintForm
from taoli.documents.jobs import start_pressing
from taoli.documents.official.prints import may_need_second
from taoli.documents.official.registry import get_form
from taoli.documents.official.whom import offer, term_now
from taoli.documents.services.prints import ask


@page(permission=("documents.form", "view"), kind="action", methods=("POST",))
def print_new(request: Request, key: str) -> HttpResponseRedirect:
    """Start the work and go where its progress is shown, or say what is missing."""
    form, by = get_form(request.actor, key), request.actor
    offered = offer(by, form.unit, request.POST.get("place", ""), everyone=True)
    asked = PrintForm(request.POST, places=offered.places, second=may_need_second(form))
    home = HttpResponseRedirect(reverse("documents:form_show", args=[key]))
    if not asked.is_valid():
        messages.error(request, _("Please choose for whom and what comes out."))
        return home

    def work() -> str:
        ids, term = [one.pk for one in offered.rows], term_now(by)
        job = ask(by=by, form=form, term=term, place=offered.place_words, ids=ids, **asked.how())
        start_pressing(by, job)
        return reverse("documents:print_show", args=[job.pk])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return home
