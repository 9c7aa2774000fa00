"""One student at one seat of the computer room: the name confirmed, something written, the screen cleared."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.archive import services
from taoli.archive.forms import SheetForm
from taoli.archive.queries.codes import TICKET, TICKET_SECONDS, actor_of, ticket_row
from taoli.archive.queries.sheets import seat_kinds
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import page
from taoli.common.policy import Actor

PAGE = "archive/seat_write.html"


@page(permission="public", methods=("GET", "POST"))
@never_cache
def seat_write(request: HttpRequest) -> HttpResponse:
    """Offer what may be written now, then its questions; nothing that was written before is shown here."""
    row = ticket_row(str(request.get_signed_cookie(TICKET, "", max_age=TICKET_SECONDS)))
    if row is None or request.POST.get("who", str(row.pk)) != str(row.pk) or "leave" in request.POST:
        answer = redirect(reverse("archive:seat_enter") + "?done=1")
        answer.delete_cookie(TICKET, samesite="Strict")
        return answer
    by, kinds = actor_of(row), seat_kinds(row.student)
    key = request.POST.get("kind") or request.GET.get("kind", "")
    kind, windows = next((one for one in kinds if one[0].key == key), (None, ()))
    form = SheetForm(request.POST or None, kind=kind, windows=windows) if kind else None
    if request.method == "POST" and form and form.is_valid():
        try:
            return once(request, lambda: _write(by, key, form), by=by)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "student": row.student,
        "who": row.pk,
        "kinds": [one for one, _windows in kinds],
        "kind": kind,
        "form": form,
        "saved": "saved" in request.GET,
        "seconds": TICKET_SECONDS,
        "op": request.POST.get("op", ""),
    }
    return render(request, PAGE, context)


def _write(by: Actor, key: str, form: SheetForm) -> str:
    services.write_sheet(
        by=by,
        student_id=by.person_id or uuid.UUID(int=0),
        kind=key,
        answers=form.answers(),
        source="room",
        period=form.cleaned_data.get("period", ""),
    )
    return reverse("archive:seat_write") + "?saved=1"
