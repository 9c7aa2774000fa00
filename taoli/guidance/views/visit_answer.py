"""The family's page of one appointment, by a link or a code, without an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.idempotency import once
from taoli.common.pages import page
from taoli.guidance import services
from taoli.guidance.forms import VisitAnswerForm
from taoli.guidance.queries.appointments import family_view
from taoli.guidance.queries.links import family_actor, kind_of
from taoli.guidance.services.guessing import note_try, tired
from taoli.roster.queries.imports import school_phone

PAGE = "guidance/visit_answer.html"


@page(permission="public", methods=("GET", "POST"))
@never_cache
def visit_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show how it stands; take a time, ask for something else, or say that it is not needed."""
    if tired(request):
        return _refuse(request, _("This device has tried too many codes. It works again in five minutes."))
    try:
        row = _entered(request, token)
    except services.LapsedError as refusal:
        return _refuse(request, str(refusal), school_phone(refusal.school_id))
    except TaoliError as refusal:
        return note_try(request, _refuse(request, str(refusal)))
    form = VisitAnswerForm(request.POST or None, initial={"place": row.appointment.place})
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _take(request, row, form, token), by=family_actor(row))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
            row.appointment.refresh_from_db()
    context = {"view": family_view(row.appointment), "form": form, "phone": school_phone(row.school_id)}
    return render(request, PAGE, context)


def _entered(request: HttpRequest, token: str) -> services.Door:
    """A link is too long to be guessed and opens always; codes are counted by address."""
    kind = kind_of(token)
    if kind == services.Door.Kind.LINK:
        return services.enter(text=token, kind=kind, page="guidance:visit_answer")
    with counted(request, "visit"):
        return services.enter(text=token, kind=kind, page="guidance:visit_answer")


def _take(request: HttpRequest, row: services.Door, form: VisitAnswerForm, token: str) -> str:
    edit = form.cleaned_data["edit"]
    services.take(by=family_actor(row), row_id=row.appointment_id, edit=edit, answer=form.answer())
    messages.success(request, _("The mentor has your answer. You may change it here as long as the link works."))
    return reverse("guidance:visit_answer", args=[token])


def _refuse(request: HttpRequest, sentence: str, phone: str = "") -> HttpResponse:
    return render(request, PAGE, {"refusal": sentence, "phone": phone})
