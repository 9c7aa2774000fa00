"""A school books a place to learn for a class."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of, new_id
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import BookForm
from taoli.neighbourhood.queries.lectures import offered_rooms, speakers
from taoli.neighbourhood.queries.resources import free_days, get_place
from taoli.neighbourhood.services.resources import booking_document, keep_visit, receive_booking


@page(permission=("neighbourhood.visit", "edit"), methods=("GET", "POST"))
def resource_book(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Hand the wish in to the bureau; once it is there, the school keeps it too."""
    place = get_place(request.actor, pk)
    form = BookForm(request.POST or None, rooms=offered_rooms(request.actor), staff=speakers(request.actor))
    if request.method == "POST" and form.is_valid():
        op = id_of(request.POST.get("op", "")) or new_id()
        reference = uuid.uuid5(op, str(request.actor.account_id))  # the same again for a form sent twice
        room, teacher = form.said()
        said = form.cleaned_data
        facts = {"room": room, "teacher": teacher, "day": said["day"], "number": said["number"]}
        document = booking_document(by=request.actor, reference=reference, place=place, **facts)

        def hand_in() -> None:
            receive_booking(document, place.school_id)

        def work() -> str:
            keep_visit(by=request.actor, place=place, document=document, room=room, teacher=teacher)
            return reverse("neighbourhood:visit_list")

        try:
            return once(request, work, before=hand_in)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "place": place, "free": free_days(place), "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/resource_book.html", context)
