"""A student is not safe: go there, then say how it ended."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms.talks import CloseForm
from taoli.guidance.phrases.talks import moment_words
from taoli.guidance.queries.alarms import alarm_view
from taoli.guidance.services.alarms import answer_alarm, close_alarm
from taoli.roster.queries.watch import numbers_of


@page(permission=("guidance.unsafe", "answer"), methods=("GET", "POST"))
def unsafe_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show who it is and the guardians' numbers; 我来; afterwards how it ended and who looks after the student."""
    if "come" in request.POST:
        return _come(request, pk)
    view = alarm_view(request.actor, pk)
    form = CloseForm(request.POST or None, staff=[(str(one.pk), one.name) for one in view.staff])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            close_alarm(
                by=request.actor,
                pk=pk,
                outcome=given["outcome"],
                note=given["note"],
                follow_up=uuid.UUID(given["follow_up"]),
                follow_on=given["follow_on"],
            )
            messages.success(request, _("Saved."))
            return reverse("guidance:unsafe_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "view": view,
        "form": form,
        "when": moment_words(view.alarm.pressed_at),
        "numbers": numbers_of(request.actor.school_id),
    }
    return render(request, "guidance/unsafe_show.html", context)


def _come(request: Request, pk: uuid.UUID) -> HttpResponse:
    try:
        answer_alarm(by=request.actor, pk=pk)
        messages.success(request, _("The student and the others know that you are coming."))
    except TaoliError as refusal:
        messages.info(request, str(refusal))
    return redirect("guidance:unsafe_show", pk)
