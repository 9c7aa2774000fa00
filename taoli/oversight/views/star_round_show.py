"""One round: where it stands, its applications, what was recognised."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import EACH, awards_of, entry_rows, get_round, levels_of, proposed


@page(permission=("oversight.star_round", "edit"))
def star_round_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the applications in the order of strokes, and the one next step."""
    row = get_round(request.actor, pk)
    rows = entry_rows(row) if row.state not in {"draft", "open"} else []
    whole = bool(rows) and all(one.judged for one in rows)
    context = {
        "row": row,
        "levels": levels_of(row),
        "rows": rows,
        "waiting": len(rows or entry_rows(row)),
        "proposed": proposed(row, rows) if row.state == "review" and whole else set(),
        "whole": whole,
        "lacking": sum(1 for one in rows if len(one.reviews) < EACH) if row.state == "review" else 0,
        "awards": awards_of(row),
        "wall": request.build_absolute_uri(reverse("oversight:star_notice", args=[row.school_id, row.pk])),
    }
    return render(request, "oversight/star_round_show.html", context)
