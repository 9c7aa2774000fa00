"""What came of an appointment, in a minute."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import OutcomeForm
from taoli.guidance.phrases import moment_words, place_words
from taoli.guidance.queries.appointments import get_appointment, students_of
from taoli.guidance.queries.choices import readers
from taoli.guidance.services import finish


@page(permission=("guidance.appointment", "hold"), methods=("GET", "POST"))
def visit_result(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Write the record; place, date and students are known already."""
    row = get_appointment(request.actor, pk, "hold")
    children = students_of(row)
    form = OutcomeForm(request.POST or None, initial={"edit": row.edit, "minutes": _minutes(row)})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            outcome = form.outcome(met="missed" not in request.POST)
            occasion = finish(by=request.actor, pk=row.pk, edit=form.cleaned_data["edit"], outcome=outcome)
            return f"{reverse('guidance:record_new')}?after={occasion}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "row": row,
        "children": children,
        "when": moment_words(row.starts) if row.starts else "",
        "place": place_words(row.place, row.place_note),
        "agreed": row.state == "agreed",
        "readers": readers(request.actor, [one.pk for one in children]),
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/visit_result.html", context)


def _minutes(row: object) -> int | None:
    """Return how long it was by the two taps."""
    arrived, back = getattr(row, "arrived_at", None), getattr(row, "back_at", None)
    return max(1, round((back - arrived).total_seconds() / 60)) if arrived and back else None
