"""One entry of an archive."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.entries import as_seen, get_entry, versions
from taoli.common.pages import Request, page


@page(permission=("archive.story", "view"))
def entry_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the words and pictures; its writer also sees earlier versions and may change it."""
    entry = get_entry(request.actor, pk)
    context = {
        "row": as_seen(request.actor, [entry])[0],
        "student": entry.student,
        "versions": versions(request.actor, entry),
    }
    return render(request, "archive/entry_show.html", context)
