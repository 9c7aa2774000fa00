"""Ask to break the glass."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.sealed import GlassForm
from taoli.care.queries.few import seconds
from taoli.care.queries.finding import student_called
from taoli.care.services.sealed import break_glass
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.sealed_note", "break_open"), methods=("GET", "POST"))
def glass_ask(request: Request) -> HttpResponse:
    """Take the student, the reason, the hours and the second person, who is told at once."""
    form = GlassForm(request.POST or None, people=seconds(request.actor))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            student = student_called(request.actor.school_id, said["name"], said["room"])
            second = id_of(said["second"])
            assert second is not None
            row = break_glass(
                by=request.actor, student_id=student.pk, second=second, reason=said["reason"], hours=said["hours"]
            )
            messages.success(request, _("Open to you for this time. The second person has been told."))
            return reverse("care:glass_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/glass_ask.html", {"form": form, "op": request.POST.get("op", "")})
