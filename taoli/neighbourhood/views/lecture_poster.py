"""A sheet for the door and the class groups: theme, day, and the code families tap at the door."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.neighbourhood.queries.lectures import get_lecture, parts_of


@page(permission=("neighbourhood.lecture", "view"))
def lecture_poster(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print the poster and, below it, a slip to hand out."""
    lecture = get_lecture(request.actor, pk)
    link = request.build_absolute_uri(reverse("neighbourhood:lecture_door", args=[lecture.door]))
    rooms = "、".join(one.school_class.name for one in parts_of(lecture, request.actor))
    context = {"lecture": lecture, "link": link, "image": qr_image(link), "rooms": rooms}
    return render(request, "neighbourhood/lecture_poster.html", context)
