"""A draw, as the bureau sees it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.draws import NumberForm
from taoli.oversight.queries.draws import command_of, get_draw, parts_of, pooled_lines, short_of


@page(permission=("oversight.draw", "view"))
def draw_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show seed and schools; places as numbers, answers as counts that may be told."""
    row = get_draw(request.actor, pk)
    parts = parts_of(row)
    log_view(request.actor, "oversight.draw", [one.row.pk for one in parts if one.lines and one.row])
    context = {
        "row": row,
        "parts": [(one, command_of(row, one.member.code) if row.each else "") for one in parts],
        "frozen": sum(one.row is not None for one in parts),
        "command": "" if row.each else command_of(row),
        "short": short_of(row),
        "pooled": pooled_lines(row),
        "form": NumberForm(),
        "may_draw": row.state == "announced" and row.seed_on <= clock.today(),
    }
    return render(request, "oversight/draw_show.html", context)
