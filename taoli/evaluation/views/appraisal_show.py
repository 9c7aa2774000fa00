"""The appraisal of the term: where it stands, what it waits for, every mentor's sheet."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.jobs import get_job
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import APPRAISAL, PAY, SURVEY
from taoli.evaluation.queries.answers import in_use
from taoli.evaluation.queries.checksum import is_unchanged
from taoli.evaluation.queries.honours import honour_rows, pay_rows
from taoli.evaluation.queries.sheets import counted_until, current_run, sheet_rows, sheets, typed_items, waiting
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.appraisal", "view"))
def appraisal_show(request: Request) -> HttpResponse:
    """Show the current term's appraisal; the list goes by staff number, never by score."""
    actor = request.actor
    term = current_term(actor.school_id)
    run = current_run(actor.school_id, term)
    found = list(sheets(actor, run)) if run else []
    log_view(actor, "evaluation.sheet", [sheet.pk for sheet in found], page="evaluation:appraisal_show")
    frozen = bool(run and run.checksum)
    context = {
        "term": term,
        "run": run,
        "frozen": frozen,
        "unchanged": bool(run and frozen and is_unchanged(run)),
        "until": counted_until(run) if run else None,
        "rows": sheet_rows(found),
        "waiting": waiting(found, typed_items(run)),
        "honours": honour_rows(run) if run else [],
        "pays": pay_rows(run, found) if run else [],
        "may_grant": APPRAISAL.may(actor, "edit"),
        "answers": in_use(actor.school_id, term) if term else [],
        "job": _job(request),
        "paid": PAY.may(actor, "view"),
        "may_edit": APPRAISAL.may(actor, "edit") and not frozen,
        "may_tick": APPRAISAL.may(actor, "tick") and not frozen,
        "may_import": SURVEY.may(actor, "edit") and not frozen,
    }
    return render(request, "evaluation/appraisal_show.html", context)


def _job(request: Request) -> object | None:
    try:
        return get_job(request.actor, uuid.UUID(request.GET.get("job", "")))
    except ValueError:
        return None
