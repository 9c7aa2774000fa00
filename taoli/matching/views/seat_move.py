"""Move a student, or a whole unit, to another mentor."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import MoveForm
from taoli.matching.permissions import SEAT
from taoli.matching.queries.board import get_run, sees_ranks
from taoli.matching.queries.checking import check_move, mentor_options, seat_view
from taoli.matching.queries.why import explained, get_mover


@page(permission=("matching.seat", "move"), methods=("GET", "POST"))
def seat_move(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Show where the student is and why; take the new mentor with a reason."""
    run = get_run(request.actor, pk, "move")
    person = get_mover(request.actor, run, student)
    if run.state != "draft":
        return redirect("matching:run_show", pk)
    options: dict[str, Any] = {
        "mentors": mentor_options(run),
        "may_override": SEAT.may(request.actor, "override"),
    }
    seat = seat_view(run, person.pk)
    edit = seat.edit if seat else 0
    wanted = request.POST.get("mentor") or request.GET.get("mentor", "")
    form = MoveForm(request.POST or None, initial={"edit": edit, "mentor": wanted}, **options)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _move(request, pk, student, form.cleaned_data))
        except ConflictError as refusal:
            typed = request.POST.copy()
            typed["edit"] = str(edit)
            form = MoveForm(typed, **options)
            form.add_error(None, str(refusal))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    known = {key for key, _words in options["mentors"]}
    context = {
        "run": run,
        "student": person,
        "form": form,
        "seat": seat,
        "lines": explained(request.actor, run, person.pk),
        "sees_ranks": sees_ranks(request.actor, run),
        "checked": check_move(request.actor, run, person.pk, uuid.UUID(wanted)) if wanted in known else None,
    }
    return render(request, "matching/seat_move.html", context)


def _move(request: Request, pk: uuid.UUID, student: uuid.UUID, given: dict[str, Any]) -> str:
    services.move_seat(
        by=request.actor,
        run_id=pk,
        student_id=student,
        mentor_id=uuid.UUID(given["mentor"]),
        reason=given["reason"],
        override=given.get("override", False),
        edit=given["edit"],
        partner_id=given["partner"],
    )
    return reverse("matching:run_show", args=[pk])
