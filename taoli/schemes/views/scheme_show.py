"""One version: what it asks of whom, what is still to be typed, what the school changed."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.schemes.permissions import SCHEME
from taoli.schemes.phrases import change_words, open_sentence
from taoli.schemes.queries import get_version, own_clauses, printed, proposals, rules, to_type, versions
from taoli.schemes.queries.demands import demands, load_row

MOST_STUDENTS = 200
SIZES = (4, 6, 8, 10, 12, 15, 20, 30)


@page(permission=("schemes.scheme", "view"))
def scheme_show(request: Request) -> HttpResponse:
    """Show every demand by role with its clause, open points on top: of `?version=`, else of the one in force."""
    edits = SCHEME.may(request.actor, "edit")
    version = _version(request)
    offered = proposals(request.actor.school_id) if edits and not request.GET.get("version") else []
    if version is None:
        return render(request, "schemes/scheme_show.html", {"edits": edits, "proposals": offered})
    scheme = rules(version)
    students = request.GET.get("students", "")
    asked = min(int(students), MOST_STUDENTS) if students.isdecimal() else None
    context = {
        "version": version,
        "scheme": scheme,
        "edits": edits,
        "proposals": [one for one in offered if not one.state],
        "reviews": SCHEME.may(request.actor, "review"),
        "count": len(versions(request.actor)),
        "open": [{"sentence": open_sentence(scheme, point), "clause": point.clause} for point in to_type(version)],
        "changes": [change_words(scheme, one, printed(version)) for one in own_clauses(version)],
        "demands": demands(scheme),
        "load": load_row(scheme, asked),
        "sizes": [(str(size), str(size)) for size in SIZES],
    }
    return render(request, "schemes/scheme_show.html", context)


def _version(request: Request) -> Any:
    chosen = request.GET.get("version", "")
    if chosen:
        try:
            return get_version(request.actor, uuid.UUID(chosen))
        except ValueError:
            raise Http404 from None
    known = versions(request.actor)
    return next((row for row in known if row.state == "published"), next(iter(known), None))
