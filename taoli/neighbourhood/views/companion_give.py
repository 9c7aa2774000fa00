"""Give students to a mentor from outside: which, what for, how long, with whose consent."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import GivingForm
from taoli.neighbourhood.queries.companions import get_companion, rooms, students_of
from taoli.neighbourhood.services.companions import give_students


@page(permission=("neighbourhood.companion", "edit"), methods=("GET", "POST"))
def companion_give(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Choose a class (`?room=`), then its students."""
    staff = get_companion(request.actor, pk)
    known = rooms(request.actor.school_id)
    room = next((one for one in known if one.pk == id_of(request.GET.get("room", ""))), None)
    students = students_of(request.actor.school_id, room.pk if room else None)
    form = GivingForm(request.POST or None, students=students)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            give_students(by=request.actor, staff=staff, students=form.whom(), giving=form.giving())
            messages.success(request, _("Given. The student’s own mentor stays the mentor."))
            return reverse("neighbourhood:companion_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "staff": staff, "rooms": known, "room": room, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/companion_give.html", context)
