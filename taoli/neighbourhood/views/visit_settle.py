"""After a visit: how it was; before: call it off."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import FeedbackForm
from taoli.neighbourhood.queries.resources import get_visit, word_of
from taoli.neighbourhood.services.resources import call_off, receive_word, say_how


@page(permission=("neighbourhood.visit", "edit"), kind="action", methods=("POST",))
def visit_settle(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep it in the school's fence, then tell the bureau."""
    visit, here = get_visit(request.actor, pk), reverse("neighbourhood:visit_list")
    form = FeedbackForm(request.POST)
    off = request.POST.get("deed") == "off"
    if not off and not form.is_valid():
        messages.error(request, _("Please tap how it was."))
        return redirect(here)

    def work() -> str:
        if off:
            call_off(by=request.actor, visit=visit)
        else:
            say_how(by=request.actor, visit=visit, **form.cleaned_data)
        return here

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
    receive_word(visit.bureau_id, visit.pk, **word_of(get_visit(request.actor, pk)))
    return answer
