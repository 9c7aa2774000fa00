"""Who has handed in what, class by class: numbers and days, no words."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.sheets import evidence_rows, paper_keys, paper_label, rooms, sheet_kinds
from taoli.common.ids import id_of
from taoli.common.pages import Request, opens, page


@page(permission=("archive.goals", "evidence"))
def handed_in(request: Request) -> HttpResponse:
    """Show a class of mine, or the one asked for; for those who may, the ways on paper and in the computer room."""
    found = rooms(request.actor, "evidence")
    asked = id_of(request.GET.get("room", ""))
    room = next((one for one in found if one.pk == asked), found[0] if found else None)
    issues = opens(request.actor, "archive:sheets_type")
    context = {
        "rooms": found,
        "room": room,
        "rows": evidence_rows(request.actor, room.pk) if room else [],
        "heads": [paper_label(key) for key in paper_keys(request.actor.school_id)],
        "kinds": sheet_kinds(request.actor.school_id) if issues else [],
        "issues": issues,
    }
    return render(request, "archive/handed_in.html", context)
