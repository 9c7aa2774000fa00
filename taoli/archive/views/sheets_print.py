"""Paper sheets of a class, coded by the student's number, two on an A4 page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.sheets import class_students, get_kind
from taoli.common.pages import Request, page


@page(permission=("archive.sheets", "issue"))
def sheets_print(request: Request, room: uuid.UUID) -> HttpResponse:
    """Show the sheets of `?kind=`, ready to print; they carry no code that opens anything."""
    students = class_students(request.actor, room)
    kind = get_kind(request.actor.school_id, request.GET.get("kind", ""))
    context = {"students": students, "room": students[0].school_class, "kind": kind}
    return render(request, "archive/sheets_print.html", context)
