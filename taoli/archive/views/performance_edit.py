"""A month of a class: one line a student."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import month_lines, month_of, typed_lines
from taoli.archive.phrases import month_words
from taoli.archive.queries.performance import aspects_of, month_grid, month_near, performed_rooms
from taoli.archive.services import write_month
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.story", "perform"), methods=("GET", "POST"))
def performance_edit(request: Request) -> HttpResponse:
    """Show `?room=` (or my students) and `?month=`; a POST writes the lines that have changed."""
    rooms, said = performed_rooms(request.actor), request.POST or request.GET
    month, error = month_of(said.get("month", "")), ""
    room = next((key for key, _words in rooms if key == said.get("room")), rooms[0][0] if rooms else "")
    lines = month_lines(request.POST)
    if request.method == "POST" and room:

        def work() -> str:
            count = write_month(by=request.actor, room=room, month=month, lines=lines)
            messages.success(request, _("Saved: %(n)s students.") % {"n": count})
            return f"{reverse('archive:performance_edit')}?room={room}&month={month:%Y-%m}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
    context = {
        "rooms": rooms,
        "room": room,
        "month": month,
        "month_words": month_words(month),
        "near": month_near(month),
        "aspects": aspects_of(request.actor.school_id),
        "rows": typed_lines(month_grid(request.actor, room, month), lines) if room else [],
        "error": error,
        "op": request.POST.get("op", ""),
    }
    return render(request, "archive/performance_edit.html", context)
