"""Note students for the next class conference."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.care.services.agenda import note_for_agenda
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page


@page(permission=("care.agenda", "view"), kind="action", methods=("POST",))
def agenda_add(request: Request) -> HttpResponse:
    """Put the named students, as far as they are within reach, on the own list."""
    return once(request, lambda: _write(request))


def _write(request: Request) -> str:
    new = note_for_agenda(by=request.actor, student_ids=ids_of(request.POST.getlist("students")))
    messages.success(
        request, ngettext("%(n)s student is new on the list.", "%(n)s students are new on the list.", new) % {"n": new}
    )
    return reverse("care:agenda")
