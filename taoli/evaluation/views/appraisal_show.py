"""The appraisal of the term: where it stands, what it waits for, every mentor's sheet."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.jobs import get_job
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import APPRAISAL, OBJECTION, SURVEY
from taoli.evaluation.queries.answers import in_use
from taoli.evaluation.queries.checksum import is_unchanged
from taoli.evaluation.queries.days import later_versions
from taoli.evaluation.queries.honours import honour_rows, pay_rows
from taoli.evaluation.queries.judging import signable
from taoli.evaluation.queries.objections import open_count
from taoli.evaluation.queries.sheets import counted_until, current_run, sheet_rows, sheets, waiting
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
    drafted = bool(run and run.state == "draft")
    context = {
        "term": term,
        "run": run,
        "frozen": frozen,
        "unchanged": bool(run and frozen and is_unchanged(run)),
        "until": counted_until(run) if run else None,
        "rows": sheet_rows(found),
        "waiting": waiting(found, run),
        "honours": honour_rows(run) if run else [],
        "pays": pay_rows(run, found) if run else [],
        "may_grant": APPRAISAL.may(actor, "edit"),
        "answers": in_use(actor.school_id, term) if term else [],
        "job": _job(request),
        "may_edit": APPRAISAL.may(actor, "edit") and not frozen,
        "drafted": drafted,
        "own_items": signable(actor, run, found) if run and drafted else (),
        "open_objections": open_count(run),
        "may_answer": OBJECTION.may(actor, "answer"),
        "later": later_versions(run) if run else [],
        "may_import": SURVEY.may(actor, "edit") and not frozen,
    }
    return render(request, "evaluation/appraisal_show.html", context)


def _job(request: Request) -> object | None:
    try:
        return get_job(request.actor, uuid.UUID(request.GET.get("job", "")))
    except ValueError:
        return None
