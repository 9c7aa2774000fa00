"""I cannot come: one line for each of my students, prefilled."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries.absences import absence_lines, get_expected
from taoli.care.queries.conferences import title_of
from taoli.care.services.attendance import send_absence
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.meeting", "attend"), methods=("GET", "POST"))
def absence_send(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Offer the lines, prefilled from the own last record of each student; sent, they stand in their place."""
    row = get_expected(request.actor, pk)
    lines, refused = absence_lines(request.actor, row), ""
    if request.method == "POST":
        said = {one.student_id: request.POST.get(f"line-{one.student_id}", "") for one in lines}
        try:
            return once(request, lambda: _write(request, pk, said))
        except TaoliError as refusal:
            refused = str(refusal)
        shown = [{"one": one, "text": said[one.student_id]} for one in lines]
    else:
        shown = [{"one": one, "text": one.text} for one in lines]
    context = {"row": row, "title": title_of(row), "lines": shown, "refused": refused, "op": request.POST.get("op", "")}
    return render(request, "care/absence_send.html", context)


def _write(request: Request, pk: uuid.UUID, said: dict[uuid.UUID, str]) -> str:
    send_absence(by=request.actor, pk=pk, lines=said)
    messages.success(request, _("Sent. Your lines stand with your students when the meeting comes to them."))
    return reverse("care:conference_list")
