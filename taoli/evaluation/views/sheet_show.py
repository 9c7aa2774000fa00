"""One mentor's sheet: every point opens its arithmetic and the records behind it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.evidence import lines
from taoli.evaluation.queries.honours import honours_of, pay_of
from taoli.evaluation.queries.sheets import counted_until, get_sheet


@page(permission=("evaluation.sheet", "view"))
def sheet_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it as it prints; assessors and the office tick what waits for them."""
    actor = request.actor
    sheet = get_sheet(actor, pk)
    if sheet.mentor_id != actor.person_id:
        log_view(actor, "evaluation.sheet", [sheet.pk], page="evaluation:sheet_show")
    context = {
        "sheet": sheet,
        "lines": lines(sheet),
        "total": shown(sheet.total),
        "honours": honours_of(sheet),
        "pay": pay_of(sheet),
        "full": shown(sheet.full),
        "until": counted_until(sheet.run),
        "frozen": bool(sheet.run.checksum),
        "may_tick": APPRAISAL.may(actor, "tick") and not sheet.run.checksum,
        "to_list": APPRAISAL.may(actor, "view"),
    }
    return render(request, "evaluation/sheet_show.html", context)
